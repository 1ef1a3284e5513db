// What stands behind the user's last statement does not look like a part of it, however that is indented.
// RUN: %build %s -o %t && %run %t | FileCheck %s
#include <async.h>
#include <stdio.h>

async int give(int x)
{
    await async_yield();
    return x;
}

async void two(int x)
{
  if (x)
    puts("two");
}

async void eight(int x)
{
        await give(1);
        if (x)
            puts("eight");
}

async void gnu(int x)
  {
  if (await give(x))
    puts("gnu");
  else
    puts("none");
  while (await give(0))
    puts("never");
  }

async void one_line(int x) { if (x)
    puts("one line"); }

async int main(void)
{
  // CHECK: two
  // CHECK-NEXT: eight
  // CHECK-NEXT: gnu
  // CHECK-NEXT: one line
  for (int i = 1; i < 2; i++)
    await two(
      await give(
    i));
    await eight(1);
  await gnu(1);
  await one_line(1);
  if (await give(0))
    puts("never");
}
