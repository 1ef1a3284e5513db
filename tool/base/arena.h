// arena.h: memory that lives as long as one translation.
//
// Every node of a tree, every copied name comes from an arena and is never freed alone: the driver frees the arena
// when the translation is over. Running out of memory ends the tool with a message (arena.c), so no caller checks.
#ifndef BASE_ARENA_H
#define BASE_ARENA_H

#include <stddef.h>

struct arena {
    struct arena_chunk *chunks;
    char *next, *end;
};

void *arena_alloc(struct arena *arena, size_t size);     // zeroed
char *arena_copy(struct arena *arena, const char *text, size_t length);   // ended by a zero byte
char *arena_printf(struct arena *arena, const char *format, ...) __attribute__((format(printf, 2, 3)));
void arena_fini(struct arena *arena);

#define arena_new(arena, type) ((type *)arena_alloc((arena), sizeof(type)))
#define arena_array(arena, type, count) ((type *)arena_alloc((arena), sizeof(type) * (count)))

// malloc and realloc that do not fail: for what grows.
void *memory_resize(void *old, size_t size);

#endif
