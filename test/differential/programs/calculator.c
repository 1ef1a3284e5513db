// A recursive-descent parser reads, evaluates and reports what it cannot read.
// RUN: %differ %s
#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>

struct parser {
    const char *at;
    const char *error;
    int depth;
};

static double expression(struct parser *p);

static char peek(struct parser *p)
{
    while (isspace((unsigned char)*p->at))
        p->at++;
    return *p->at;
}

static int take(struct parser *p, char c)
{
    return peek(p) == c ? p->at++, 1 : 0;
}

static double fail(struct parser *p, const char *why)
{
    if (!p->error)
        p->error = why;
    return 0;
}

static double number(struct parser *p)
{
    char *end;
    double value = strtod(p->at, &end);
    if (end == p->at)
        return fail(p, "a number is missing");
    p->at = end;
    return value;
}

static double primary(struct parser *p)
{
    if (take(p, '-'))
        return -primary(p);
    if (!take(p, '('))
        return peek(p), number(p);
    if (++p->depth > 5)
        return fail(p, "too deep");
    double value = expression(p);
    p->depth--;
    return take(p, ')') ? value : fail(p, "')' is missing");
}

static double power(struct parser *p)
{
    double base = primary(p), result = 1;
    if (!take(p, '^'))
        return base;
    for (int n = (int)power(p); n > 0; n--)
        result *= base;
    return result;
}

static double term(struct parser *p)
{
    double value = power(p), by;
    for (;;)
        switch (peek(p)) {
        case '*':
            p->at++;
            value *= power(p);
            continue;
        case '/':
            p->at++;
            if ((by = power(p)) == 0)
                return fail(p, "division by zero");
            value /= by;
            break;
        default:
            return value;
        }
}

static double expression(struct parser *p)
{
    double value = term(p);
    while (peek(p) == '+' || *p->at == '-')
        if (*p->at++ == '+')
            value += term(p);
        else
            value -= term(p);
    return value;
}

int main(void)
{
    static const char *const inputs[] = {
        "1 + 2 * 3", "(1 + 2) * -3", "2 ^ 3 ^ 2", "10 / 4 - 1", "1 / (2 - 2)", "((((((1))))))", "(1 + ", "7 7",
    };
    int errors = 0;
    for (size_t i = 0; i < sizeof inputs / sizeof *inputs; i++) {
        struct parser p = {.at = inputs[i]};
        double value = expression(&p);
        if (!p.error && peek(&p))
            p.error = "something is left over";
        if (p.error)
            errors++, printf("%-16s %s at %d\n", inputs[i], p.error, (int)(p.at - inputs[i]));
        else
            printf("%-16s %g\n", inputs[i], value);
    }
    return errors;
}
