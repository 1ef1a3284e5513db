// Built-in functions, with effects in their operands.
// RUN: %differ %s
#include <stdio.h>
#include <stddef.h>
#include <string.h>
static int n;
static int id(int x)
{
    n++;
    return x;
}
static unsigned u(unsigned x)
{
    n++;
    return x;
}
struct s {
    char c;
    int a[4];
    struct {
        short q;
    } in[2];
};
static int *ptr(int *p)
{
    n++;
    return p;
}
#define is_int(x) __builtin_types_compatible_p(__typeof__(x), int)
#define pick(x) __builtin_choose_expr(is_int(x), (x) + 1, "other")
static int unreach(int x)
{
    switch (id(x)) {
    case 1:
        return 10;
    case 2:
        return 20;
    }
    __builtin_unreachable();
}
int main(void)
{
    printf("%d %d %d %d %d %d\n", __builtin_popcount(u(0xf0f)), __builtin_clz(u(1)), __builtin_ctz(u(8)),
           __builtin_ffs(id(0)), __builtin_parity(u(7)), __builtin_clzll(u(1)));
    printf("%x %llx %x\n", __builtin_bswap32(u(0x12345678)), (unsigned long long)__builtin_bswap64(u(1)),
           __builtin_bswap16(u(0x1234)));
    int r;
    _Bool o = __builtin_add_overflow(id(2147483647), id(1), &r);
    printf("%d %d\n", o, r);
    long l;
    o = __builtin_mul_overflow(id(1 << 30), 4l, &l);
    printf("%d %ld\n", o, l);
    unsigned char c;
    o = __builtin_sub_overflow(id(3), id(5), &c);
    printf("%d %d\n", o, c);
    if (__builtin_add_overflow(id(1), id(2), ptr(&r)))
        printf("bad\n");
    printf("%d\n", r);
    if (__builtin_expect(id(1) == 1, 1))
        printf("likely\n");
    if (__builtin_expect(!!id(0), 0) || __builtin_expect_with_probability(id(1), 1, .9))
        printf("prob\n");
    printf("%d %d\n", __builtin_constant_p(5 + 6), __builtin_constant_p(id(3)));
    printf("%d %s\n", pick(id(4)), pick("x"));
    printf("%zu %zu\n", offsetof(struct s, in[1].q), __builtin_offsetof(struct s, a[2]));
    printf("%d %d\n", __builtin_abs(id(-4)), (int)__builtin_strlen("abc"));
    char buf[20];
    __builtin_memcpy(buf, "hello", id(6));
    __builtin_memset(buf + 1, id('x'), 2);
    printf("%s %d\n", buf, __builtin_strcmp(buf, "hxxlo"));
    printf("%g %d %d\n", __builtin_fabs(-2.5), __builtin_isnan(id(1) / 1.), __builtin_inf() > 1e300);
    printf("%d\n", unreach(id(1)) + unreach(2));
    __builtin_prefetch(&r);
    int al[4];
    int *pa = __builtin_assume_aligned(al, 4);
    pa[id(1)] = 3;
    printf("%d %d\n", al[1], 1);
    printf("%d %d\n", (int)sizeof(id(9)), n);
    printf("%d\n", __builtin_choose_expr(1, id(5), n));
    printf("%d %d\n", __builtin_signbit(-1.0) != 0, (int)__builtin_copysign(3, -1));
    void *ra = __builtin_return_address(0);
    (void)ra;
    printf("%d\n", __builtin_types_compatible_p(int[], int[5]));
    return 0;
}
