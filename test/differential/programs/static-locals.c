// Static locals are one object for all calls; blocks have their own.
// RUN: %differ %s
#include <stdio.h>

static int id(void)
{
    static int next = 100;
    return next++;
}

static int fibonacci(int n)
{
    static int known[30] = {0, 1}, filled = 2;
    while (filled <= n) {
        known[filled] = fibonacci(filled - 1) + known[filled - 2];
        filled++;
    }
    return known[n];
}

static const char *name(int kind)
{
    if (kind) {
        static char text[] = "a0";
        text[1]++;
        return text;
    } else {
        static char text[] = "b9";
        text[1]--;
        return text;
    }
}

static int *slot(void)
{
    static struct { int used, cells[3]; } pool = {.cells = {7, 8, 9}};
    return &pool.cells[pool.used++ % 3];
}

static int depth(int n)
{
    static int deepest;
    if (n > deepest)
        deepest = n;
    if (n < 5)
        depth(n + 2);
    return deepest;
}

int main(void)
{
    int first = id(), second = id();
    printf("%d %d\n", first, second);
    printf("%d\n", fibonacci(20) + fibonacci(10));
    for (int i = 0; i < 4; i++)
        printf("%s ", name(i % 2));
    for (int i = 0; i < 4; i++)
        *slot() += i;
    printf("%d\n", *slot() * 10000);
    printf("%d %d\n", *slot(), depth(0));
}
