// arena.c: see arena.h. Chunks are linked so that they can be freed; large requests get a chunk of their own.
#include "base/arena.h"

#include "base/format.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { CHUNK = 64 * 1024, ALIGN = 16 };

struct arena_chunk {
    alignas(ALIGN) struct arena_chunk *next;
};

void *memory_resize(void *old, size_t size)
{
    void *memory = realloc(old, size ? size : 1);
    if (!memory) {
        fputs("asyncc: error: out of memory\n", stderr);
        _Exit(1);
    }
    return memory;
}

static void add_chunk(struct arena *arena, size_t size)
{
    struct arena_chunk *chunk = memory_resize(nullptr, sizeof *chunk + size);
    chunk->next = arena->chunks;
    arena->chunks = chunk;
    arena->next = (char *)(chunk + 1);
    arena->end = arena->next + size;
}

static void *take(struct arena *arena, size_t size)
{
    size = (size + ALIGN - 1) & ~(size_t)(ALIGN - 1);
    if ((size_t)(arena->end - arena->next) < size)
        add_chunk(arena, size > CHUNK ? size : CHUNK);
    void *memory = arena->next;
    arena->next += size;
    return memory;
}

void *arena_alloc(struct arena *arena, size_t size)
{
    return memset(take(arena, size), 0, size);
}

char *arena_copy(struct arena *arena, const char *text, size_t length)
{
    char *copy = take(arena, length + 1);
    memcpy(copy, text, length);
    copy[length] = 0;
    return copy;
}

char *arena_printf(struct arena *arena, const char *format, ...)
{
    char small[256];               // mostly enough
    va_list args, again;
    va_start(args, format);
    va_copy(again, args);
    size_t length = format_text(small, sizeof small, format, args);
    char *text = take(arena, length + 1);
    if (length < sizeof small)
        memcpy(text, small, length + 1);
    else
        format_text(text, length + 1, format, again);
    va_end(again);
    va_end(args);
    return text;
}

void arena_fini(struct arena *arena)
{
    while (arena->chunks) {
        struct arena_chunk *chunk = arena->chunks;
        arena->chunks = chunk->next;
        free(chunk);
    }
    *arena = (struct arena){};
}
