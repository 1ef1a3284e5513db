// The elements of an array that is a parameter keep their qualifiers: those of a pointer, not of what it points to.
// RUN: %build %s -o %t && %run %t | FileCheck %s
#include <async.h>
#include <stdio.h>

typedef const char *const names[2];

async int all(const char *const a[], char *const b[2], const int c[], const volatile int *volatile d[], names e)
{
    await async_yield();
    d++;
    return a[0][0] + b[0][0] + c[0] + *d[0] + e[1][0] + _Generic(&a[0], const char *const *: 1000, default: 0) +
           _Generic(&b[0], char *const *: 2000, default: 0) + _Generic(&d[0], const volatile int *volatile *: 4000, default: 0);
}

async int main(void)
{
    static char x[] = "\1", y[] = "\2";
    const char *const a[] = { x };
    char *const b[] = { y, x };
    const int c[] = { 10 }, n = 100;
    const volatile int *volatile d[] = { 0, &n };
    future(int) (*pointer)(const char *const *, char *const *, const int *, const volatile int *volatile *, names) = all;
    // CHECK: 7117 7117
    printf("%d %d\n", await all(a, b, c, d, (names){ y, "\4" }), await pointer(a, b, c, d, (names){ y, "\4" }));
    return 0;
}
