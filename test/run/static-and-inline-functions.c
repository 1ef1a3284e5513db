// Static, inline and attributed async functions; prototypes before and after; specifiers in any order.
// RUN: %build %s -o %t && %run %t | FileCheck %s
#include <async.h>
#include <stdio.h>

static async int a(int x);
async static int b(int x);
static int async c(int);
static inline async int d(int x) { await async_yield(); return x + 4; }
inline static async int e(int x) { return x + 5; }
__attribute__((noinline)) static async int f(int x) { await async_yield(); return x + 6; }
static async int g(int x) __attribute__((unused));
static async int g(int x) { await async_yield(); return x + 7; }
static inline __attribute__((always_inline)) async int n(int x) { await async_yield(); return x; }
[[maybe_unused]] static async int h(int x) { await async_yield(); return x + 8; }
extern async long i(int);
future(long) i(int);
async int j(int), k(int x);
static async const char *l(void), **m(void);
__extension__ static async long long o(int x) { await async_yield(); return x + 12; }
async __extension__ inline long p(int x) { return x + 13; }

async int main(void)
{
    printf("%d %d %d %d %d %d\n", await a(0), await b(0), await c(0), await d(0), await e(0), await f(0));
    printf("%ld %d %d %s %s\n", await i(0), await j(await n(0)), await k(0), await l(), *await m());
    printf("%lld %ld\n", await o(0), await p(0));
}

static async int a(int x) { await async_yield(); return x + 1; }
async static int b(int x) { await async_yield(); return x + 2; }
static int async c(int x) { await async_yield(); return x + 3; }
async long i(int x) { await async_yield(); return x + 9; }
async int j(int x) { return x + 10; }
async int k(int x) { return x + 11; }
static async const char *l(void) { await async_yield(); return "l"; }
static async const char **m(void) { static const char *s = "m"; await async_yield(); return &s; }
// CHECK: {{^}}1 2 3 4 5 6
// CHECK-NEXT: {{^}}9 10 11 l m
// CHECK-NEXT: {{^}}12 13
