// A task can be asked to stop. What it waits for is called off, and the task ends there: nothing behind that await
// runs any more, in it and in the functions that awaited it.
//
// Two ways to see the end of a task that may have been stopped: `await task` gives its value, and if there is none the
// one who awaits ends in the same way. async_join only tells: 0 and the value, or the reason.
#include <async.h>
#include <errno.h>
#include <stdio.h>

async int count_to(int last)
{
    for (int i = 1; i <= last; i++) {
        printf("%d\n", i);
        await async_sleep(1);
    }
    puts("counted");
    return last;
}

async int main(void)
{
    future(int) slow = async_create_task(count_to(100));
    await async_sleep(2.5);
    puts("That will do.");
    async_cancel(slow);

    int value;
    int error = await async_join(slow, &value);
    if (error == -ECANCELED)
        puts("cancelled");
    return 0;
}
