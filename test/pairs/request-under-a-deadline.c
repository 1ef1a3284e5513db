// A request to the task goes through its deadlines, whichever is nearer.
// RUN: %build %s -o %t && env ASYNC_CLOCK=virtual %run %t > %t.out && %python %S/request-under-a-deadline.py | diff - %t.out
#include <async.h>
#include <errno.h>
#include <stdio.h>

async void work(double limit)
{
    defer puts("work left");
    async_timeout (limit) {
        defer puts("statement left");
        await async_sleep(100);
    } else
        puts("too late");
    puts("behind the deadline");
    await async_sleep(100);
}

async int main(void)
{
    static const double limits[] = { 1, 3 };
    for (int i = 0; i < 2; i++) {
        auto t = async_create_task(work(limits[i]));
        await async_sleep(2);
        async_cancel(t);
        puts("asked");
        printf("%d\n", await async_join(t, nullptr) == -ECANCELED);
    }
    return 0;
}
