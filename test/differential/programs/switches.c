// Switches over every type, with ranges, in odd places.
// RUN: %differ %s
#include <stdio.h>
enum color { RED, GREEN = 5, BLUE };
static int id(int x)
{
    return x;
}
static long long lid(long long x)
{
    return x;
}
static char cid(char c)
{
    return c;
}
static enum color e(int x)
{
    return (enum color)x;
}
static _Bool bl(int x)
{
    return x;
}
static int sll(long long v)
{
    switch (lid(v)) {
    case 0x100000000ll:
        return 1;
    case -1:
        return 2;
    case 0:
        return 3;
    case 1ll << 40 ...(1ll << 40) + 5:
        return 4;
    default:
        return 5;
    }
}
static int sc(char c)
{
    switch (cid(c)) {
    case 'a' ... 'z':
        return 1;
    case 'A' ... 'Z':
        return 2;
    case '0':
    case '1' ... '8':
    case '9':
        return 3;
    case '\377':
        return 4;
    }
    return 5;
}
static int se(enum color c)
{
    switch (e(c)) {
    case RED:
        return 1;
    case GREEN:
        c = BLUE;
    case BLUE:
        return 2 + (c == BLUE);
    }
    return 9;
}
static int sb(int x)
{
    switch (bl(x)) {
    case 0:
        return 10;
    case 1:
        return 11;
    }
    return 12;
}
static int su(unsigned u)
{
    switch (u) {
    case -1:
        return 1;
    case 0x80000000:
        return 2;
    default:
        return id(3);
    case 7:
        return 4;
    }
}
static int fall(int n)
{
    int r = 0;
    switch (id(n)) {
    default:
        r += 1;
    case 1:
        r += 10;
    case 2:
        r += 100;
        break;
    case 3:
        r += 1000;
    }
    return r;
}
static int inner(int a, int b)
{
    switch (a) {
    case 0:
        switch (id(b)) {
        case 0:
            return 1;
        case 1:
            break;
        default:
            return 2;
        }
        return 3;
    case 1: {
        int k = id(4);
        switch (b)
        default:
            k++;
        return k;
    }
    }
    return 0;
}
static int loops(int n)
{
    int s = 0;
    for (int i = 0; i < n; i++)
        switch (i & 3) {
        case 0:
            continue;
        case 1:
            s += id(1);
            break;
        case 2:
            if (i > 6)
                goto out;
            s += 10;
        default:
            s += 100;
        }
out:
    return s;
}
static int jumpin(int n)
{
    int r = 0;
    switch (n) {
        if (0) {
        case 1:
            r = id(1);
        } else {
        case 2:
            r += 2;
        }
        while (r < 10) {
        case 3:
            r += id(3);
        }
    case 4:;
        r++;
    }
    return r;
}
static int empty(int n)
{
    switch (n) {
    }
    switch (id(n))
        ;
    switch (n) {
    case 1:;
    }
    switch (n) {
        int q;
    case 2:
        q = id(n);
        n = q * 2;
    }
    return n;
}
static int early(int n)
{
    switch (n) {
    case 0: {
        int x = 1;
        x += id(x);
        return x;
    }
    case 1: {
        int x = 2;
        n = id(x);
        break;
    }
    }
    return n * 10;
}
int main(void)
{
    printf("%d%d%d%d%d\n", sll(1ll << 32), sll(-1), sll(0), sll((1ll << 40) + 3), sll(7));
    printf("%d%d%d%d%d\n", sc('q'), sc('Q'), sc('5'), sc('\377'), sc(' '));
    printf("%d%d%d%d\n", se(RED), se(GREEN), se(BLUE), se((enum color)9));
    printf("%d %d\n", sb(0), sb(2));
    printf("%d%d%d%d\n", su(-1), su(1u << 31), su(7), su(8));
    for (int i = 0; i < 5; i++)
        printf("%d ", fall(i));
    printf("%d%d%d%d%d\n", inner(0, 0), inner(0, 1), inner(0, 2), inner(1, 0), inner(2, 0));
    printf("%d %d\n", loops(6), loops(20));
    for (int i = 0; i < 6; i++)
        printf("%d ", jumpin(i));
    printf("%d %d\n", empty(1), empty(2));
    printf("%d %d %d\n", early(0), early(1), early(2));
    return 0;
}
