// array.c: memory of arrays of variable length that live over an await.
//
//     | padding | struct header | elements …
//
// Fills: async__array_take, async__array_free of the ABI.

#include "core/task.h"

#include "base/alloc.h"

#include <errno.h>

struct header {
    void *block;               // what the allocator gave
    size_t room;               // bytes behind the header
};

static struct header *header_of(void *array)
{
    return (struct header *)array - 1;
}

_Bool async__array_take(struct async_task *task, void **array, size_t size, size_t align)
{
    if (*array && header_of(*array)->room >= size)
        return 1;
    async__array_free(*array);
    *array = NULL;
    align = align < _Alignof(struct header) ? _Alignof(struct header) : align;
    size_t before = (sizeof(struct header) + align - 1) & ~(align - 1);
    char *block = size < SIZE_MAX / 2 ? async__alloc_aligned(align, before + size) : NULL;
    if (!block) {
        task->reason = -ENOMEM;
        return 0;
    }
    *array = block + before;
    *header_of(*array) = (struct header){ block, size };
    return 1;
}

void async__array_free(void *array)
{
    if (array)
        async__free(header_of(array)->block);
}
