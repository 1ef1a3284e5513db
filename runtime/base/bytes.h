// base/bytes.h: bytes that come at one end and are taken at the other.

#ifndef ASYNC_BASE_BYTES_H
#define ASYNC_BASE_BYTES_H

#include <stdbool.h>
#include <stddef.h>

struct async__bytes {
    char *bytes;                     // the memory: those from `begin` to `end` are held
    size_t begin, end, room;
};

size_t async__bytes_length(const struct async__bytes *);
bool async__bytes_make_room(struct async__bytes *, size_t more);       // behind the end. False: no memory, all is as it was
bool async__bytes_append(struct async__bytes *, const char *bytes, size_t size);
void async__bytes_take(struct async__bytes *, void *to, size_t size);  // the first ones; to null: they are dropped
void async__bytes_forget(struct async__bytes *);                       // all of them, and the memory

#endif
