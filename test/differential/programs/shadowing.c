// One name for many things: parameters, locals of nested and neighbouring blocks, tags, labels, members, enumerators.
// RUN: %differ %s
#include <stdio.h>

static int x = 1;
struct x { int x; };
enum y { z = 5 };

static int f(int x)
{
    int y = x;
    {
        int x = y * 2;
        y += x;
        for (int x = 0; x < 2; x++) {
            int y = x + 10;
            { extern int shared; y += shared++; }
            x += y > 12;
        }
        y += x;
    }
    {
        double x = 0.5;
        y += (int)(x * 4);
    }
    if (y > 10)
        goto x;
    return -1;
x:
    {
        struct x x = {y};
        return x.x + sizeof(enum y);
    }
}

int shared = 3;

static int g(void)
{
    int sum = 0;
    for (int i = 0; i < 3; i++) {
        enum { z = 2, w = z + 1 };
        int i2 = i, f = z * i2;
        struct x { char x[3]; } x = {{(char)f, w}};
        sum += x.x[0] + x.x[1] * (int)sizeof(struct x);
    }
    return sum + z + x;
}

static int h(int f)
{
    typedef int number;
    number total = f;
    {
        typedef short number;
        number f = (number)70000;
        total += f;
        {
            int number = total;
            total = number + (int)sizeof number;
        }
    }
    return total;
}

int main(void)
{
    printf("%d %d %d %d\n", f(3), f(x), g(), h(2));
    printf("%d %d\n", shared, x);
}
