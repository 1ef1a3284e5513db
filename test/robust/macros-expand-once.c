// A macro that mentions itself is expanded once, also in output to be read, which keeps the definitions.
// RUN: %asyncc --cc=gcc %s -o %t.c && %cc -fsyntax-only %t.c
#include <async.h>
async int give(int x);
static int value;
#define value *(&value)
#define first(x) int x
async int f(void)
{
    first(first) = 1;
    value = await give(first);
    return value + first;
}
