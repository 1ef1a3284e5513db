// bytes.c: see bytes.h. They are moved to the beginning only when at least as many have been taken, so that costs little per byte.

#include "base/bytes.h"

#include "base/alloc.h"

#include <string.h>

enum { FIRST_ROOM = 4096 };

size_t async__bytes_length(const struct async__bytes *b)
{
    return b->end - b->begin;
}

bool async__bytes_make_room(struct async__bytes *b, size_t more)
{
    if (b->room - b->end >= more)
        return true;
    size_t held = async__bytes_length(b);
    if (b->begin >= held && held + more <= b->room) {
        if (held)
            memcpy(b->bytes, b->bytes + b->begin, held);
    } else {
        if (more > (size_t)-1 / 4 - held)
            return false;
        size_t room = b->room ? b->room : FIRST_ROOM;
        while (room < held + more)
            room *= 2;
        char *bytes = async__alloc(room);
        if (!bytes)
            return false;
        if (held)
            memcpy(bytes, b->bytes + b->begin, held);
        async__free(b->bytes);
        b->bytes = bytes;
        b->room = room;
    }
    b->begin = 0;
    b->end = held;
    return true;
}

bool async__bytes_append(struct async__bytes *b, const char *bytes, size_t size)
{
    if (!async__bytes_make_room(b, size))
        return false;
    memcpy(b->bytes + b->end, bytes, size);
    b->end += size;
    return true;
}

void async__bytes_take(struct async__bytes *b, void *to, size_t size)
{
    if (to && size)
        memcpy(to, b->bytes + b->begin, size);
    b->begin += size;
    if (b->begin == b->end)
        b->begin = b->end = 0;
}

void async__bytes_forget(struct async__bytes *b)
{
    async__free(b->bytes);
    *b = (struct async__bytes){ .bytes = NULL };
}
