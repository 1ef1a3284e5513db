// to_thread.c: async_to_thread.

#include <async.h>

#include "system/threads.h"

struct call {
    int (*function)(void *);
    void *argument;
};

static long make_call(void *argument)
{
    const struct call *call = argument;
    return call->function(call->argument);
}

async int async_to_thread(int (*function)(void *), void *argument)
{
    struct call call = { function, argument };
    struct async__job job = { .function = make_call, .argument = &call };
    int error = await async__thread_run(&job);
    return error ? error : (int)job.result;
}
