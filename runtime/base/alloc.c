// alloc.c: the one place that memory comes from.
//
// Every block that the runtime takes passes through here, so that a test can make any one of them fail:
//
//     ASYNC_FAIL=alloc:7     the 7th allocation of the process fails
//     ASYNC_FAIL=alloc:7+    the 7th and all that follow
//
// Needs: options (what ASYNC_FAIL says).

#include "base/alloc.h"

#include "base/options.h"

#include <stdint.h>
#include <stdlib.h>

// True if this allocation is the one that the test wants to see fail.
static bool is_refused(void)
{
    if (__builtin_expect(async__options.fail_alloc == 0, 1))
        return false;
    static uint64_t count;
    uint64_t number = __atomic_add_fetch(&count, 1, __ATOMIC_RELAXED);
    return number == async__options.fail_alloc
        || (number > async__options.fail_alloc && async__options.fail_alloc_onward);
}

void *async__alloc(size_t size)
{
    return is_refused() ? NULL : malloc(size);
}

void *async__alloc_aligned(size_t align, size_t size)
{
    if (align <= _Alignof(max_align_t))
        return async__alloc(size);
    void *memory;
    return is_refused() || posix_memalign(&memory, align, size) != 0 ? NULL : memory;
}

void *async__realloc(void *memory, size_t size)
{
    return is_refused() ? NULL : realloc(memory, size);
}

void async__free(void *memory)
{
    free(memory);
}
