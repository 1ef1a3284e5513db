// When a thread cannot be started, those that have been are asked to stop, and the call fails.
// RUN: %build %s -Wl,--wrap=pthread_create -o %t && %run %t
#include <async.h>
#undef NDEBUG
#include <assert.h>
#include <errno.h>
#include <pthread.h>

static int may_start = 1;

int __real_pthread_create(pthread_t *, const pthread_attr_t *, void *(*)(void *), void *);
int __wrap_pthread_create(pthread_t *thread, const pthread_attr_t *attributes, void *(*function)(void *), void *argument)
{
    return may_start-- > 0 ? __real_pthread_create(thread, attributes, function, argument) : EAGAIN;
}

static async int sleep_long(size_t index, void *unused)
{
    (void)index, (void)unused;
    await async_sleep(3600.0);
    return 0;
}

int main(void)
{
    assert(async_run_on_cores(3, sleep_long, NULL) == -EAGAIN);
    assert(async_run_on_cores((size_t)-1, sleep_long, NULL) == -ENOMEM);
    return 0;
}
