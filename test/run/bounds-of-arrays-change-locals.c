// What the size of an array changes when it is evaluated is saved, though the array is gone before anybody waits.
// RUN: %build %s -o %t && %run %t | FileCheck %s
#include <async.h>
#include <stdio.h>
#include <string.h>

static async int count(int n)
{
    await async_yield();
    {
        char line[n++];
        memset(line, 'x', sizeof line);
    }
    await async_yield();
    int (*rows)[n++] = nullptr, other = 5;
    await async_yield();
    return n + other + (int)(sizeof *rows / sizeof(int)) * 100;
}

async int main(void)
{
    printf("%d\n", await count(5));    // CHECK: {{^}}612{{$}}
    return 0;
}
