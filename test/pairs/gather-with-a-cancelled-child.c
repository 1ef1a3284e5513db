// If a child of a gather is cancelled the one who awaits it unwinds; one that looks at each end by itself does not.
// RUN: %build %s -o %t && env ASYNC_CLOCK=virtual %run %t > %t.out && %python %S/gather-with-a-cancelled-child.py | diff - %t.out
#include <async.h>
#include <errno.h>
#include <stdio.h>

async int child(int n, double seconds)
{
    await async_sleep(seconds);
    printf("child %d\n", n);
    return n;
}

async int parent(future(int) a, future(int) b)
{
    defer puts("parent unwinds");
    auto r = await async_gather(a, b);
    puts("never here");
    return r._0;
}

async int main(void)
{
    auto a = async_create_task(child(1, 1));
    auto b = async_create_task(child(2, 3));
    auto p = async_create_task(parent(async_retain(a), async_retain(b)));
    await async_sleep(2);
    async_cancel(b);
    printf("parent cancelled: %d\n", await async_join(p, nullptr) == -ECANCELED);
    printf("%d\n", await a);
    printf("b cancelled: %d\n", await async_join(b, nullptr) == -ECANCELED);

    auto c = async_create_task(child(3, 1));
    auto d = async_create_task(child(4, 3));
    async_cancel(c);
    int value = 0;
    auto ends = await async_gather(async_join(c, nullptr), async_join(async_retain(d), &value));
    printf("%s %d\n", ends._0 == -ECANCELED ? "cancelled" : "?", value);
    async_release(d);
    return 0;
}
