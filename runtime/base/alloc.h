// base/alloc.h: the one place that memory comes from.

#ifndef ASYNC_BASE_ALLOC_H
#define ASYNC_BASE_ALLOC_H

#include <stdbool.h>
#include <stddef.h>

void *async__alloc(size_t size);                          // null: no memory
void *async__alloc_aligned(size_t align, size_t size);    // align: a power of two
void *async__realloc(void *memory, size_t size);          // null: no memory, `memory` is as it was
void async__free(void *memory);
void *async__alloc_pages(size_t size);                     // of the system, all zero; size: a power of two, and the alignment too
void async__touch_pages(void *memory, size_t size);        // they are going to be used, all of them and soon
void async__free_pages(void *memory, size_t size);

#endif
