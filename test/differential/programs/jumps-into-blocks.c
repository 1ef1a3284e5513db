// Goto into and out of loops, branches, blocks and switches.
// RUN: %differ %s
#include <stdio.h>
static int id(int x)
{
    return x;
}
static int into_loop(int n)
{
    int i = 0, s = 0;
    if (n)
        goto mid;
    for (i = 10; i < 14; i++) {
        s += id(100);
    mid:
        s += id(i);
    }
    return s;
}
static int into_block(int n)
{
    int r = 1;
    if (n)
        goto in;
    {
        int k = 5;
        r += k;
    in:
        k = id(7);
        r += k;
    }
    return r;
}
static int into_if(int n)
{
    int r = 0;
    switch (n) {
    case 0:
        goto a;
    case 1:
        goto b;
    }
    if (id(0)) {
    a:
        r += 1;
    } else {
    b:
        r += id(10);
    }
    return r;
}
static int into_while(int n)
{
    int c = 0;
    goto test;
    while (c < n) {
        c += id(2);
    test:
        c++;
    }
    return c;
}
static int into_do(int n)
{
    int c = 0;
    if (n & 1)
        goto in;
    do {
        c += id(10);
    in:
        c++;
    } while (c < 25);
    return c;
}
static int back(int n)
{
    int c = 0;
again:
    c++;
    if (c < id(n))
        goto again;
    return c;
}
static int out3(int n)
{
    int i, j, k, s = 0;
    for (i = 0; i < 5; i++)
        for (j = 0; j < 5; j++) {
            k = 0;
            while (k < 5) {
                if (i * 25 + j * 5 + k == n)
                    goto found;
                k += id(1);
                s++;
            }
        }
    return -1;
found:
    return s * 1000 + i * 100 + j * 10 + k;
}
static int cross(int n)
{
    int s = 0;
    goto l2;
l1:
    s += id(1);
    goto l3;
l2:
    s += 10;
    if (s < n)
        goto l1;
    goto end;
l3:
    s += 100;
    goto l2;
end:
    return s;
}
static int shadow(int x)
{
    int r = x;
    {
        int x = id(2);
        r = r * 10 + x;
        {
            int x = 3;
            goto here;
        here:
            r = r * 10 + id(x);
        }
        r = r * 10 + x;
    }
    return r * 10 + x;
}
static int labels(int x)
{
    int a = 0;
    goto a;
    {
    a:
        a++;
    }
a2:
    if (a++ < id(x))
        goto a2;
    return a;
}
static int sw(int n)
{
    int r = 0;
    switch (n) {
    case 1:
        goto two;
    case 2:
    two:
        r = id(2);
        break;
    case 3:
        goto out;
    }
    r += 10;
out:
    return r;
}
static int unreachable(int n)
{
    if (n)
        return id(n);
    goto end;
    n = id(99);
dead:
    n++;
end:
    if (n > 5)
        goto dead;
    return n - 1;
}
static int constructs(int n)
{
    if (n == 0) {
    l:
        return id(42);
    }
    for (;;) {
        if (n == 1)
            goto l;
        switch (n) {
        case 2:
            for (;;) {
                if (id(1))
                    goto l;
            }
        default:
            n = 1;
        }
    }
}
int main(void)
{
    printf("%d %d %d %d\n", into_loop(0), into_loop(1), into_block(0), into_block(1));
    printf("%d %d %d %d %d %d\n", into_if(0), into_if(1), into_if(2), into_while(9), into_do(0), into_do(1));
    printf("%d %d %d %d %d %d\n", back(4), out3(67), out3(125), cross(200), shadow(1), labels(5));
    printf("%d %d %d %d\n", sw(1), sw(2), sw(3), sw(4));
    printf("%d %d %d %d %d\n", unreachable(0), unreachable(7), constructs(0), constructs(2), constructs(9));
    return 0;
}
