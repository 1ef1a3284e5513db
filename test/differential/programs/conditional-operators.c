// ?: with void, struct, pointer and missing operands, and of mixed types.
// RUN: %differ %s
#include <stdio.h>
static unsigned n;
static int t(int x)
{
    n = n * 7 + x;
    return x;
}
static void v(int x)
{
    n += x;
}
static char *p(int x)
{
    return x ? "str" : 0;
}
static double d(double x)
{
    return x;
}
struct s {
    int a;
    double b;
};
static struct s mk(int a)
{
    return (struct s){a, a / 2.};
}
static int f1(int x)
{
    return x + 1;
}
static int f2(int x)
{
    return x + 2;
}
int main(void)
{
    for (int i = 0; i < 5; i++) {
        int r = t(i) == 0 ? t(10) : i == 1 ? t(20) : i == 2 ? t(30) ? t(31) : t(32) : t(0) ? 5 : t(40) + 1;
        printf("%d %d\n", r, n);
    }
    t(1) ? v(1) : v(2);
    t(0) ? v(1) : (void)0;
    t(0) ? (void)t(3) : v(9);
    printf("%d\n", n);
    int x = t(0) ?: t(4) ?: t(5);
    printf("%d %d\n", x, n);
    x = t(6) ?: t(7);
    printf("%d %d\n", x, n);
    char *s = p(0) ?: p(1);
    printf("%s\n", s);
    s = x ? p(1) : 0;
    printf("%s\n", s ?: "(null)");
    s = !x ? p(1) : (void *)0;
    printf("%s\n", s ?: "(null)");
    struct s q = t(1) ? mk(3) : mk(4);
    printf("%d %g\n", q.a, (t(0) ? mk(3) : mk(4)).b);
    printf("%d\n", (t(1) ? &q : 0)->a);
    *(t(0) ? &x : &q.a) = 9;
    printf("%d %d\n", x, q.a);
    printf("%g\n", t(1) ? 1 : d(2.5));
    printf("%g\n", t(0) ? 1 : d(2.5));
    printf("%d\n", (t(1) ? f1 : f2)(10));
    int a[3] = {1, 2, 3}, b[3] = {4, 5, 6};
    printf("%d\n", (t(0) ? a : b)[1]);
    (t(1) ? a : b)[2] += 4;
    printf("%d\n", a[2]);
    unsigned char c = t(1) ? 200 : -1;
    signed char e = t(0) ? 5 : -1;
    printf("%d %d %d\n", c, e, t(1) ? -1 : c);
    long l = t(1) ? -1 : 1u;
    printf("%ld\n", l);
    _Bool k = t(3) ? t(0) : t(1);
    printf("%d\n", k);
    x = (t(1), t(2)) ? (t(3), t(4)) : t(5);
    printf("%d %d\n", x, n);
    x = t(1) ? x = t(8), x + 1 : 0;
    printf("%d\n", x);
    if (t(1) ? t(0) : t(1))
        printf("bad\n");
    while (t(x) > 3 ? x-- : t(0))
        ;
    printf("%d %d\n", x, n);
    const char *r = t(1) ? "a" : "bcd";
    printf("%s %zu\n", r, sizeof(t(1) ? "a" : "bcd"));
    int *np = t(0) ? &x : 0;
    printf("%d\n", np == 0);
    const void *vp = t(1) ? (void *)&x : &q;
    printf("%d\n", vp == &x);
    return !!(t(0) ? 1 : t(0));
}
