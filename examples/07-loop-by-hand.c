// The loop is an object like any other: made, run as often as one likes, closed. A plain program can so give some of
// its time to coroutines, and stay what it is.
//
// The loop also calls plain functions: in its next turn (async_call_soon), after a while (async_call_later), at a time
// (async_call_at). All of it happens on this one thread, one thing after the other.
#include <async.h>
#include <stdio.h>

async int mycoro(int number)
{
    printf("Starting %d\n", number);
    await async_sleep(number);
    printf("Finishing %d\n", number);
    return number;
}

static void greet(void *name)
{
    printf("Hello from %s\n", (const char *)name);
}

static void stop(void *loop)
{
    puts("Stopping");
    async_loop_stop(loop);
}

int main(void)
{
    struct async_loop *loop = async_get_event_loop();

    // Run until one thing is done. What else there is goes on meanwhile.
    async_call_soon(greet, "the next turn");
    async_call_later(0.5, greet, "half a second later");
    int number = async_run_until_complete(loop, mycoro(1));
    printf("%d\n", number);

    // Run until somebody says stop. The task of 20 seconds is under way then.
    future(int) slow = async_create_task(mycoro(20));
    async_detach(async_create_task(mycoro(2)));        // we do not want its value
    async_call_later(10, stop, loop);
    async_run_forever(loop);
    puts(async_done(slow) ? "slow is done" : "slow still sleeps");

    // The same loop, once more; then the end.
    printf("%d\n", async_run_until_complete(loop, slow));
    async_loop_close(loop);
    return 0;
}
