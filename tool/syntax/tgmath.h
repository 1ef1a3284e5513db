// tgmath.h: gcc's type-generic mathematics, in words that libclang knows.
#ifndef SYNTAX_TGMATH_H
#define SYNTAX_TGMATH_H

#include "model/unit.h"

// If `token` is a __builtin_tgmath: how the view writes it.
void view_note_tgmath(struct unit *unit, uint32_t token);

// Declares what it writes, if it has written any: libclang takes 2 ms to read it.
void view_declare_tgmath(const struct unit *unit, struct buf *text);

#endif
