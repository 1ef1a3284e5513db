// alloc.c: the one place that memory comes from.
//
// Every block that the runtime takes passes through here, so that a test can make any one of them fail: see fail.c.

#define _GNU_SOURCE

#include "base/alloc.h"

#include "base/fail.h"

#include <stdint.h>
#include <stdlib.h>
#include <sys/mman.h>

// True if this allocation is the one that the test wants to see fail.
static bool is_refused(void)
{
    if (__builtin_expect(async__options.fail.kind != ASYNC__FAIL_ALLOC, 1) || !async__fail_counts())
        return false;
    async__fail_tell("");
    return true;
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

void *async__alloc_pages(size_t size)
{
    if (is_refused())
        return NULL;
    char *memory = mmap(NULL, 2 * size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (memory == MAP_FAILED)
        return NULL;
    size_t before = -(uintptr_t)memory & (size - 1);
    if (before)
        munmap(memory, before);
    munmap(memory + before + size, size - before);
    return memory + before;
}

void async__touch_pages(void *memory, size_t size)
{
#ifdef MADV_POPULATE_WRITE
    madvise(memory, size, MADV_POPULATE_WRITE);
#else
    (void)memory, (void)size;
#endif
}

void async__free_pages(void *memory, size_t size)
{
    munmap(memory, size);
}

void async__free(void *memory)
{
    free(memory);
}
