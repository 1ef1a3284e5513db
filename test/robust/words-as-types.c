// A header that is included behind <async.h> may have types, functions and variables that are called like the words.
// RUN: rm -rf %t && split-file %s %t
// RUN: %asyncc --cc=gcc %t/a.c -o %t/out.c && %cc -fsyntax-only %t/out.c
// RUN: %asyncc-cc -c %t/a.c -o %t/a.o
// RUN: %asyncc clang-19 -Wall -Werror -c %t/a.c -o %t/a.o
// RUN: %asyncc-cc -c %t/b.c -o %t/b.o
// RUN: not %asyncc %t/wrong.c -o %t/out.c 2>&1 | FileCheck %s

//--- types.h
typedef int await;
typedef struct { int x; } async;
typedef int yield;
typedef unsigned defer, *future;
struct holder {
    await a, *b;
    async c, *d;
    yield e;
    defer f;
    await (*call)(await, async *);
};
void use(await *a);
await one(async *p, yield y);
async two(void);
static async three(void);
extern async list[2];
static inline await sum(const await *a, async s)
{
    await total = *a;
    yield more = (yield)s.x + (await)2;
    defer rest = sizeof(await);
    future p = &rest;
    for (await i = 0; i < 3; i++)
        total += i;
    return total + more + (await)*p;
}
static inline async three(void)
{
    async s = { 3 };
    return s;
}

//--- names.h
static inline int generator(int x) { return x; }
static inline int twice(int generator) { return generator + 2; }

//--- calls.h
extern int await(int);
static inline int defer(int yield) { return await(yield) + await(2) * (yield + 1); }
static inline void run(int n)
{
    if (n)
        defer(n);
    await(n);
}

//--- a.c
#include <async.h>
#include "types.h"
#include "names.h"
async int f(await *x)
{
    return *x;
}
static async int g(void)
{
    int x = 1;
    return await f(&x) + three().x + sum(&x, three());
}
async int main(void)
{
    return await g() + twice(1);
}

//--- b.c
#include <async.h>
#include "calls.h"
async int f(int x)
{
    run(x);
    return x;
}
async int main(void)
{
    return await f(0);
}

//--- wrong.c
// Where nothing is called so, the word is the operator.
#include <async.h>
async int f(int x) { return x; }
struct options { int await; };
static int plain(void) { return await f(3); }
// CHECK: wrong.c:5:33: error: 'await' is only allowed in an async function
