// A task stops the loop; the others are where they were when it runs again.
// RUN: %build %s -o %t && env ASYNC_CLOCK=virtual %run %t > %t.out && %python %S/stop-from-a-task.py | diff - %t.out
#include <async.h>
#include <stdio.h>

async void count(const char *name)
{
    for (int i = 0; i < 4; i++) {
        printf("%s %d\n", name, i);
        await async_sleep(1);
    }
    printf("%s is over\n", name);
}

async void stopper(struct async_loop *loop, double seconds)
{
    await async_sleep(seconds);
    puts("stop");
    async_loop_stop(loop);
    puts("still in this turn");
    await async_yield();
    puts("in the next run");
}

int main(void)
{
    struct async_loop *loop = async_get_event_loop();
    auto a = async_create_task(count("a"));
    auto s = async_create_task(stopper(loop, 1.5));
    async_run_forever(loop);
    printf("stopped: %d %d\n", async_done(a), async_done(s));
    async_run_until_complete(loop, a);
    printf("and now: %d\n", async_done(s));
    async_release(s);
    async_loop_close(loop);
    return 0;
}
