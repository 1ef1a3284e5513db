// Functions are called through tables, parameters, members and results of other functions.
// RUN: %differ %s
#include <stdio.h>
#include <string.h>

typedef int (*operation)(int, int);

static int add(int a, int b) { return a + b; }
static int sub(int a, int b) { return a - b; }
static int mul(int a, int b) { return a * b; }
static int max(int a, int b) { return a > b ? a : b; }

struct entry {
    const char *name;
    operation f;
    int weight;
};

static const struct entry entries[] = {
    {"add", add, 1}, {"sub", sub, 2}, {.name = "mul", .weight = 3, .f = mul}, {"max", max, 4},
};

static operation find(const char *name)
{
    for (size_t i = 0; i < sizeof entries / sizeof *entries; i++)
        if (strcmp(entries[i].name, name) == 0)
            return entries[i].f;
    return 0;
}

static int fold(operation f, const int *list, int n, int start)
{
    for (int i = 0; i < n; i++)
        start = f(start, list[i]);
    return start;
}

static int twice(operation f, int x)
{
    return f(f(x, x), (*f)(x, 1));
}

int main(void)
{
    int list[] = {3, 1, 4, 1, 5, 9, 2, 6};
    operation local[3] = {add, &max, mul};
    for (int i = 0; i < 3; i++)
        printf("%d %d\n", fold(local[i], list, 8, i), twice(local[2 - i], i + 2));
    operation f = find("sub"), none = find("div");
    printf("%d %d\n", f ? f(10, find("mul")(2, 3)) : -1, none ? 1 : 0);
    int sum = 0;
    for (const struct entry *e = entries; e < entries + 4; e++)
        sum += e->weight * e->f(e->weight, entries[3].f(sum, 2));
    printf("%d %d\n", sum, (sum % 2 ? add : sub)(sum, 1));
}
