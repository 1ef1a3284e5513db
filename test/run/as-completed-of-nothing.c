// What as_completed gives of void futures are objects of type async_void; generator(void) is the same type as generator(async_void).
// RUN: %build %s -o %t && env ASYNC_CLOCK=virtual %run %t | FileCheck %s
#include <async.h>
#include <stdio.h>

static async void nothing(int seconds)
{
    await async_sleep(seconds);
    printf("slept %d\n", seconds);
}

static async int count(generator(void) g)
{
    int n = 0;
    while (await async_next(g, 0))
        n++;
    await async_generator_close(g);
    return n;
}

async int main(void)
{
    // CHECK: slept 1
    // CHECK-NEXT: one
    // CHECK-NEXT: slept 2
    // CHECK-NEXT: one
    async_for (auto x, async_as_completed(nothing(2), nothing(1))) {
        (void)x;
        puts("one");
    }
    // CHECK-NEXT: slept 1
    // CHECK-NEXT: two
    // CHECK-NEXT: slept 3
    // CHECK-NEXT: two
    future(void) list[] = { nothing(3), nothing(1) };
    async_for (async_void y, async_as_completed_array(list, 2)) {
        (void)y;
        puts("two");
    }
    // CHECK-NEXT: slept 4
    // CHECK-NEXT: 1
    generator(void) g = async_as_completed(nothing(4));
    async_void value;
    printf("%d\n", await async_next(g, &value));
    await async_generator_close(g);
    // CHECK-NEXT: slept 5
    // CHECK-NEXT: slept 6
    // CHECK-NEXT: 2
    generator(async_void) h = async_as_completed(nothing(6), nothing(5));
    printf("%d\n", await count(h));
    return 0;
}
