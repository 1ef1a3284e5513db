// Functions with attributes, inline functions, assembler, built-ins, restrict, pragmas and odd declarators.
// RUN: %differ %s
#include <limits.h>
#include <stdio.h>

__attribute__((noinline)) static int outer(int x) { return x * 2 + 1; }
static inline __attribute__((always_inline)) int inner(int x) { return outer(x) - 1; }
__attribute__((unused)) static int unused(void) { return outer(0); }
static int __attribute__((cold)) (wrapped)(int x) { return inner(x) ^ 1; }
const char static *backwards(int n) { return "backwards" + n; }

static int (*table(int (*t)[3], int i))[3] { return t + outer(i) / 3; }

static unsigned turn(unsigned x)
{
#if defined __x86_64__
    __asm__("roll $3, %0" : "+r"(x) : : "cc");
#else
    x = x << 3 | x >> 29;
#endif
    return x;
}

static int add(int a, int b)
{
    int sum;
    if (__builtin_add_overflow(outer(a), b, &sum))
        return __builtin_expect(b > 0, 1) ? INT_MAX : INT_MIN;
    return sum;
}

static void copy(int n, int *restrict to, const int *restrict from)
{
#pragma GCC diagnostic ignored "-Wunused-variable"
    for (int i = 0; i < n; i++)
        to[i] = inner(from[i]);
}

int main(void)
{
    int rows[2][3] = {{1, 2, 3}, {4, 5, 6}}, out[3];
    copy(3, out, *table(rows, 1));
    printf("%d %d %d\n", out[0], out[1], out[2]);
    printf("%d %s %u\n", wrapped(20), backwards(inner(2)), turn(0x80000001u));
    printf("%d %d %d\n", add(1, 2), add(1, INT_MAX), __builtin_popcount((unsigned)outer(127)));
    printf("%s %d\n", __func__, __builtin_constant_p(outer(1)) || __LINE__ > 10);
}
