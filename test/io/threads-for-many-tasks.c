// Hundreds of tasks give jobs to the threads at once, again and again; some are cancelled on the way. Each gets its own value.
// RUN: %build %s -o %t && %run %t
#include <async.h>
#undef NDEBUG
#include <assert.h>
#include <errno.h>

enum { TASKS = 200, ROUNDS = 10 };

static int square(void *number)
{
    return *(int *)number * *(int *)number;
}

static async int ask(int number)
{
    for (int i = 0; i < ROUNDS; i++) {
        int argument = number + i;
        assert(await async_to_thread(square, &argument) == argument * argument);
    }
    return number;
}

async int main(void)
{
    future(int) tasks[TASKS];
    for (int i = 0; i < TASKS; i++)
        tasks[i] = async_create_task(ask(i));
    await async_yield();
    await async_yield();
    for (int i = 0; i < TASKS; i += 5)
        async_cancel(tasks[i]);
    for (int i = 0; i < TASKS; i++) {
        int value = -1, error = await async_join(tasks[i], &value);
        assert(i % 5 == 0 ? error == -ECANCELED : error == 0 && value == i);
    }
    return 0;
}
