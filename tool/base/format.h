// format.h: vsnprintf for what most of our formats say.
#ifndef BASE_FORMAT_H
#define BASE_FORMAT_H

#include <stdarg.h>
#include <stddef.h>

// As vsnprintf, but the length is never an error's.
size_t format_text(char *to, size_t room, const char *format, va_list args) __attribute__((format(printf, 3, 0)));

#endif
