// Empty braces make all of a union zero, wherever it lives.
// RUN: %build %s -o %t && %run %t
#include <async.h>
#include <string.h>

union number { int small; int parts[6]; };
struct pair { char kind; union number number; };

// What the C stack holds next is not zero by chance.
static __attribute__((noinline)) void scribble(void)
{
    int parts[1000];
    memset(parts, 0x55, sizeof parts);
    __asm__ volatile("" : : "r"(parts) : "memory");
}

async int count(const int *parts, int length)
{
    int set = 0;
    await async_yield();
    for (int i = 0; i < length; i++)
        set += parts[i] != 0;
    return set;
}

async int zero(void)
{
    scribble();
    union number a = {}, b = { 0 };
    union number many[2] = {};
    struct pair p = {};
    return await count(a.parts, 6) + await count(b.parts, 6) + await count(many[1].parts, 6) + await count(p.number.parts, 6);
}

async int main(void)
{
    return await zero() != 0;
}
