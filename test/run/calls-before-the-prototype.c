// Before C23 `()` says nothing of the parameters: arguments go as they are promoted, until a prototype says more.
// RUN: %build -std=gnu17 -Wno-deprecated-non-prototype %s -o %t && %run %t | FileCheck %s
#include <async.h>
#include <stdio.h>

struct big { long a[9]; };

async struct big make();
async int half();
async int mix();

async int main(void)
{
    // CHECK: 120 2
    struct big b = await make('x', 2L);
    printf("%ld %ld\n", b.a[0], b.a[1]);
    // CHECK-NEXT: 345 345
    float f = 3;
    char c = 4;
    short s = 5;
    printf("%d ", await mix(f, c, s));
    __auto_type object = mix(f, c, s);
    printf("%d\n", await object);
    // CHECK-NEXT: 473
    async int twice(void);
    printf("%d\n", await twice());
    return 0;
}

async int half(double);

async int twice(void)
{
    return await half(7) + await mix(1.0f, 2, 3);
}

async struct big make(int a, long b)
{
    await async_yield();
    return (struct big){ { a, b } };
}

async int half(double d)
{
    await async_yield();
    return d / 2 * 100;
}

async int mix(double d, int a, int b)
{
    await async_yield();
    return d * 100 + a * 10 + b;
}
