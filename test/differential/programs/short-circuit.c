// && || ?: and comma evaluate what they must and nothing else, at any depth.
// RUN: %differ %s
#include <stdio.h>

static char trail[400];
static int length;

static int say(char c, int value)
{
    trail[length++] = c;
    return value;
}

static int *address(int *p) { say('p', 0); return p; }

static int tangle(int a, int b, int c)
{
    int r = (say('a', a) && say('b', b)) || (say('c', c) && !say('d', a));
    r = r * 10 + (say('e', a) ? say('f', b) ? 1 : say('g', 2) : say('h', c) ? 3 : 4);
    r += (say('i', 1), say('j', 2), c) ?: say('k', 5);
    if (!(say('l', a) || (say('m', b), say('n', c))) != (a || c))
        r *= say('o', 2);
    while (say('q', r > 50) && (r -= say('r', 13), 1))
        ;
    return r;
}

int main(void)
{
    for (int i = 0; i < 8; i++) {
        length = 0;
        int r = tangle(i & 1, i >> 1 & 1, i >> 2);
        printf("%d %.*s\n", r, length, trail);
    }
    int x = 5, *p = &x, *none = 0;
    int y = none && *none ? *none : (p && *address(p) > 4 ? (*address(p))-- : 0);
    int z = (x && (y = 0)) || (x = 1, y);
    printf("%d %d %d\n", x, y, z);
    unsigned u = 3;
    long l = x ? u - 4 : -1;
    double d = y ? 1 : 0.5;
    printf("%ld %g %d\n", l, d, (x ? -1 : u) > 0);
}
