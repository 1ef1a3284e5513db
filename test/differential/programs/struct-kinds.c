// Structs of one or several members of each arithmetic kind, as arguments and results.
// RUN: %differ %s
#include <stdio.h>
#include <complex.h>
typedef float v4 __attribute__((vector_size(16)));
typedef int v2i __attribute__((vector_size(8)));
struct f1 {
    float a;
};
struct f2 {
    float a, b;
};
struct f3 {
    float a, b, c;
};
struct f4 {
    float a[4];
};
struct d1 {
    double a;
};
struct d2 {
    double a, b;
};
struct d3 {
    double a, b, c;
};
struct fd {
    float f;
    double d;
};
struct id {
    int i;
    double d;
};
struct di {
    double d;
    int i;
};
struct lf {
    long l;
    float f;
};
struct ld {
    long double x;
};
struct cf {
    float _Complex c;
};
struct cd {
    double _Complex c;
};
struct cl {
    long double _Complex c;
};
struct v {
    v4 v;
};
struct v2 {
    v2i v;
    char c;
};
struct i128 {
    __int128 x;
    char c;
};
struct ptr {
    void *p;
    int *q;
};
struct mix {
    char c;
    short s;
    int i;
    long l;
    float f;
    double d;
    long double e;
};
union un {
    char c;
    double d;
    long double e;
};
struct nest {
    struct f2 a;
    union un u;
    struct {
        int x[3];
    };
};
#define R(T, ...)                                                                                                      \
    static struct T r_##T(int n) {                                                                                     \
        struct T v = {__VA_ARGS__};                                                                                    \
        return v;                                                                                                      \
    } static struct T t_##T(struct T a, int k, struct T b) {                                                           \
        return k ? a : b;                                                                                              \
    }
R(f1, n)
R(f2, n, n + 1) R(f3, n, n + 1, n + 2) R(f4, {n, n, n, n + 3}) R(d1, n + .5) R(d2, n, n + .25) R(d3, n, n, n + 2)
    R(fd, n, n + 1) R(id, n, n + .5) R(di, n + .5, n) R(lf, n, n + .5f) R(ld, n + .125L) R(cf, n + 1 * I)
        R(cd, n + 2 * I) R(cl, n + 3 * I) R(v, {n, n + 1, n + 2, n + 3}) R(v2, {n, n + 1}, n)
            R(i128, (__int128)n << 70, n) R(mix, n, n, n, n, n, n, n) R(nest, {n, n}, {n}, {{n, n, n}}) int main(void)
{
    printf("%g %g %g %g\n", r_f1(1).a, t_f2(r_f2(2), 1, r_f2(3)).b, t_f3(r_f3(1), 0, r_f3(7)).c,
           t_f4(r_f4(1), 0, r_f4(2)).a[3]);
    printf("%g %g %g\n", t_d1(r_d1(1), 0, r_d1(2)).a, t_d2(r_d2(1), 1, r_d2(2)).b, t_d3(r_d3(1), 1, r_d3(2)).c);
    printf("%g %g %d %g\n", t_fd(r_fd(1), 0, r_fd(2)).d, t_id(r_id(1), 0, r_id(2)).d, t_di(r_di(1), 0, r_di(2)).i,
           t_lf(r_lf(1), 1, r_lf(2)).f);
    printf("%Lg %g %g %Lg\n", t_ld(r_ld(1), 1, r_ld(2)).x, cimagf(t_cf(r_cf(1), 1, r_cf(2)).c),
           creal(t_cd(r_cd(1), 0, r_cd(2)).c), cimagl(t_cl(r_cl(1), 0, r_cl(2)).c));
    printf("%g %d %d\n", t_v(r_v(1), 0, r_v(2)).v[3], t_v2(r_v2(1), 1, r_v2(2)).v[1], t_v2(r_v2(1), 0, r_v2(2)).c);
    struct i128 big = t_i128(r_i128(1), 0, r_i128(5));
    printf("%lld %d\n", (long long)(big.x >> 68), big.c);
    struct mix m = t_mix(r_mix(1), 0, r_mix(3));
    printf("%d %d %d %ld %g %g %Lg\n", m.c, m.s, m.i, m.l, m.f, m.d, m.e);
    struct nest n = t_nest(r_nest(1), 0, r_nest(3));
    printf("%g %d %d\n", n.a.b, n.u.c, n.x[2]);
    return 0;
}
