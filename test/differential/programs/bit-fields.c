// Bit-fields are read, assigned, counted and promoted as C says.
// RUN: %differ %s
#include <stdbool.h>
#include <stdio.h>

struct flags {
    unsigned a : 3;
    int b : 5;
    unsigned : 0;
    bool c : 1;
    unsigned long long d : 37;
    signed char e : 4;
};

static int narrow(int x) { return x & 0x3f; }

static struct flags make(int x)
{
    struct flags f = {.a = (unsigned)x & 7, .b = x % 16, .c = x & 1, .d = (unsigned long long)x << 20, .e = -1};
    return f;
}

static long sum(struct flags f)
{
    return f.a + f.b + f.c + (long)(f.d >> 18) + f.e;
}

int main(void)
{
    struct flags f = make(5), g[2] = {make(11)};
    printf("%ld %ld %ld\n", sum(f), sum(g[0]), sum(g[1]));
    f.a += 6;
    f.b = (narrow(70) - 20) % 16;
    f.d |= 1;
    f.e ^= 3;
    f.c = !f.c;
    printf("%d %d %d %llu %d\n", f.a, f.b, f.c, (unsigned long long)f.d, f.e);
    printf("%d %d\n", f.a - 7 < 0, (f.a = 9));
    int turns = 0;
    for (g->a = 0; g->a < 7; g->a++)
        turns += f.a++ + --g[1].a;
    printf("%d %d %d %d\n", turns, g->a, f.a, g[1].a);
    unsigned long long wide = f.d << 3;
    printf("%llu %d\n", wide, (f.d <<= 36) == 0);
    struct { unsigned x : 2, y : 6; } local = {narrow(3), 40}, *p = &local;
    p->x += p->y-- > 39 ? 2 : 1;
    printf("%d %d %d\n", p->x, local.y, -local.y < 0);
}
