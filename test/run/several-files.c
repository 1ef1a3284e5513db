// Async functions in several files, declared in a header, in both spellings; plain files call them through <async/plain.h>.
// RUN: rm -rf %t && split-file %s %t && cd %t && %build -I. main.c library.c plain.c -o program && %run ./program | FileCheck %s
// RUN: cd %t && %asyncc-cc -I. -c main.c && %asyncc-cc -I. -c library.c && %asyncc-cc -I. -c plain.c && %build main.o library.o plain.o -o linked && %run ./linked | FileCheck %s
// CHECK: {{^}}1 12 3.5 5
// CHECK-NEXT: {{^}}15
// CHECK-NEXT: {{^}}plain 42

//--- library.h
#ifndef LIBRARY_H
#define LIBRARY_H
struct point { int x, y, z; };
async_fn(int) one(int);
async_fn(struct point) point(int);
async_fn(double) real(double);
static inline int helper(int x) { return x + 1; }
int run_from_plain(void);
#endif

//--- library.c
#include <async.h>
#include "library.h"
static async int hidden(int x) { await async_yield(); return x; }
async int one(int x) { return await hidden(x); }
async struct point point(int x) { await async_yield(); return (struct point){ x, await hidden(x + 1), helper(await hidden(x + 1)) }; }
async double real(double x) { await async_yield(); return x; }

//--- plain.c
#include <async/plain.h>
#include "library.h"
int run_from_plain(void)
{
    return async_run(one(42));
}

//--- main.c
#include <async.h>
#include "library.h"
#include <stdio.h>
static async int hidden(int x) { await async_yield(); return -x; }
async int start(void)
{
    struct point p = await point(10);
    printf("%d %d %.1f %d\n", await one(1), p.z, await real(3.5), -await hidden(5));
    future(struct point) t = async_create_task(point(11));
    p = await t;
    printf("%d\n", p.y + p.z - p.x + 1);
    return 0;
}
int main(void)
{
    if (async_run(start()))
        return 1;
    printf("plain %d\n", run_from_plain());
    return 0;
}
