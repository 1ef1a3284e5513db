// format.c: see format.h.
//
// A translation formats some hundred short texts per function, nearly all of them of names and small numbers. The C
// library takes 800 instructions for one of those, most of them before and behind the formatting itself: a tenth of the
// time that we need beside libclang. So %s, %.*s, %c, %u, %d and %zu are done here. A format that says anything else is
// the library's.
#define _GNU_SOURCE
#include "base/format.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct line {
    char *to;
    size_t room, length;           // length: also of what had no room
};

static void add(struct line *line, const char *text, size_t length)
{
    if (line->length + length < line->room)
        memcpy(line->to + line->length, text, length);
    line->length += length;
}

static void add_number(struct line *line, size_t number)
{
    char digits[3 * sizeof number], *end = digits + sizeof digits, *first = end;
    do
        *--first = (char)('0' + number % 10);
    while (number /= 10);
    add(line, first, (size_t)(end - first));
}

static void add_signed(struct line *line, int number)
{
    if (number < 0)
        add(line, "-", 1);
    add_number(line, number < 0 ? -(size_t)number : (size_t)number);
}

// One directive, of which `p` is what stands behind the percent sign. Gives what stands behind it; null: none of ours.
static const char *add_directive(struct line *line, const char *p, va_list *args)
{
    switch (*p) {
    case 's': {
        const char *text = va_arg(*args, const char *);
        if (!text)
            return nullptr;
        add(line, text, strlen(text));
        return p + 1;
    }
    case 'u':
        add_number(line, va_arg(*args, unsigned));
        return p + 1;
    case 'd':
        add_signed(line, va_arg(*args, int));
        return p + 1;
    case 'c':
        add(line, &(char){ (char)va_arg(*args, int) }, 1);
        return p + 1;
    case '.': {
        if (p[1] != '*' || p[2] != 's')
            return nullptr;
        int most = va_arg(*args, int);
        const char *text = va_arg(*args, const char *);
        if (!text)
            return nullptr;
        add(line, text, most < 0 ? strlen(text) : strnlen(text, (size_t)most));
        return p + 3;
    }
    case 'z':
        if (p[1] != 'u')
            return nullptr;
        add_number(line, va_arg(*args, size_t));
        return p + 2;
    case '%':
        add(line, "%", 1);
        return p + 1;
    default:
        return nullptr;
    }
}

static size_t format_by_library(char *to, size_t room, const char *format, va_list args)
{
    int length = vsnprintf(to, room, format, args);
    if (length < 0)
        abort();
    return (size_t)length;
}

size_t format_text(char *to, size_t room, const char *format, va_list args)
{
    struct line line = { .to = to, .room = room };
    va_list ours;
    va_copy(ours, args);
    const char *p = format;
    for (const char *percent; p && *p;) {
        percent = strchrnul(p, '%');
        add(&line, p, (size_t)(percent - p));
        p = *percent ? add_directive(&line, percent + 1, &ours) : percent;
    }
    va_end(ours);
    if (!p)
        return format_by_library(to, room, format, args);
    if (line.length < room)
        to[line.length] = 0;
    return line.length;
}
