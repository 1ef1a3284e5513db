// stream.c: a descriptor with a buffer on each side.
//
//     read    what is in `in`, else from the descriptor. While a reader waits and `in` is empty there is no memory for it
//     write   to the descriptor as far as that takes it now; the rest goes to `out`, and a task of the stream sends it
//
// A call takes what it wants in one step, when all of it is there: so one that is cancelled has taken nothing.
//
// Every call that may wait counts as a user. Closing tells the users that wait, by the error that the stream has from then on, and
// waits until they have left.

#include <async.h>

#include <errno.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#include "base/alloc.h"
#include "core/park.h"
#include "io/stream.h"
#include "system/attempt.h"

enum {
    CHUNK = 4096,                  // the least room for input
    HIGH_WATER = 64 * 1024,        // of `out`: from there on a writer waits,
    LOW_WATER = 16 * 1024,         // until it has come down to this
};

// How many bytes there are up to `byte`, itself included; 0: it is not behind the first `seen`.
static size_t find(const struct async__bytes *b, size_t seen, int byte)
{
    size_t length = async__bytes_length(b);
    if (length == seen)
        return 0;
    const char *begin = b->bytes + b->begin, *hit = memchr(begin + seen, byte, length - seen);
    return hit ? (size_t)(hit + 1 - begin) : 0;
}

// ---- making and freeing

static _Thread_local struct async_stream no_memory;

static bool is_shared(const struct async_stream *s)
{
    return s == &no_memory;
}

struct async_stream *async__stream_failed(int error)
{
    struct async_stream *s = async__alloc(sizeof *s);
    if (!s) {
        s = &no_memory;
        error = -ENOMEM;
    }
    *s = (struct async_stream){ .fd = -1, .out_fd = -1, .error = error };
    return s;
}

struct async_stream *async__stream_new(int fd, int out_fd)
{
    struct async_stream *s = async__alloc(sizeof *s);
    if (!s) {
        if (fd >= 0)
            async__close_now(fd);
        if (out_fd >= 0 && out_fd != fd)
            async__close_now(out_fd);
        return NULL;
    }
    *s = (struct async_stream){ .fd = fd, .out_fd = out_fd };
    return s;
}

struct async_stream *async_stream_from_fd(int fd)
{
    struct async_stream *s = fd < 0 ? async__stream_failed(-EBADF) : async__stream_new(fd, fd);
    return s ? s : async__stream_failed(-ENOMEM);
}

int async_stream_error(const struct async_stream *s)
{
    return s->error;
}

int async_stream_fd(const struct async_stream *s)
{
    return s->fd >= 0 ? s->fd : s->out_fd >= 0 ? s->out_fd : -EBADF;
}

// Whoever waits for one of them goes on.
static void forget_descriptors(struct async_stream *s)
{
    if (s->fd >= 0)
        async__fd_forget(s->fd);
    if (s->out_fd >= 0 && s->out_fd != s->fd)
        async__fd_forget(s->out_fd);
}

// What has failed on one side has failed for both: who waits on the other one is told.
static int fail(struct async_stream *s, int error)
{
    if (!s->error) {
        s->error = error;
        forget_descriptors(s);
    }
    return s->error;
}

// Whoever waits for a descriptor of it goes on.
static int close_output(struct async_stream *s)
{
    int error = s->out_fd >= 0 && s->out_fd != s->fd ? async__close_now(s->out_fd) : 0;
    s->out_fd = -1;
    return error;
}

static int close_descriptors(struct async_stream *s)
{
    int error = close_output(s);
    if (s->fd >= 0)
        error = async__close_now(s->fd);
    s->fd = -1;
    return error;
}

static void wake_writers(struct async_stream *s)
{
    while (async__unpark(&s->space, 0))
        ;
    while (async__unpark(&s->drained, 0))
        ;
}

static void stream_free(struct async_stream *s)
{
    async__bytes_forget(&s->in);
    async__bytes_forget(&s->out);
    if (!is_shared(s))
        async__free(s);
}

static void leave(struct async_stream *s)
{
    s->users--;
    async__unpark(&s->idle, 0);
}

// What a call gives that cannot go on; 0: it can.
static int error_of(const struct async_stream *s)
{
    return s->is_closing ? -ECANCELED : s->error;
}

// ---- reading

// Room for `wanted` bytes comes with those that come: nobody has to be believed how many there will be.
static size_t choose_room(const struct async_stream *s, size_t wanted)
{
    size_t most = async__bytes_length(&s->in) < CHUNK ? CHUNK : async__bytes_length(&s->in);
    return wanted < CHUNK ? CHUNK : wanted < most ? wanted : most;
}

