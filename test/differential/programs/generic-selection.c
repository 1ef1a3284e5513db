// _Generic chooses by the type of what is never evaluated; sizeof and typeof do not evaluate either.
// RUN: %differ %s
#include <stdio.h>

#define NAME(x) _Generic((x), int: "int", long: "long", double: "double", float: "float", char *: "char *", \
                         unsigned char: "unsigned char", default: "other")
#define ABS(x) _Generic((x), int: abs_int, long: abs_long, double: abs_double)(x)

static int calls;

static int abs_int(int x) { calls++; return x < 0 ? -x : x; }
static long abs_long(long x) { calls += 10; return x < 0 ? -x : x; }
static double abs_double(double x) { calls += 100; return x < 0 ? -x : x; }
static float real(void) { calls += 1000; return 1.5f; }
static unsigned char byte(void) { calls += 10000; return 200; }
static char *text(void) { return "text"; }

struct big { char bytes[40]; };
static struct big big(void) { struct big b = {{0}}; calls += 7; return b; }

int main(void)
{
    unsigned char c = 1;
    printf("%s %s %s %s\n", NAME(real()), NAME(byte()), NAME(byte() + c), NAME(real() * 2));
    printf("%s %s %s %s\n", NAME(text()), NAME(c), NAME(+c), NAME(1L ? 2 : 3.0));
    printf("%d %ld %g\n", ABS(-3), ABS(-4L), ABS(-5.0));
    printf("%d %d\n", (int)sizeof(big()), (int)sizeof big().bytes);
    __typeof__(real()) f = 2.5f;
    __typeof__(big()) b = big();
    b.bytes[sizeof(byte())] = 3;
    printf("%g %d %d %s\n", f, b.bytes[1], calls, NAME(f));
    printf("%d\n", _Generic(byte(), unsigned char: abs_int(-1), default: (int)abs_double(-2)) + (int)_Alignof(double));
}
