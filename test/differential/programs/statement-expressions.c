// ({ … }) with declarations, loops, returns and others inside; typeof; the macros that are made of them.
// RUN: %differ %s
#include <stdio.h>

#define MAX(a, b) ({ __typeof__(a) a_ = (a); __typeof__(b) b_ = (b); a_ > b_ ? a_ : b_; })
#define SWAP(a, b) do { __typeof__(a) t_ = (a); (a) = (b); (b) = t_; } while (0)
#define TRY(x) ({ int r_ = (x); if (r_ < 0) return r_ * 100; r_; })

static int calls;

static int check(int x)
{
    calls++;
    return x > 5 ? -x : x;
}

static int both(int a, int b)
{
    int first = TRY(check(a)), second = TRY(check(b));
    return first * 10 + second;
}

static long loop(int n)
{
    long total = ({
        long sum = 0;
        for (int i = 0; i < n; i++) {
            if (i == 7)
                break;
            sum += ({ int square = i * i; square + check(0); });
        }
        sum;
    });
    return total;
}

struct pair { int a, b; };

static struct pair pair(int x) { return (struct pair){x, x + 1}; }

int main(void)
{
    int x = 3, y = 8;
    SWAP(x, y);
    printf("%d %d %d\n", x, y, MAX(check(2), MAX(check(3), 1)));
    printf("%d %d %d\n", both(1, 2), both(1, 6), both(9, 0));
    long l = loop(5) + loop(20);
    printf("%ld %d\n", l, calls);
    int z = ({ struct pair p = pair(4); p; }).b + ({ pair(x); }).a;
    const char *s = ({ "inner"; });
    printf("%s %d\n", s, ({ if (z > 3) z--; else z++; z; }));
    int i = 0;
    while (({ i++; i < check(4); }))
        x += i;
    if (({ int ok = check(1) == 1; ok; }) && !({ check(2) == 1; }))
        printf("%d %d\n", i, x);
}
