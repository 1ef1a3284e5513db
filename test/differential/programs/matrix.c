// Arrays of arrays, pointers to arrays, rows that are parameters.
// RUN: %differ %s
#include <stdio.h>

enum { N = 3 };
typedef double row[N];
typedef struct { row rows[N]; } matrix;

static matrix unit(void)
{
    matrix m = {0};
    for (int i = 0; i < N; i++)
        m.rows[i][i] = 1;
    return m;
}

static double dot(const double a[static N], const row b)
{
    double sum = 0;
    for (int i = 0; i < N; i++)
        sum += a[i] * b[i];
    return sum;
}

static matrix transposed(const matrix *m)
{
    matrix t;
    for (int i = 0; i < N; i++)
        for (int k = 0; k < N; k++)
            t.rows[k][i] = m->rows[i][k];
    return t;
}

static matrix product(const matrix *a, matrix b)
{
    matrix c;
    b = transposed(&b);
    for (int i = 0; i < N; i++)
        for (int k = 0; k < N; k++)
            c.rows[i][k] = dot(a->rows[i], b.rows[k]);
    return c;
}

static double determinant(double (*m)[N])
{
    double d = 0;
    for (int i = 0; i < N; i++)
        d += m[0][i] * (m[1][(i + 1) % N] * m[2][(i + 2) % N] - m[1][(i + 2) % N] * m[2][(i + 1) % N]);
    return d;
}

static int fill(int cube[2][3][4])
{
    int n = 0;
    for (int (*plane)[4] = cube[0]; plane < cube[0] + 3; plane++)
        for (int *p = *plane; p != *plane + 4; ++p)
            *p = n++, p[12] = -n;
    return n;
}

int main(void)
{
    matrix m = {{{2, 0, 1}, {1, 3, 2}, {1, 1, 4}}}, p = unit();
    for (int i = 0; i < 4; i++)
        p = product(&p, m);
    for (int i = 0; i < N; i++)
        printf("%g %g %g\n", p.rows[i][0], p.rows[i][1], p.rows[i][2]);
    printf("%g %g\n", determinant(m.rows), product(&m, transposed(&m)).rows[1][2]);
    int cube[2][3][4], sum = fill(cube);
    for (int i = 0; i < 24; i++)
        sum = sum * 5 % 10007 + (&cube[0][0][0])[i % 4] + cube[i / 12][i / 4 % 3][i % 4];
    printf("%d %zu\n", sum, sizeof cube[1] / sizeof(**cube));
}
