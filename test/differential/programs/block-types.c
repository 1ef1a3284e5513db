// Types declared in blocks: structs, unions and enums with and without tags, typedefs, arrays of them, in recursion.
// RUN: %differ %s
#include <stdio.h>
#include <string.h>

static int score(int n)
{
    struct item { int weight; struct item *next; union { char c; int i; } u; };
    struct item items[4], *head = NULL;
    for (int i = 0; i < 4; i++) {
        items[i] = (struct item){.weight = i * n, .next = head, .u.i = i};
        head = &items[i];
    }
    int total = 0;
    for (struct item *p = head; p; p = p->next)
        total = total * 3 + p->weight + p->u.i;
    if (n > 1) {
        struct { int low, high; } range = {score(n - 1), n}, copy = range;
        copy.low += range.high;
        total += copy.low;
    }
    return total;
}

static const char *color(int i)
{
    enum color { RED, GREEN = 4, BLUE } c = i == 0 ? RED : i == 1 ? GREEN : BLUE;
    switch (c) {
    case RED: return "red";
    case GREEN: return "green";
    default: return c == BLUE ? "blue" : "none";
    }
}

static unsigned pack(const char *s)
{
    typedef union { unsigned whole; struct { unsigned low : 12, high : 20; } parts; } word;
    typedef word words[2];
    words w = {{0}};
    while (*s) {
        word *p = &w[*s % 2];
        p->parts.low += (unsigned char)*s++;
        p->parts.high ^= p->parts.low;
    }
    return w[0].whole ^ w[1].whole << 1;
}

int main(void)
{
    printf("%d %d\n", score(1), score(4));
    for (int i = 0; i < 3; i++)
        printf("%s ", color(i));
    printf("%u\n", pack("block types"));
    auto struct { int a[3]; } s = {{1, 2, 3}}, t;
    t = s;
    t.a[1] += score(2);
    printf("%d %d\n", t.a[1], memcmp(&s, &t, sizeof s) != 0);
}
