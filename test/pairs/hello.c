// A program waits between two lines.
// RUN: %build %s -o %t && env ASYNC_CLOCK=virtual %run %t > %t.out && %python %S/hello.py | diff - %t.out
#include <async.h>
#include <stdio.h>

async int main(void)
{
    puts("knock");
    await async_sleep(1);
    puts("come in");
    return 0;
}
