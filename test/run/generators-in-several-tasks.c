// Tasks may share a generator: one is in its body at a time, the others wait in line, and who closes it waits for that one.
// RUN: %build %s -o %t && env ASYNC_CLOCK=virtual %run %t | FileCheck %s
#include <async.h>
#include <stdio.h>

async generator(int) slowly(int n)
{
    defer puts("closed");
    for (int i = 1; i <= n; i++) {
        await async_sleep(1);
        yield i;
    }
}

async int take(generator(int) *g, double timeout)
{
    int value = 0;
    async_timeout (timeout)
        return await async_next(*g, &value) ? value : -1;
    else
        return 100;
}

async int take_later(double seconds, generator(int) *g, double timeout)
{
    await async_sleep(seconds);
    return await take(g, timeout);
}

async void close_later(generator(int) *g, double seconds)
{
    await async_sleep(seconds);
    await async_generator_close(*g);
    puts("close returns");
}

async int main(void)
{
    generator(int) g = slowly(3);
    // Four wait for three values.
    // CHECK: closed
    // CHECK-NEXT: 5
    auto r = await async_gather(take(&g, 10), take(&g, 10), take(&g, 10), take(&g, 10));
    printf("%d\n", r._0 + r._1 + r._2 + r._3);
    await async_generator_close(g);

    // Who gives up in the line takes nothing; who gives up in the body ends it.
    // CHECK-NEXT: 1 2 100
    g = slowly(3);
    auto s = await async_gather(take(&g, 10), take_later(0.1, &g, 2.5), take_later(0.2, &g, 0.5));
    printf("%d %d %d\n", s._0, s._1, s._2);
    // CHECK-NEXT: closed
    await async_generator_close(g);
    // CHECK-NEXT: closed
    // CHECK-NEXT: 100 -1
    g = slowly(3);
    printf("%d ", await take(&g, 0.5));
    printf("%d\n", await take(&g, 10));
    await async_generator_close(g);

    // CHECK-NEXT: closed
    // CHECK-NEXT: close returns
    // CHECK-NEXT: 1 -1
    g = slowly(3);
    auto t = await async_gather(take(&g, 10), take(&g, 10), close_later(&g, 0.5));
    printf("%d %d\n", t._0 > 0 ? t._0 : t._1, t._0 > 0 ? t._1 : t._0);
    return 0;
}
