// Functions that call themselves and each other: arguments that are calls, results that are structs.
// RUN: %differ %s
#include <stdio.h>

static int is_odd(unsigned n);
static int is_even(unsigned n) { return n == 0 ? 1 : is_odd(n - 1); }
static int is_odd(unsigned n) { return n == 0 ? 0 : is_even(n - 1); }

static int ackermann(int m, int n)
{
    return m == 0 ? n + 1 : n == 0 ? ackermann(m - 1, 1) : ackermann(m - 1, ackermann(m, n - 1));
}

static void hanoi(int n, int from, int to, long *moves)
{
    if (!n)
        return;
    hanoi(n - 1, from, 6 - from - to, moves);
    *moves = (*moves * 10 + from * 3 + to) % 1000000007;
    hanoi(n - 1, 6 - from - to, to, moves);
}

static int queens(int row, unsigned columns, unsigned left, unsigned right)
{
    int n = 0;
    if (row == 6)
        return 1;
    for (unsigned free = 63 & ~(columns | left | right); free; free &= free - 1) {
        unsigned bit = free & -free;
        n += queens(row + 1, columns | bit, (left | bit) << 1, (right | bit) >> 1);
    }
    return n;
}

struct extremes { int low, high, count; };

static struct extremes collatz(unsigned n)
{
    if (n == 1)
        return (struct extremes){1, 1, 0};
    struct extremes e = collatz(n % 2 ? 3 * n + 1 : n / 2);
    if ((int)n > e.high)
        e.high = (int)n;
    e.count++;
    return e;
}

static void permute(char *s, int at, int n, unsigned *hash)
{
    if (at == n) {
        for (int i = 0; i < n; i++)
            *hash = *hash * 131 + (unsigned char)s[i];
        return;
    }
    for (int i = at; i < n; i++) {
        char t = s[at];
        s[at] = s[i], s[i] = t;
        permute(s, at + 1, n, hash);
        t = s[at], s[at] = s[i], s[i] = t;
    }
}

int main(void)
{
    printf("%d %d %d\n", is_even(50), is_odd(50), ackermann(2, 3));
    long moves = 0;
    hanoi(5, 1, 3, &moves);
    printf("%ld %d\n", moves, queens(0, 0, 0, 0));
    struct extremes e = collatz(27);
    printf("%d %d %d\n", collatz(6).high, e.count, e.high);
    char s[] = "abcd";
    unsigned hash = 0;
    permute(s, 0, 4, &hash);
    printf("%u %s\n", hash, s);
}
