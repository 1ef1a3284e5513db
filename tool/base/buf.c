// buf.c: see buf.h.
#include "base/buf.h"

#include "base/arena.h"
#include "base/format.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static char *reserve(struct buf *buf, size_t more)
{
    if (buf->room - buf->length <= more) {
        size_t room = buf->room ? buf->room * 2 : 256;
        while (room - buf->length <= more)
            room *= 2;
        buf->text = memory_resize(buf->text, room);
        buf->room = room;
    }
    return buf->text + buf->length;
}

void buf_add(struct buf *buf, const char *text, size_t length)
{
    char *end = reserve(buf, length);
    if (length)
        memcpy(end, text, length);
    end[length] = 0;
    buf->length += length;
}

void buf_puts(struct buf *buf, const char *text)
{
    buf_add(buf, text, strlen(text));
}

void buf_putc(struct buf *buf, char c)
{
    char *end = reserve(buf, 1);
    end[0] = c;
    end[1] = 0;
    buf->length++;
}

void buf_vprintf(struct buf *buf, const char *format, va_list args)
{
    va_list again;
    va_copy(again, args);
    char *end = reserve(buf, 100);             // mostly enough: formatting twice would take twice the time
    size_t length = format_text(end, buf->room - buf->length, format, args);
    if (length >= buf->room - buf->length)
        format_text(reserve(buf, length), length + 1, format, again);
    buf->length += length;
    va_end(again);
}

void buf_printf(struct buf *buf, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    buf_vprintf(buf, format, args);
    va_end(args);
}

void buf_fini(struct buf *buf)
{
    free(buf->text);
    *buf = (struct buf){};
}

int buf_read_file(struct buf *buf, const char *path)
{
    int fd = open(path, O_RDONLY | O_CLOEXEC);
    if (fd < 0)
        return -errno;
    ssize_t got;
    do {
        char *end = reserve(buf, 1 << 16);
        got = read(fd, end, 1 << 16);
        if (got > 0)
            buf->length += (size_t)got;
        buf->text[buf->length] = 0;
    } while (got > 0 || (got < 0 && errno == EINTR));
    int err = got < 0 ? -errno : 0;
    close(fd);
    return err;
}
