// Cleanups of pointers, constants, structs and arrays; macros that return; the value to return is computed first.
// RUN: %build %s -o %t && env ASYNC_CLOCK=virtual %run %t | FileCheck %s
#include <async.h>
#include <stdio.h>
#include <stdlib.h>
#include <stdbool.h>
async int give(int n) { await async_yield(); return n; }
static void free_any(void *p) { printf("(free %d)", **(int **)p); free(*(void **)p); }
static void close_fd(const int *fd) { printf("(close %d)", *fd); }
static void drop(void *p) { (void)p; printf("(drop)"); }
#define _cleanup_(f) __attribute__((__cleanup__(f)))
#define TRY(x) ({ int r_ = (x); if (r_ < 0) return r_; r_; })
async int uses(int n)
{
    _cleanup_(free_any) int *p = malloc(sizeof *p), *q = malloc(sizeof *q);
    *p = n; *q = n + 1;
    [[gnu::cleanup(close_fd)]] const int fd = await give(n + 2);
    struct local { int x; }; _cleanup_(drop) struct local s = { 4 };
    _cleanup_(drop) char vla[n + 3];
    vla[0] = await give(1);
    int a = TRY(await give(n == 5 ? -5 : 6));
    if (n == 6) { _cleanup_(close_fd) int inner = 60; return TRY(a - 10) + 1; }
    return a + s.x + vla[0] + fd;
}
async bool flag(void) { _cleanup_(drop) int x = 0; return await give(x) == 0; }
async const char *text(int n) { _cleanup_(drop) int x = 0; if (await give(n)) return "one"; return "none"; }
async double number(void) { _cleanup_(drop) int x = 0; return await give(x) + 0.5; }
async int comma(void) { _cleanup_(drop) int x = 0; await give(x); return x++, 3; }
async int falls(int n) { _cleanup_(drop) int x = 0; if (await give(n)) return 1; else return 2; }
async int deep(int n)
{
    for (int i = 0; i < n; i++) {
        _cleanup_(close_fd) int a = i;
        for (int j = 0; j < n; j++) {
            _cleanup_(close_fd) int b = 10 * i + j;
            if (await give(j) == 1) goto next;
            if (await give(i) == 2) goto done;
        }
next:;
    }
done:
    return n;
}
async int main(void)
{
    _cleanup_(drop) int last = 0;
    printf(" %d\n", await uses(1));
    printf(" %d\n", await uses(5));
    printf(" %d\n", await uses(6));
    printf(" %d %s %s %g\n", await flag(), await text(0), await text(1), await number());
    printf(" %d %d\n", await comma(), await falls(1));
    printf(" %d\n", await deep(3));
    return last;
}
// CHECK: {{^}}(drop)(drop)(close 3)(free 2)(free 1) 14
// CHECK-NEXT: {{^}}(drop)(drop)(close 7)(free 6)(free 5) -5
// CHECK-NEXT: {{^}}(close 60)(drop)(drop)(close 8)(free 7)(free 6) -4
// CHECK-NEXT: {{^}}(drop)(drop)(drop)(drop) 1 none one 0.5
// CHECK-NEXT: {{^}}(drop)(drop) 3 1
// CHECK-NEXT: {{^}}(close 0)(close 1)(close 0)(close 10)(close 11)(close 1)(close 20)(close 2) 3
// CHECK-NEXT: {{^}}(drop)
