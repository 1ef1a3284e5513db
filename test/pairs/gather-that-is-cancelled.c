// A request to the one who awaits a gather goes to all children, in order; then it unwinds.
// RUN: %build %s -o %t && env ASYNC_CLOCK=virtual %run %t > %t.out && %python %S/gather-that-is-cancelled.py | diff - %t.out
#include <async.h>
#include <errno.h>
#include <stdio.h>

async int child(int n)
{
    defer printf("child %d left\n", n);
    await async_sleep(n);
    printf("child %d ended\n", n);
    return n;
}

async void parent(void)
{
    defer puts("parent left");
    await async_gather(child(1), child(2), child(3));
    puts("never here");
}

async int main(void)
{
    auto p = async_create_task(parent());
    await async_sleep(1.5);
    async_cancel(p);
    puts("asked");
    printf("%d\n", await async_join(p, nullptr) == -ECANCELED);
    return 0;
}