// As async__try_read, but of a file on a disk: a thread reads it.
static async ssize_t try_read(int fd, void *buffer, size_t size)
{
    ssize_t n = async__try_read(fd, buffer, size);
    return n == ASYNC__IS_FILE ? await async_read(fd, buffer, size) : n;
}

// Gets more input: how many bytes, 0 at the end, or the stream's error.
static async ssize_t fill(struct async_stream *s, size_t wanted)
{
    for (;;) {
        if (error_of(s))
            return error_of(s);
        if (s->at_end || s->fd < 0)
            return s->at_end ? 0 : -EBADF;
        if (!async__bytes_make_room(&s->in, choose_room(s, wanted)))
            return -ENOMEM;
        ssize_t n = await try_read(s->fd, s->in.bytes + s->in.end, s->in.room - s->in.end);
        if (n >= 0) {
            s->in.end += (size_t)n;
            s->at_end = n == 0;
            return n;
        }
        if (n != -EAGAIN)
            return fail(s, (int)n);
        if (async__bytes_length(&s->in) == 0)
            async__bytes_forget(&s->in);
        int ready = await async__fd_wait(s->fd, POLLIN);
        if (ready < 0 && !s->is_closing)
            return fail(s, ready);
    }
}

async ssize_t async_stream_read(struct async_stream *s, void *buffer, size_t size)
{
    await async__pause();
    s->users++;
    defer leave(s);
    await async_lock_acquire(&s->reading);
    defer async_lock_release(&s->reading);
    while (!error_of(s) && async__bytes_length(&s->in) == 0 && size > 0) {
        if (s->at_end || s->fd < 0)
            return s->at_end ? 0 : -EBADF;
        ssize_t n = await try_read(s->fd, buffer, size);
        if (n > 0)
            return n;
        if (n == 0) {
            s->at_end = true;
        } else if (n != -EAGAIN) {
            fail(s, (int)n);
        } else {
            async__bytes_forget(&s->in);
            int ready = await async__fd_wait(s->fd, POLLIN);
            if (ready < 0 && !s->is_closing)
                fail(s, ready);
        }
    }
    if (error_of(s))
        return error_of(s);
    size_t n = async__bytes_length(&s->in) < size ? async__bytes_length(&s->in) : size;
    async__bytes_take(&s->in, buffer, n);
    return (ssize_t)n;
}

async ssize_t async_stream_readexactly(struct async_stream *s, void *buffer, size_t size)
{
    await async__pause();
    s->users++;
    defer leave(s);
    await async_lock_acquire(&s->reading);
    defer async_lock_release(&s->reading);
    while (async__bytes_length(&s->in) < size) {
        ssize_t n = await fill(s, size - async__bytes_length(&s->in));
        if (n < 0)
            return n;
        if (n == 0)
            break;
    }
    if (error_of(s))
        return error_of(s);
    size_t n = async__bytes_length(&s->in) < size ? async__bytes_length(&s->in) : size;
    async__bytes_take(&s->in, buffer, n);
    return (ssize_t)n;
}

async ssize_t async_stream_readuntil(struct async_stream *s, int byte, char *text, size_t size)
{
    await async__pause();
    if (size == 0)
        return -EINVAL;
    s->users++;
    defer leave(s);
    await async_lock_acquire(&s->reading);
    defer async_lock_release(&s->reading);
    size_t seen = 0, n = 0;
    for (;;) {
        size_t found = find(&s->in, seen, byte);
        seen = async__bytes_length(&s->in);
        n = found ? found : seen;
        if (error_of(s))
            return error_of(s);
        if (n >= size)
            return -ENOBUFS;
        if (found)
            break;
        ssize_t more = await fill(s, CHUNK);
        if (more < 0)
            return more;
        if (more == 0)
            break;
    }
    async__bytes_take(&s->in, text, n);
    text[n] = 0;
    return (ssize_t)n;
}

async ssize_t async_stream_readline(struct async_stream *s, char *line, size_t size)
{
    return await async_stream_readuntil(s, '\n', line, size);
}

// ---- writing

// Sends what the descriptor takes now. 0, -EAGAIN, or the stream's error.
static int send_some(struct async_stream *s)
{
    ssize_t n = async__try_write(s->out_fd, s->out.bytes + s->out.begin, async__bytes_length(&s->out));
    if (n < 0)
        return n == -EAGAIN ? -EAGAIN : fail(s, (int)n);
    async__bytes_take(&s->out, NULL, (size_t)n);
    if (async__bytes_length(&s->out) <= LOW_WATER)
        async__unpark(&s->space, 0);
    return 0;
}

