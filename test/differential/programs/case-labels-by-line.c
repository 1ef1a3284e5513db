// Coroutines as a switch over __LINE__.
// RUN: %differ %s
#include <stdio.h>
#define BEGIN                                                                                                          \
    switch (c->line) {                                                                                                 \
    case 0:
#define YIELD(v)                                                                                                       \
    do {                                                                                                               \
        c->line = __LINE__;                                                                                            \
        return (v);                                                                                                    \
    case __LINE__:;                                                                                                    \
    } while (0)
#define END                                                                                                            \
    }                                                                                                                  \
    c->line = -1;                                                                                                      \
    return -1
struct co {
    int line, i, j;
};
static int id(int x)
{
    return x;
}
static int gen(struct co *c, int n)
{
    BEGIN
    for (c->i = 0; c->i < n; c->i++) {
        YIELD(c->i * 10);
        for (c->j = 0; c->j < c->i; c->j++)
            if (id(c->j) & 1)
                YIELD(c->j);
            else {
                id(1);
                YIELD(-7);
            }
    }
    END;
}
static int lexer(struct co *c, const char **s)
{
    BEGIN
    while (**s) {
        if (**s == ' ') {
            ++*s;
            continue;
        }
        if (**s >= '0' && **s <= '9') {
            c->i = 0;
            while (**s >= '0' && **s <= '9')
                c->i = c->i * 10 + id(*(*s)++ - '0');
            YIELD(c->i);
        } else {
            c->j = id(*(*s)++);
            YIELD(1000 + c->j);
        }
    }
    END;
}
int main(void)
{
    struct co a = {0}, b = {0};
    int v;
    while ((v = gen(&a, 4)) != -1)
        printf("%d ", v);
    putchar('\n');
    const char *s = "12 + 34*(5)";
    while ((v = lexer(&b, &s)) != -1)
        printf("%d ", v);
    printf("%d\n", lexer(&b, &s));
    return 0;
}
