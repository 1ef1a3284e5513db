// One task may stand in several gathers, and twice in one.
// RUN: %build %s -o %t && env ASYNC_CLOCK=virtual %run %t > %t.out && %python %S/one-task-in-two-gathers.py | diff - %t.out
#include <async.h>
#include <stdio.h>

async int work(int n)
{
    printf("work %d\n", n);
    await async_sleep(n);
    return n;
}

async int both(const char *name, future(int) a, future(int) b)
{
    auto r = await async_gather(a, b);
    printf("%s has %d and %d\n", name, r._0, r._1);
    return r._0 + r._1;
}

async int main(void)
{
    auto one = async_create_task(work(1));
    auto two = async_create_task(work(2));
    auto x = async_create_task(both("x", async_retain(one), async_retain(two)));
    auto y = async_create_task(both("y", async_retain(two), two));
    auto r = await async_gather(one, x);
    printf("%d %d\n", r._0, r._1);
    printf("%d\n", await y);
    return 0;
}