static void end_flush(struct async_stream *s)
{
    s->is_flushing = false;
    if (async__bytes_length(&s->out))
        fail(s, -ECANCELED);
    async__bytes_forget(&s->out);
    if (s->is_orphan) {
        close_descriptors(s);
        stream_free(s);
        return;
    }
    wake_writers(s);
    leave(s);
}

// Runs as a task while there is something in `out`, of which the descriptor has just taken what it could.
async void async__stream_flush(struct async_stream *s)
{
    defer end_flush(s);
    while (!s->error && async__bytes_length(&s->out)) {
        int ready = await async__fd_wait(s->out_fd, POLLOUT);
        if (ready < 0 && !s->is_closing)
            fail(s, ready);
        while (!s->error && async__bytes_length(&s->out) && send_some(s) == 0)
            await async__pause();
    }
}

// It begins at once: one that was stopped before it began would never end.
static bool append_and_flush(struct async_stream *s, const char *bytes, size_t size)
{
    if (!async__bytes_make_room(&s->out, size))
        return false;
    future(void) flush = NULL;
    if (!s->is_flushing) {
        flush = async__stream_flush(s);
        if (!async_valid(flush))
            return false;
    }
    async__bytes_append(&s->out, bytes, size);
    if (async_valid(flush)) {
        s->is_flushing = true;
        s->users++;
        async_detach(async_start(flush));
    }
    return true;
}

// The rest of what the descriptor did not take. 0 or an error.
static int keep_for_later(struct async_stream *s, const char *bytes, size_t size, size_t sent)
{
    if (append_and_flush(s, bytes + sent, size - sent))
        return 0;
    // Half a message has gone out: nothing that may follow would be understood.
    return sent ? fail(s, -ENOMEM) : -ENOMEM;
}

async ssize_t async_stream_write(struct async_stream *s, const void *bytes, size_t size)
{
    await async__pause();
    s->users++;
    defer leave(s);
    await async_lock_acquire(&s->writing);
    defer async_lock_release(&s->writing);
    while (!error_of(s) && async__bytes_length(&s->out) > HIGH_WATER)
        await async__park(&s->space);
    if (error_of(s))
        return error_of(s);
    if (s->is_shut || s->out_fd < 0)
        return s->is_shut ? -EPIPE : -EBADF;
    ssize_t sent = async__bytes_length(&s->out) || !size ? 0 : async__try_write(s->out_fd, bytes, size);
    if (sent == ASYNC__IS_FILE)
        sent = await async_write_all(s->out_fd, bytes, size);
    if (sent == -EAGAIN)
        sent = 0;
    if (sent < 0)
        return fail(s, (int)sent);
    int error = (size_t)sent < size ? keep_for_later(s, bytes, size, (size_t)sent) : 0;
    return error ? error : (ssize_t)size;
}

async int async_stream_drain(struct async_stream *s)
{
    await async__pause();
    s->users++;
    defer leave(s);
    while (!error_of(s) && async__bytes_length(&s->out))
        await async__park(&s->drained);
    return error_of(s);
}

async int async_stream_shutdown(struct async_stream *s)
{
    int error = await async_stream_drain(s);
    if (error || s->is_shut)
        return error;
    s->is_shut = true;
    if (s->out_fd != s->fd)
        error = close_output(s);
    else if (shutdown(s->out_fd, SHUT_WR) < 0)
        error = -errno;
    return error ? fail(s, error) : 0;
}

// ---- closing

// Whoever is inside goes out, but for the task that sends what is left.
static async void turn_out(struct async_stream *s)
{
    s->is_closing = true;
    forget_descriptors(s);
    wake_writers(s);
    while (s->users > s->is_flushing)
        await async__park(&s->idle);
}

static async void end(struct async_stream *s, bool is_freed)
{
    await turn_out(s);
    if (s->is_flushing) {
        s->is_orphan = is_freed;
        return;
    }
    close_descriptors(s);
    if (is_freed)
        stream_free(s);
}

async int async_stream_close(struct async_stream *s)
{
    if (!s)
        return 0;
    defer await end(s, !s->is_owned);
    if (async__is_asked())
        return s->error;
    return await async_stream_drain(s);
}

async void async__stream_abort(struct async_stream *s)
{
    async__bytes_forget(&s->out);
    fail(s, -ECANCELED);
    await end(s, true);
}
