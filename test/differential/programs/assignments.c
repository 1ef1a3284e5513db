// Every assignment operator on every sort of place; increments in subscripts; chains.
// RUN: %differ %s
#include <stdio.h>

struct cell { short s; unsigned char c; float f; int list[3]; struct cell *next; };

static int calls;
static int one(void) { return ++calls, 1; }
static struct cell *pick(struct cell *c, int i) { return i ? pick(c->next, i - 1) : c; }
static int *place(int *p, int i) { return p + i; }

static void all(struct cell *c)
{
    c->s += (short)(one() * 70000);
    c->c -= 3;
    c->f *= 2.5f;
    c->f /= one() + 1;
    c->list[one()] <<= 3;
    c->list[0] %= 7;
    c->list[2] |= c->list[1] & ~one();
    c->c >>= one();
    c->c ^= 0xff;
    *place(c->list, 2) -= c->list[0]++ - --c->list[1];
    pick(c, 1)->s = c->next->next->c = (unsigned char)(c->s + 300);
}

static long chain(int n)
{
    long a, b;
    char c;
    int i = 0, list[5] = {5, 4, 3, 2, 1}, *p = list;
    a = b = c = (char)(n + 200);
    list[i++] = one() + n;
    *p++ += *place(list, i);
    list[list[3]] = (a += 2, b -= a);
    (n > 2 ? &list[0] : &list[1])[0] = 9;
    return a * 1000 + b * 10 + c + list[0] + list[1] * 2 + list[2] * 3 + (p - list);
}

int main(void)
{
    struct cell c[3] = {{1, 2, 3, {4, 5, 6}, &c[1]}, {.next = &c[2]}, {.next = &c[0]}};
    for (int i = 0; i < 4; i++)
        all(&c[i % 3]);
    for (int i = 0; i < 3; i++)
        printf("%d %d %g %d %d %d\n", c[i].s, c[i].c, (double)c[i].f, c[i].list[0], c[i].list[1], c[i].list[2]);
    long first = chain(1), second = chain(5);
    printf("%ld %ld %d\n", first, second, calls);
}
