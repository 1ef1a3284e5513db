// Compound assignments to every arithmetic type.
// RUN: %differ %s
#include <stdio.h>
static int n;
static int t(int x)
{
    n++;
    return x;
}
static long l(long x)
{
    return x;
}
static double d(double x)
{
    return x;
}
#define ALL(T, init)                                                                                                   \
    do {                                                                                                               \
        T v = init;                                                                                                    \
        v += t(3);                                                                                                     \
        printf("%g ", (double)v);                                                                                      \
        v -= t(1);                                                                                                     \
        printf("%g ", (double)v);                                                                                      \
        v *= t(2);                                                                                                     \
        printf("%g ", (double)v);                                                                                      \
        v /= t(3);                                                                                                     \
        printf("%g ", (double)v);                                                                                      \
        v = v + d(1.5);                                                                                                \
        printf("%g ", (double)v);                                                                                      \
        v *= d(1.5);                                                                                                   \
        printf("%g\n", (double)v);                                                                                     \
    } while (0)
#define INT(T, init)                                                                                                   \
    do {                                                                                                               \
        T v = init;                                                                                                    \
        v %= t(7);                                                                                                     \
        v <<= t(2);                                                                                                    \
        v >>= t(1);                                                                                                    \
        v |= t(8);                                                                                                     \
        v &= t(13);                                                                                                    \
        v ^= t(5);                                                                                                     \
        v += l(1);                                                                                                     \
        printf("%lld ", (long long)v);                                                                                 \
    } while (0)
int main(void)
{
    ALL(char, 10);
    ALL(signed char, 20);
    ALL(unsigned char, 30);
    ALL(short, 100);
    ALL(unsigned short, 200);
    ALL(int, 1000);
    ALL(unsigned, 2000);
    ALL(long, 1l << 33);
    ALL(unsigned long long, 1ull << 40);
    ALL(float, 1.25f);
    ALL(double, 2.5);
    ALL(long double, .5L);
    INT(char, 99);
    INT(unsigned char, 255);
    INT(short, 30000);
    INT(unsigned short, 65535);
    INT(int, 123456);
    INT(unsigned, 4000000000u);
    INT(long, 1l << 40);
    INT(unsigned long long, ~0ull);
    INT(_Bool, 1);
    int a[3] = {1, 2, 3};
    a[t(1)] += a[t(2)] *= t(3);
    printf("%d %d %d\n", a[0], a[1], a[2]);
    int x = 1;
    x += x += t(2);
    printf("%d\n", x);
    int *p = a;
    p += t(2);
    p -= t(1);
    *p <<= t(1);
    *p++ |= t(1);
    printf("%d %td\n", a[1], p - a);
    struct {
        char c;
        int b : 4;
        float f;
    } s = {1, 2, 3};
    s.c += t(127);
    s.b += t(6);
    s.f /= t(2);
    printf("%d %d %g %d\n", s.c, s.b, s.f, n);
    char *q = "hello";
    q += t(1) + t(2);
    printf("%s\n", q);
    unsigned u = 5;
    u -= t(6);
    printf("%u\n", u);
    int i = 7;
    i /= d(2);
    i = i * (i += t(0), 1);
    printf("%d\n", i);
    long long big = 1;
    for (int k = 0; k < 5; k++)
        big *= big += t(k) + 1;
    printf("%lld\n", big);
    return 0;
}
