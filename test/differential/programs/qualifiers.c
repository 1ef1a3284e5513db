// const, restrict, register and static in declarations and parameters.
// RUN: %differ %s
#include <stdio.h>
#include <string.h>
static int id(int x)
{
    return x;
}
static const int ten = 10;
static const char *const tbl[] = {"a", "b"};
struct cs {
    const int k;
    int v;
    const char *s;
};
static void copy(int n, int *restrict a, const int *restrict b)
{
    for (int i = 0; i < n; i++)
        a[i] = b[i] + id(i);
}
static int sum(const int n, const int *const p)
{
    int s = 0;
    for (const int *q = p; q < p + n; q++)
        s += *q;
    return s;
}
static struct cs mk(const int k)
{
    const struct cs c = {k, id(k) * 2, tbl[k & 1]};
    return c;
}
static int len(const char s[static 1])
{
    return (int)strlen(s);
}
static int cp(int *const restrict p)
{
    return (*p)++;
}
static int reg(register int a)
{
    register int i, s = a;
    for (i = 0; i < id(3); i++)
        s += i;
    return s;
}
static const struct cs *best(const struct cs *a, const struct cs *b)
{
    return a->v > b->v ? a : b;
}
int main(void)
{
    const int a[] = {id(1), id(2), 3};
    int b[3];
    copy(3, b, a);
    printf("%d %d\n", sum(3, a), sum(id(3), b));
    const int k = id(ten), *const pk = &k;
    const int j = *pk + id(1);
    printf("%d %d\n", k, j);
    const struct cs x = mk(3), y = mk(id(4));
    printf("%d %d %s %d\n", x.k, y.v, y.s, best(&x, &y)->k);
    struct cs z = {.k = id(7)};
    z.v = z.k;
    printf("%d %d\n", z.v, len("four"));
    for (const char *const *p = tbl; p < tbl + id(2); p++)
        printf("%s", *p);
    int m = id(5);
    int w = cp(&m);
    printf("\n%d %d %d\n", w, m, reg(1));
    const double pi = id(355) / 113.;
    const float *pf = &(const float){id(2)};
    printf("%.5f %g\n", pi, *pf);
    const char c[] = "const";
    printf("%c %zu\n", c[id(2)], sizeof c);
    for (const int q = id(4); m < q + 4; m++)
        ;
    printf("%d\n", m);
    {
        const int k = id(77);
        const int t[2] = {k, k + id(1)};
        printf("%d %d\n", k, t[1]);
    }
    int const volatile cv = id(3);
    printf("%d\n", cv);
    const int *pp[] = {&a[1], pk};
    printf("%d\n", *pp[id(1)] + *pp[0]);
    const union {
        int i;
        float f;
    } u = {id(4)};
    printf("%d\n", u.i);
    return 0;
}
