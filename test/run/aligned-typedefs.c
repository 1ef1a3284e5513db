// What a typedef in a block says of alignment and sizes holds for objects that live in the frame.
// RUN: %build %s -o %t && %run %t | FileCheck %s
#include <async.h>
#include <stdint.h>
#include <stdio.h>

async int give(int x) { await async_yield(); return x; }

async int main(void)
{
    typedef int line __attribute__((aligned(128)));
    typedef int pair[2];
    char first = 'c';
    line a = await give(3);
    pair p = { 1, await give(2) };
    char *c = &first;
    line *q = &a;
    await async_yield();
    printf("%c %d %d %d\n", *c, *q, (int)((uintptr_t)q % 128), p[0] + p[1]);
    return 0;
}
// CHECK: {{^}}c 3 0 3
