// Lengths of arrays that have effects; arrays of variable length in loops, recursion and behind goto.
// RUN: %differ %s
#include <stdio.h>
static int n(int x)
{
    return x;
}
static int calls;
static int c(int x)
{
    calls++;
    return x;
}
static int sum2(int r, int k, int a[r][k])
{
    int s = 0;
    for (int i = 0; i < r; i++)
        for (int j = 0; j < k; j++)
            s += a[i][j];
    return s;
}
static int side(int r, int a[r][2])
{
    return a[1][1] + (int)sizeof a[0];
}
static int star(int r, int a[r])
{
    return a[r - 1];
}
static int ptr(int r, int (*p)[r])
{
    int s = 0;
    for (int i = 0; i < r; i++)
        s += (*p)[i];
    return s + (int)sizeof *p;
}
static int rec(int d)
{
    int v[d + 1];
    for (int i = 0; i <= d; i++)
        v[i] = i * d;
    return d ? v[n(d)] + rec(d - 1) : v[0];
}
int main(void)
{
    int k = n(3), a[k], m[k][n(2)];
    for (int i = 0; i < k; i++) {
        a[i] = c(i);
        for (int j = 0; j < 2; j++)
            m[i][j] = i * 2 + c(j);
    }
    printf("%zu %zu %d\n", sizeof a, sizeof m, sum2(k, 2, m));
    printf("%d\n", side(k, m));
    printf("%d\n", calls);
    printf("%d\n", star(n(3), a));
    int(*p)[k] = &a;
    k = 10;
    printf("%zu %d\n", sizeof *p, ptr(3, p));
    typedef int T[c(4)];
    T t;
    calls = 0;
    T u;
    printf("%zu %zu %d\n", sizeof t, sizeof(T), calls);
    for (int i = 0; i < 4; i++) {
        t[i] = n(i);
        u[3 - i] = t[i] + i;
    }
    for (int i = 1; i < 5; i++) {
        char s[i * 2];
        s[i] = n(i);
        printf("%zu,%d ", sizeof s, s[i]);
        if (i == 3)
            continue;
        int z[n(i)];
        z[i - 1] = u[i - 1];
        printf("%d ", z[i - 1]);
    }
    printf("%d\n", rec(6));
    size_t sz = sizeof(int[c(5)]);
    printf("%zu %d\n", sz, calls);
    int i = 0;
    {
    again:;
        int v[n(i) + 1];
        v[i] = i;
        if (v[i]++ < 3) {
            i++;
            goto again;
        }
        printf("%d %zu\n", v[i], sizeof v);
    }
    int(*q)[2] = m;
    q += n(1);
    printf("%d\n", (*q)[1]);
    int(*mm)[n(3)][2] = (void *)m;
    printf("%d %zu\n", (*mm)[2][1], sizeof **mm);
    __typeof__(a) w;
    for (int j = 0; j < 3; j++)
        w[j] = a[j] + n(1);
    printf("%d %zu\n", w[2], sizeof w);
    return 0;
}
