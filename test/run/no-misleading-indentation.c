// What is put in behind an if, at the end of a function or of a loop, does not look as if it belonged to the if.
// RUN: %build %s -o %t && %run %t | FileCheck %s
#include <async.h>
#include <stdio.h>
#include <stdlib.h>

async void check(int n)
{
  await async_yield();
  if (n != 3)
    abort();
}

async void look(int n)
{
  while (n > 3)
    abort();
}

async int give(int n) { await async_yield(); return n; }

async void compare(int n)
{
  if (n != await give(3))
    abort();
}

async int return_behind_defer(int n)
{
    defer { await async_yield(); }
    if (n != 3)
        abort();
    return n;
}

async void close_behind(int n)
{
  if (n != 3)
    abort(); }

async void close_below(int n)
{
  if (n != await give(3))
    abort();
    }

async void count(int n)
{
    do
  if (n)
    n--;
    while (await give(n));
    for (int i = 0; i < 3; i += await give(1))
  if (n)
    n--;
  else
    n++;
}

async int main(void)
{
    await check(3);
    await look(2);
    await compare(3);
    await return_behind_defer(3);
    await close_behind(3);
    await close_below(3);
    await count(3);
    // CHECK: done
    puts("done");
    return 0;
}
