// Atomic and volatile objects among locals, parameters and globals.
// RUN: %differ %s
#include <stdio.h>

static _Atomic int counter = 1;
static volatile unsigned port;

static int tick(int by)
{
    return counter += by;
}

static unsigned poll(volatile unsigned *p, unsigned mask)
{
    unsigned n = 0;
    while (((*p)++ & mask) != mask)
        n++;
    return n;
}

static long spin(long limit)
{
    _Atomic long local = 0;
    volatile int turns = 0;
    do {
        local += tick(1);
        turns++;
    } while (local < limit);
    return local * 100 + turns;
}

struct shared {
    _Atomic unsigned char level;
    volatile short last;
    int plain;
};

static int raise(struct shared *s, int by)
{
    s->level += (unsigned char)by;
    s->last = (short)(s->level * 2);
    return s->plain = s->last + s->plain;
}

int main(void)
{
    int a = tick(1), b = tick(10);
    printf("%d %d %d\n", a, b, counter);
    unsigned c = poll(&port, 4), d = poll(&port, 3);
    printf("%u %u %u\n", c, d, port);
    printf("%ld\n", spin(60));
    struct shared s = {.plain = 5};
    int total = raise(&s, 100);
    total += raise(&s, 200);
    total = total * (s.level-- - 40) + (s.last ^= 3);
    printf("%d %d\n", total, s.level);
    int old = __atomic_fetch_add(&s.plain, tick(2), __ATOMIC_SEQ_CST);
    printf("%d %d\n", old, __atomic_load_n(&s.plain, __ATOMIC_RELAXED));
}
