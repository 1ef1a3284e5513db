// Functions with any number of arguments stay plain, beside async ones that call them.
// RUN: %differ %s
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

static char log_text[256];

static int put(const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    size_t used = strlen(log_text);
    int n = vsnprintf(log_text + used, sizeof log_text - used, format, arguments);
    va_end(arguments);
    return n;
}

static long sum(int count, ...)
{
    va_list arguments;
    long total = 0;
    va_start(arguments, count);
    while (count-- > 0)
        total += va_arg(arguments, int);
    va_end(arguments);
    return total;
}

static short small(int x) { return (short)(x * 3); }
static float real(int x) { return (float)x / 4; }
static char sign(int x) { return x < 0 ? '-' : '+'; }

static int report(int x)
{
    return put("%c%d %.2f;", sign(x), small(x), (double)real(x)) + put("%s", x % 2 ? "odd" : "even");
}

int main(void)
{
    int written = 0;
    for (int i = -2; i < 3; i++)
        written += report(i);
    printf("%d %s\n", written, log_text);
    printf("%ld %ld\n", sum(4, small(1), small(2), 'a', sign(-1)), sum(small(1), 5, 6, (int)real(8)));
}
