// ensure_future makes a coroutine object a task: the loop knows it now and will start it, but not at once. Nothing
// runs before the loop does, here in run_until_complete.
#include <async.h>
#include <stdio.h>

struct text {
    char chars[12];
};

async struct text mycoro(int number)
{
    struct text result;
    printf("Starting %d\n", number);
    await async_sleep(1);
    printf("Finishing %d\n", number);
    snprintf(result.chars, sizeof result.chars, "%d", number);
    return result;
}

int main(void)
{
    struct async_loop *loop = async_get_event_loop();

    future(struct text) c = mycoro(3);                        // an object
    future(struct text) task = async_ensure_future(c);        // a task; c is used up
    puts("The task is made.");

    struct text result = async_run_until_complete(loop, task);
    puts(result.chars);
    async_loop_close(loop);
    return 0;
}
