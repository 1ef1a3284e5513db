// Bit-fields behind calls: in unions, packed, volatile, nested, as operands of everything.
// RUN: %differ %s
#include <stdio.h>
/* bit-fields through pointers, arrays, unions, nested, volatile, packed */
struct __attribute__((packed)) p {
    unsigned a : 3;
    unsigned b : 17;
    unsigned c : 12;
    char d;
    long e : 50;
};
union u {
    unsigned w;
    struct {
        unsigned lo : 4, mid : 20, hi : 8;
    };
    struct {
        unsigned char b[4];
    } by;
};
struct n {
    int h;
    struct {
        signed in : 5;
        unsigned : 2;
        unsigned out : 9;
    } s[3];
    union u u;
};
static struct n g;
static int idx, calls;
static struct n *get(void)
{
    calls++;
    return &g;
}
static int next(void)
{
    calls++;
    return idx++ % 3;
}
static unsigned val(unsigned v)
{
    calls++;
    return v;
}
int main(void)
{
    struct p p = {5, 70000, 4095, 'x', -1};
    p.b -= val(70001);
    p.c++;
    p.e >>= val(3);
    p.a *= val(3);
    printf("%u %u %u %c %ld %zu\n", p.a, p.b, p.c, p.d, (long)p.e, sizeof p);
    get()->s[next()].in = val(15);
    get()->s[next()].in += val(-3);
    get()->s[next()].out |= val(0x1ff);
    get()->s[next()].in++;
    --get()->s[next()].in;
    printf("%d %d %d %d %u %d\n", g.s[0].in, g.s[1].in, g.s[2].in, g.s[0].out, g.s[2].out, calls);
    get()->u.w = val(0xdeadbeef);
    printf("%x %x %x %x\n", get()->u.lo, get()->u.mid, get()->u.hi, get()->u.by.b[val(1)]);
    get()->u.mid = get()->u.hi * val(7);
    printf("%x\n", g.u.w);
    g.s[1].in = g.s[2].in = val(9);
    printf("%d\n", g.s[1].in == (g.s[2].in = 9));
    struct n c = g, *q = &c;
    q->u.hi ^= q->u.lo;
    q->s[val(0)].out = q->s[2].out--;
    printf("%x %d %d\n", c.u.w, c.s[0].out, c.s[2].out);
    volatile struct {
        volatile int v : 7;
    } v = {3};
    v.v += v.v;
    v.v = -v.v;
    v.v *= val(2);
    printf("%d %d\n", v.v, calls);
    int t = (p.a = val(12), p.a);
    printf("%d\n", t);
    t = p.a ?: 77;
    printf("%d\n", t);
    p.a = 0;
    t = p.a ?: val(77);
    printf("%d\n", t);
    t = ({
        p.a = val(13);
        p.a;
    });
    printf("%d\n", t);
    t = !p.a + -p.a;
    printf("%d\n", t);
    long k = p.e * val(2);
    printf("%ld\n", k);
    return 0;
}
