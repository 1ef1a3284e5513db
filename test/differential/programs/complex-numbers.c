// Complex numbers of all kinds.
// RUN: %differ %s
#include <stdio.h>
#include <complex.h>
static double _Complex c(double a, double b)
{
    return a + b * I;
}
static float _Complex f(float a)
{
    return a * 2 + 1.fi;
}
static long double _Complex l(int a)
{
    return a - 2.0iL;
}
static int id(int x)
{
    return x;
}
static double _Complex mul(double _Complex a, double _Complex b)
{
    return a * b;
}
static void show(double _Complex z)
{
    printf("%g%+gi ", __real__ z, __imag__ z);
}
static int _Complex gi(int a, int b)
{
    int _Complex z;
    __real__ z = a;
    __imag__ z = b;
    return z;
}
int main(void)
{
    double _Complex z = c(1, 2), w = c(3, -1);
    show(z + w);
    show(z - w);
    show(mul(z, w));
    show(z / c(0, 1));
    show(-z);
    show(~z);
    show(conj(w));
    show(z * 2);
    show(1 / c(2, 0));
    show(z + id(1));
    putchar('\n');
    z += c(1, 1);
    show(z);
    z *= w;
    show(z);
    z /= c(2, 0);
    show(z);
    z -= 1;
    show(z);
    z = id(5);
    show(z);
    __real__ z = id(7);
    __imag__ z += id(2);
    show(z);
    putchar('\n');
    printf("%d %d %d\n", z == c(7, 2), z != w, c(0, 0) ? 1 : 0);
    printf("%d %d\n", !c(0, 1), c(0, 1) && id(1));
    float _Complex g = f(1.5f);
    show(g);
    g *= f(1);
    show(g);
    show(l(5));
    show((float _Complex)c(.1, .2) == c(.1, .2));
    int k = c(3.7, 9);
    printf("%d %g %g\n", k, creal(c(3, 4)), cabs(c(3, 4)));
    int _Complex i = gi(1, 2);
    i = i * gi(3, 4);
    printf("%d %d\n", __real__ i, __imag__ i);
    i += gi(id(1), 1);
    printf("%d %d\n", __real__ i, __imag__ i);
    double _Complex a[3] = {c(1, 1), 2, [2] = c(0, id(4))};
    a[1] += a[0] * a[2];
    show(a[1]);
    struct {
        float _Complex p;
        double _Complex q;
    } s = {f(2), c(id(2), 3)};
    s.p += s.q;
    show(s.p);
    double _Complex t = id(1) ? c(1, 2) : 5;
    show(t);
    t = id(0) ? c(1, 2) : id(5);
    show(t);
    t = c(1, 2), t++;
    show(t);
    t = c(1, 0) ?: c(2, 0);
    show(t);
    printf("%g\n", __real__(c(1, 2)) + __imag__ c(1, 2));
    double _Complex *p = &z;
    *p = c(9, 8);
    show(z);
    __imag__ *p = id(1);
    show(*p);
    return 0;
}
