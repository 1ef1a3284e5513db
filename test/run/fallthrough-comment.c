// The comment by which gcc lets a case fall through is not lost, in plain and in async functions.
// RUN: %build %s -o %t && %run %t | FileCheck %s
#include <async.h>
#include <stdio.h>

async int give(int x) { await async_yield(); return x; }

static int plain(int n)
{
    int r = 0;
    switch (n) {
    case 0:
        r++;
#ifdef __clang__
        [[fallthrough]];
#endif
        /* fall through */
    default:
        r++;
    }
    return r;
}

async int f(int n)
{
    int r = 0;
    switch (n) {
    case 0:
        r += await give(1);
#ifdef __clang__
        [[fallthrough]];
#endif
        // fallthrough
    default:
        r++;
    }
    return r;
}

async int main(void)
{
    printf("%d %d %d\n", plain(0), await f(0), await f(1));
}
// CHECK: {{^}}2 2 1{{$}}
