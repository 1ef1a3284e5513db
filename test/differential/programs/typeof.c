// typeof, __auto_type and the macros that live of them.
// RUN: %differ %s
#include <stdio.h>
static int calls;
static int f(int x)
{
    calls++;
    return x;
}
static double g(void)
{
    calls++;
    return 2.5;
}
static char *s(void)
{
    calls++;
    return "text";
}
#define max(a, b)                                                                                                      \
    ({                                                                                                                 \
        __typeof__(a) _a = (a);                                                                                        \
        __typeof__(b) _b = (b);                                                                                        \
        _a > _b ? _a : _b;                                                                                             \
    })
#define swap(a, b)                                                                                                     \
    do {                                                                                                               \
        __typeof__(a) t = (a);                                                                                         \
        (a) = (b);                                                                                                     \
        (b) = t;                                                                                                       \
    } while (0)
#define container_of(p, T, m)                                                                                          \
    ({                                                                                                                 \
        const __typeof__(((T *)0)->m) *_p = (p);                                                                       \
        (T *)((char *)_p - __builtin_offsetof(T, m));                                                                  \
    })
struct node {
    int x;
    struct {
        int in;
    } m;
};
static __typeof__(int[3]) arr = {1, 2, 3};
static __typeof__(f) *pf = f;
static __typeof__(struct node *) find(struct node *n)
{
    calls++;
    return container_of(&n->m, struct node, m);
}
int main(void)
{
    __typeof__(f(1)) a = f(2);
    __typeof__(g()) b = g();
    __typeof__(s()) c = s();
    __typeof__(*s()) d = *s();
    __typeof__(&a) pa = &a;
    printf("%d %g %s %c %d %d\n", a, b, c, d, *pa, calls);
    printf("%d %g\n", max(f(3), f(2)), max(g(), 1));
    printf("%d\n", max(max(f(1), f(4)), max(f(3), f(2))));
    int x = f(1), y = f(2);
    swap(x, y);
    printf("%d %d\n", x, y);
    struct node n = {1, {2}};
    printf("%d\n", find(&n)->x);
    __auto_type z = f(7);
    __auto_type w = s();
    __auto_type q = &n;
    q->x += z;
    printf("%d %s %d\n", z, w, n.x);
    __typeof__(arr) copy = {f(4), f(5), f(6)};
    printf("%d %zu\n", copy[f(1)], sizeof(__typeof__(arr[0])));
    printf("%d\n", pf(9));
    printf("%d\n", calls);
    const int k = f(5);
    __typeof__(k) kk = k;
    __typeof__(+k) m = k;
    m++;
    printf("%d %d\n", kk, m);
    __typeof__(n.m) inner = {f(3)};
    printf("%d\n", inner.in);
    __typeof__(__typeof__(char *)[4]) strs = {"a", s(), 0, "b"};
    printf("%s%s\n", strs[1], strs[3]);
    __typeof__(f(1) ? 1 : 2.0) cond = f(0) ? 1 : 2;
    printf("%g\n", cond);
    for (__typeof__(a) i = 0; i < 2; i++) {
        __typeof__(i) j = f(i);
        printf("%d", j);
    }
    putchar('\n');
    unsigned char u = f(3);
    __typeof__(u + u) wide = u + 254;
    printf("%d\n", wide);
    return 0;
}
