// files.c: files, whose calls block: a thread makes them.

#define _GNU_SOURCE
#define _FILE_OFFSET_BITS 64

#include <async.h>

#include "system/files.h"
#include "system/threads.h"

#include <errno.h>
#include <fcntl.h>
#include <stdbool.h>
#include <unistd.h>

// One call, and what it is given.
struct call {
    long (*make)(const struct call *);
    const char *path;
    int fd, flags;
    mode_t mode;
    void *memory;
    size_t size;
    off_t offset;
    bool gives_up;
};

static long make_again(void *argument)
{
    const struct call *call = argument;
    long value;
    do
        value = call->make(call);
    while (value < 0 && errno == EINTR);
    return value < 0 ? -errno : value;
}

static async long make(struct call call)
{
    struct async__job job = { .function = make_again, .argument = &call, .gives_up = call.gives_up };
    int error = await async__thread_run(&job);
    return error ? error : job.result;
}

static long make_open(const struct call *call)
{
    return open(call->path, call->flags, call->mode);
}

async int async_open(const char *path, int flags, unsigned mode)
{
    return (int)await make((struct call){ make_open, .path = path, .flags = flags, .mode = mode });
}

static long make_pread(const struct call *call)
{
    return pread(call->fd, call->memory, call->size, call->offset);
}

async ssize_t async_pread(int fd, void *memory, size_t size, __INT64_TYPE__ offset)
{
    return await make((struct call){ make_pread, .fd = fd, .memory = memory, .size = size, .offset = offset });
}

static long make_pwrite(const struct call *call)
{
    return pwrite(call->fd, call->memory, call->size, call->offset);
}

async ssize_t async_pwrite(int fd, const void *memory, size_t size, __INT64_TYPE__ offset)
{
    return await make((struct call){ make_pwrite, .fd = fd, .memory = (void *)memory, .size = size, .offset = offset });
}

static long make_fsync(const struct call *call)
{
    return fsync(call->fd);
}

async int async_fsync(int fd)
{
    return (int)await make((struct call){ make_fsync, .fd = fd });
}

static long make_read(const struct call *call)
{
    return read(call->fd, call->memory, call->size);
}

async ssize_t async__file_read(int fd, void *memory, size_t size)
{
    return await make((struct call){ make_read, .fd = fd, .memory = memory, .size = size });
}

static long make_write(const struct call *call)
{
    return write(call->fd, call->memory, call->size);
}

async ssize_t async__file_write(int fd, const void *memory, size_t size, bool gives_up)
{
    return await make((struct call){ make_write, .fd = fd, .memory = (void *)memory, .size = size, .gives_up = gives_up });
}
