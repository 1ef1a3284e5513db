// A coroutine awaits another one as a function calls another one: f1 goes on when f2 has ended. While f2 sleeps both
// are stopped, and the loop could run something else.
//
// No task is needed for that. An await of a function that does not have to wait costs what a plain call costs.
#include <async.h>
#include <stdio.h>

async void f2(void)
{
    puts("Start f2");
    await async_sleep(1);
    puts("Stop f2");
}

async void f1(void)
{
    puts("Start f1");
    await f2();
    puts("Stop f1");
}

int main(void)
{
    struct async_loop *loop = async_get_event_loop();
    async_run_until_complete(loop, f1());      // a coroutine object may be given to the loop without ensure_future
    async_loop_close(loop);
    return 0;
}
