// Loops in switches in loops, with break, continue, goto and return at every depth.
// RUN: %differ %s
#include <stdio.h>

static int test(int x) { return x % 3; }
static int side;
static int note(int x) { side = side * 7 % 9973 + x; return x; }

static int nested(int n)
{
    int sum = 0;
    for (int i = 0; note(i) < n; note(i++)) {
        int k = 0;
        do {
            if (k == 2)
                continue;
            switch (test(i + k)) {
            case 0:
                while (1) {
                    if (note(sum) > 4)
                        break;
                    sum++;
                    if (sum == 3)
                        goto next;
                }
                /* fall through */
            case 1:
                sum += 2;
                if (i == 4)
                    break;
                continue;
            default:
                if (sum > 40)
                    return sum;
                for (;; sum++)
                    if (sum % 5 == 0)
                        break;
            }
            sum++;
        } while (k++ < note(3));
    next:
        if (test(sum))
            continue;
        sum += 100;
    }
    return -sum;
}

static int ranges(int x)
{
    switch (note(x)) {
    case -10 ... -1: return -1;
    case 0: break;
    case 1: case 2: {
        int y = x;
    case 3: y = test(x) + 1;
        x += y;
        break;
    }
    case 100 ... 200: x /= 10; /* fall through */
    default: x++;
    }
    return x;
}

static int empty(int x)
{
    if (x > 2)
        ;
    else if (x > 1)
        x = 7;
    else
        for (; x < 1; x++)
            ;
    while (0)
        x = 99;
    do ; while (note(x) < 0);
    switch (x) ;
    { ; }
    return x;
}

int main(void)
{
    for (int n = 0; n < 12; n += 2)
        printf("%d\n", nested(n));
    for (int i = -5; i < 150; i += 17)
        printf("%d ", ranges(i));
    for (int i = 1; i < 4; i++)
        printf("%d ", ranges(i));
    printf("\n%d ", empty(0));
    printf("%d ", empty(2));
    printf("%d\n", side);
    return side & 63;
}
