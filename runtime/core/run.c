// run.c: a whole program, or a part of one, in a loop of its own.
//
//     async_run                  new loop, run, close; ends the process if there is no value to give
//     async_try_run              the same, but says why
//     async_run_until_complete   on a loop that stays
//     async__run_main            behind `async int main`
//
// A coroutine object that was made before its loop becomes a task of the loop that is to run it. The value of the last
// run outlives its loop: the object is kept until the next run or the end of the thread, because the macro reads the value
// only afterwards.
//
// A gather that was made where no loop ran begins as soon as it is bound, so that its children come in the order in which
// they were written, as asyncio's do, and not behind tasks that were made later.

#include "core/interrupt.h"
#include "core/task.h"

#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

// What was run, and how it ended.
struct run {
    struct async_task *object;
    int error;               // 0, or why there is no value
    uint32_t line;           // where it was then; 0: nowhere
    bool is_busy;
};

// The loop that is to run an object which is more than a coroutine object: the one that it belongs to.
static struct async__loop *loop_for(const struct async_task *object)
{
    bool is_bound = !(object->op.flags & ASYNC__IS_PROMISE) && object->op.status != ASYNC__FRESH;
    return is_bound && !async__has_ended(object) ? async__loop_of(object) : NULL;
}

static void bind(struct async_task *object, struct async__loop *loop)
{
    if (object->op.status != ASYNC__FRESH)
        return;
    if (async__is_combined(object)) {
        async__set_loops(loop, async__thread.own);
        async__start(object);
        async__set_loops(NULL, async__thread.own);
        return;
    }
    async__task_begin(object, loop);
    async__ready_push(&loop->base, &object->waiter);
}

// Runs an object on a loop until it ends. Returns 0 or why it has no value.
static int run_object(struct async__loop *loop, struct async_task *object)
{
    loop->main = object;
    bind(object, loop);
    int error = async__loop_run(loop, object);
    if (error == -EDEADLK)
        async__report_deadlock(loop);
    if (error)
        return error;
    if (!async__has_ended(object))
        return -ECANCELED;    // the loop was stopped
    return object->op.status == ASYNC__CANCELLED ? object->reason : 0;
}

// The await that a function is in, or was in when it unwound. Of main the loop knows the last one that is not a cleanup's.
static uint32_t line_of(const struct async_task *object, uint32_t main_await)
{
    const struct async__function *f = async__function_of(object);
    if (!f)
        return 0;
    int32_t state = async__root(object)->state;      // of a cleanup's await, it may be, where the function is not main
    uint32_t await = main_await ? main_await : (uint32_t)(state < 0 ? -state : state);
    return await > 0 && await <= f->await_count ? f->awaits[await - 1].line : 0;
}

// Consumes the handle, except that the object is kept where it was cancelled or has a value: see forget().
static struct run run_new(void *handle, bool is_main)
{
    struct run run = { handle, -ENOMEM, 0, false };
    if (!handle)
        return run;
    if (async__thread.running) {
        run.is_busy = true;
        run.error = -EBUSY;
        return run;
    }
    struct async__loop *loop = loop_for(run.object);
    if (!loop)
        loop = async__loop_new();
    if (!loop)
        return run;
    loop->is_last = is_main;
    if (is_main)
        async__interrupts_begin(loop, run.object);
    run.error = run_object(loop, run.object);
    run.line = line_of(run.object, loop->base.main_await);      // before cleanups go on from there
    int closed = async__loop_close(loop);
    if (!run.error)
        run.error = closed;
    return run;
}

static void forget(struct run *run)
{
    if (run->object)
        async__release(run->object);
}

static void copy_value(const struct run *run, void *value)
{
    struct async__value place = async__value_of(run->object);
    if (place.size)
        memcpy(value, place.place, place.size);
}

// ---- messages

static const char *why(int error)
{
    switch (error) {
    case -ENOMEM: return "ran out of memory";
    case -EDEADLK: return "can never end";
    case -EBUSY: return "was to run inside a running loop";
    default: return "was cancelled";
    }
}

static void tell_end(const struct run *run)
{
    const struct async__function *f = run->object ? async__function_of(run->object) : NULL;
    if (!f || !f->file)
        fprintf(stderr, "asyncc: %s%s%s%s\n", f ? "'" : "", f ? f->name : "the future", f ? "' " : " ", why(run->error));
    else
        fprintf(stderr, "%s:%u: '%s' %s\n", f->file, run->line ? run->line : f->line, f->name, why(run->error));
}

static void end_process(struct run *run)
{
    tell_end(run);
    forget(run);
    exit(1);
}

// ---- what the header calls

// The object of the thread's last run, which the thread's end takes with it. The main thread has no such end: there it
// stays, and the thread-local pointer shows leak checkers that it is not lost.
static pthread_key_t last_key;
static pthread_once_t last_once = PTHREAD_ONCE_INIT;
static bool has_last_key;

static void drop_last(void *object)
{
    async__thread.last = NULL;
    async__object_drop(object);
}

static void make_last_key(void)
{
    has_last_key = pthread_key_create(&last_key, drop_last) == 0;
}

// The library may be unloaded before its threads end.
__attribute__((destructor)) static void forget_last_key(void)
{
    if (has_last_key)
        pthread_key_delete(last_key);
}

static void keep_value(struct async_task *object)
{
    if (async__thread.last)
        async__object_drop(async__thread.last);
    async__thread.last = object;
    pthread_once(&last_once, make_last_key);
    if (has_last_key)
        pthread_setspecific(last_key, object);
}

void *async__last_value(void)
{
    return async__value_of(async__thread.last).place;
}

void async__run(void *handle)
{
    struct run run = run_new(handle, false);
    if (run.error)
        end_process(&run);
    keep_value(run.object);
}

int async__try_run(void *handle, void *value)
{
    struct run run = run_new(handle, false);
    if (!run.error && value)
        copy_value(&run, value);
    forget(&run);
    return run.error;
}

int async__run_alone(struct async__loop *loop, void *handle, void *value, void (*ended)(void *), void *argument)
{
    struct run run = { handle, -ENOMEM, 0, false };
    if (handle)
        run.error = run_object(loop, handle);
    ended(argument);
    int closed = async__loop_close(loop);
    if (!run.error)
        run.error = closed;
    if (!run.error)
        copy_value(&run, value);
    forget(&run);
    return run.error;
}

void async__run_until_complete(struct async_loop *loop, void *handle)
{
    struct run run = { handle, -ENOMEM, 0, false };
    if (async__thread.running)
        run.error = -EBUSY;
    else if (handle && loop)
        run.error = run_object((struct async__loop *)loop, handle);
    if (handle && run.error != -EBUSY)
        run.line = line_of(handle, 0);
    if (run.error)
        end_process(&run);
    keep_value(run.object);
}

int async__run_main(void *handle)
{
    struct run run = run_new(handle, true);
    async__interrupts_obey();
    if (run.error)
        tell_end(&run);
    int status = 1;
    if (!run.error)
        memcpy(&status, async__value_of(run.object).place, sizeof status);
    forget(&run);
    return status;
}
