// The first failure is returned, and the loops of the others are asked to stop and have their cleanups.
// RUN: %build %s -o %t && %run %t
#include <async.h>
#undef NDEBUG
#include <assert.h>
#include <errno.h>
#include <stdatomic.h>
#include <stddef.h>
#include <stdint.h>

static atomic_int begun, cleaned;

static async int one_fails(size_t index, void *which)
{
    if (index == (size_t)(uintptr_t)which) {
        while (begun < 2)
            await async_sleep(0.0001);
        return -ENOENT;
    }
    defer cleaned++;
    begun++;
    await async_sleep(3600.0);
    return 0;
}

static async int nested(void)
{
    return async_run_on_cores(2, one_fails, NULL);
}

static async int gives_up(size_t index, void *unused)
{
    (void)unused;
    if (index == 1)
        async_task_cancel(async_current_task());
    await async_sleep(index == 1 ? 0.0 : 3600.0);
    return 0;
}

static async int wait_long(void)
{
    await async_sleep(3600.0);
    return 0;
}

static future(int) no_future(size_t index, void *unused)
{
    (void)unused;
    return index == 1 ? (future(int)){ 0 } : wait_long();
}

int main(void)
{
    for (uintptr_t which = 0; which < 3; which++) {
        begun = cleaned = 0;
        assert(async_run_on_cores(3, one_fails, (void *)which) == -ENOENT);
        assert(cleaned == 2);
    }
    assert(async_run_on_cores(2, gives_up, NULL) == -ECANCELED);
    assert(async_run(nested()) == -EBUSY);
    assert(async_run_on_cores(2, no_future, NULL) == -ENOMEM);
    return 0;
}
