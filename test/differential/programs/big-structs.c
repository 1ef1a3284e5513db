// Structs of every size are arguments and results, members of them are used where they are made.
// RUN: %differ %s
#include <stdio.h>
#include <string.h>

struct one { char c; };
struct three { char c[3]; };
struct eight { int a; float b; };
struct sixteen { long a, b; };
struct large { int list[20]; struct three t; double d; };
struct nothing { };

static struct one one(int c) { return (struct one){(char)c}; }
static struct three three(const char *s) { struct three t; memcpy(t.c, s, 3); return t; }
static struct eight eight(struct one o) { return (struct eight){o.c, o.c / 2.0f}; }
static struct sixteen sixteen(struct eight e, struct three t) { return (struct sixteen){e.a, t.c[1] + (long)e.b}; }
static struct nothing nothing(struct one o) { (void)o; return (struct nothing){}; }

static struct large large(struct sixteen s, struct large old)
{
    for (int i = 0; i < 20; i++)
        old.list[i] += (int)(s.a * i - s.b);
    old.t = three("xyz");
    old.d += s.b;
    return old;
}

static int sum(struct large l)
{
    int total = l.t.c[2] + (int)l.d;
    for (int i = 0; i < 20; i++)
        total += l.list[i];
    return total;
}

int main(void)
{
    struct large l = {.d = 0.5}, m;
    m = large(sixteen(eight(one(5)), three("abc")), l);
    printf("%d %d %d\n", sum(m), sum(l), sum(large((struct sixteen){1, 2}, m)));
    printf("%d %c %g\n", eight(one(7)).a, three("pqr").c[1], large(sixteen(eight(one(1)), m.t), m).d);
    printf("%d %d\n", large((struct sixteen){2, 1}, l).list[3], (m = l, m).list[0]);
    struct large list[2] = {m, large((struct sixteen){3, 3}, m)}, *p = list;
    *p = p[1];
    p->list[one(4).c]++;
    printf("%d %d %d\n", sum(*p), sum(list[1]), (int)sizeof(nothing(one(0))));
    int r = sum(*p) > 0 ? sum(list[sum(l) == 0]) : -1;
    printf("%d\n", r);
}
