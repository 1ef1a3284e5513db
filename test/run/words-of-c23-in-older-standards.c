// Before C23 bool, nullptr, constexpr and others are ordinary names, under each compiler.
// RUN: %build -std=gnu11 %s -o %t && %run %t | FileCheck %s
#include <async.h>
#include <stdio.h>

typedef unsigned char bool;
enum { false, true };

async bool give(bool x) { await async_yield(); return x; }
static int plain(int nullptr) { int constexpr = nullptr; return constexpr; }

async int main(void)
{
    bool b = await give(true);
    int nullptr = 3, constexpr = await give(4), thread_local = 5, alignof = 6;
    await async_yield();
    printf("%d %d %d %d %d\n", b, nullptr + constexpr, thread_local, alignof, plain(false + 7));
    return 0;
}
// CHECK: {{^}}1 7 5 6 7
