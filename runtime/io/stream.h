// io/stream.h: what the files of io/ know of a stream.

#ifndef ASYNC_IO_STREAM_H
#define ASYNC_IO_STREAM_H

#include "base/bytes.h"

#include <stdbool.h>
#include <stddef.h>

struct async_stream {
    int fd, out_fd;                  // what it reads from, what it writes to; -1: nothing
    int error;                       // the first one
    bool at_end;                     // the other side has ended
    bool is_shut;                    // this side has
    bool is_flushing;                // a task sends what is in `out`
    bool is_closing;                 // calls are told -ECANCELED
    bool is_orphan;                  // closed: the task that flushes it frees it
    bool is_owned;                   // by a server or a process, which frees it, also if the program has closed it
    unsigned users;                  // calls that are inside
    struct async__bytes in, out;
    struct async_lock reading, writing;
    struct async__line space;        // a writer that waits until there is less in `out`
    struct async__line drained;      // who waits until there is nothing in it
    struct async__line idle;         // who waits for the last user
};

// What stands for one that could not be made: for want of memory, or as `error` says. Never null; close it as any other.
struct async_stream *async__stream_failed(int error);
// Of one or two descriptors, -1 where there is none; it owns them. Null: no memory; they have been closed.
struct async_stream *async__stream_new(int fd, int out_fd);
// Closes and frees it; what has not been sent is lost. Does not wait for the other side.
async_fn(void) async__stream_abort(struct async_stream *);

#endif
