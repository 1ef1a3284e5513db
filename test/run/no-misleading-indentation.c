// What is put in at the end of a function does not look as if it belonged to the last if.
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

async int main(void)
{
    await check(3);
    await look(2);
    // CHECK: done
    puts("done");
    return 0;
}
