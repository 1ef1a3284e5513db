// buf.h: text that grows at its end. Always ended by a zero byte that length does not count, once anything was added.
#ifndef BASE_BUF_H
#define BASE_BUF_H

#include <stdarg.h>
#include <stddef.h>

struct buf {
    char *text;
    size_t length, room;
};

void buf_add(struct buf *buf, const char *text, size_t length);
void buf_puts(struct buf *buf, const char *text);
void buf_putc(struct buf *buf, char c);
void buf_printf(struct buf *buf, const char *format, ...) __attribute__((format(printf, 2, 3)));
void buf_vprintf(struct buf *buf, const char *format, va_list args) __attribute__((format(printf, 2, 0)));
void buf_fini(struct buf *buf);

// Reads a whole file. Returns 0 or -errno.
int buf_read_file(struct buf *buf, const char *path);

#endif
