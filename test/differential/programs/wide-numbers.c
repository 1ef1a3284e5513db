// Numbers wider than a register: long double, complex, 128 bits; mixed in one expression.
// RUN: %differ %s
#include <complex.h>
#include <stdio.h>

typedef unsigned __int128 wide;

static long double series(int n)
{
    long double sum = 0;
    for (int i = 0; i < n; i++)
        sum += (i % 2 ? -1.0L : 1.0L) / (2 * i + 1);
    return 4 * sum;
}

static double complex step(double complex z, double complex c)
{
    return z * z + c;
}

static int escape(double complex c)
{
    double complex z = 0;
    int n = 0;
    while (n < 30 && creal(z) * creal(z) + cimag(z) * cimag(z) < 4)
        z = step(z, c), n++;
    return n;
}

static wide power(unsigned base, int n)
{
    return n ? base * power(base, n - 1) : 1;
}

static const char *show(wide x, char *out)
{
    *out = 0;
    do
        *--out = (char)('0' + (int)(x % 10));
    while (x /= 10);
    return out;
}

static float narrow(long double x) { return (float)x; }

int main(void)
{
    char out[48];
    printf("%.6Lf %.3f\n", series(200), (double)narrow(series(50) / 3 + 1));
    for (int y = -2; y <= 2; y++)
        for (int x = -4; x <= 1; x++)
            printf("%d%c", escape(x / 2.0 + y / 2.0 * I), x == 1 ? '\n' : ' ');
    printf("%s\n", show(power(7, 40), out + sizeof out - 1));
    printf("%s\n", show(power(3, 80) / power(3, 70) + (wide)series(3), out + sizeof out - 1));
    double complex z = 3 + 4 * I;
    __real__ z += narrow(1.5L);
    __imag__ z *= creal(z);
    printf("%g %g %d\n", creal(z), cimag(~z), z == step(z, 0));
    long double whole = series(1) + (int)power(2, 10);
    short s = (short)whole;
    printf("%d %d\n", s, power(2, 100) > 1e30);
}
