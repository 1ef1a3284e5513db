// Other threads call in by async_call_soon_threadsafe; a held loop waits for them, and each call is made once.
// RUN: %cc %s -o %t %libs && %t

#include "Inputs/coro.h"
#include <pthread.h>
#include <unistd.h>
#undef NDEBUG
#include <assert.h>

enum { THREADS = 4, CALLS = 5000 };
static int calls;
static struct async_loop *loop;
static async_promise(void) finished;

static void call(void *unused)
{
    (void)unused;
    if (++calls == THREADS * CALLS)
        assert(async_resolve(finished) == 0);
}

static void *thread(void *unused)
{
    for (int i = 0; i < CALLS; i++) {
        assert(async_call_soon_threadsafe(loop, call, NULL) == 0);
        if (i % 1000 == 0)
            usleep(1000);
    }
    return unused;
}

SCRIPT(script, int unused;)
{
    SCRIPT_BEGIN(script)
    loop = async_get_event_loop();
    finished = async_promise_new(void);
    pthread_t t;
    for (int i = 0; i < THREADS; i++) {
        assert(pthread_create(&t, NULL, thread, NULL) == 0);
        pthread_detach(t);
    }
    AWAIT(async_promise_future(finished))
    assert(calls == THREADS * CALLS);
    RETURN_VOID;
    END;
}

static void stop(void *unused)
{
    (void)unused;
    async_loop_unhold(loop);
    async_loop_stop(loop);
}

static void *stopper(void *unused)
{
    usleep(20000);
    async_call_soon_threadsafe(loop, stop, NULL);
    return unused;
}

int main(void)
{
    async_run(script());
    loop = async_new_event_loop();
    async_loop_hold(loop);
    pthread_t t;
    assert(pthread_create(&t, NULL, stopper, NULL) == 0);
    assert(async_run_forever(loop) == 0);
    pthread_join(t, NULL);
    async_loop_close(loop);
    return 0;
}
