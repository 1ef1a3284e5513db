// Generators are values: in structs, arrays and arguments, made before the loop runs, closed by hand at any time.
// RUN: %build %s -o %t && env ASYNC_CLOCK=virtual %run %t | FileCheck %s
#include <async.h>
#include <stdio.h>

typedef generator(int) ints;
typedef ints numbers;

static async ints upwards(int from)
{
    defer puts("closed");
    for (;;) {
        yield from++;
        await async_yield();
    }
}

async numbers downwards(int from);

struct pair {
    generator(int) up;
    ints down;
};

static async int zip(struct pair pair, int n)
{
    int sum = 0, up, down;
    while (n-- && await async_next(pair.up, &up) && await async_next(pair.down, &down))
        sum += up * down;
    await async_generator_close(pair.up);
    await async_generator_close(pair.down);
    return sum;
}

static generator(int) (*const makers[])(int) = { upwards, downwards };

async int main(void)
{
    // CHECK: closed
    // CHECK-NEXT: 46
    printf("%d\n", await zip((struct pair){ upwards(1), downwards(9) }, 3));
    // CHECK-NEXT: 5
    ints of[2];
    int values[2];
    for (int i = 0; i < 2; i++) {
        of[i] = makers[i](i ? 3 : 2);
        await async_next(of[i], &values[i]);
    }
    printf("%d\n", values[0] + values[1]);
    // One that never began has nothing to run.
    // CHECK-NEXT: unused
    await async_generator_close(upwards(1));
    puts("unused");
    // CHECK-NEXT: closed
    // CHECK-NEXT: last
    await async_generator_close(of[0]);
    await async_generator_close(of[1]);
    puts("last");
    return 0;
}

async ints downwards(int from)
{
    while (from)
        yield from--;
}
