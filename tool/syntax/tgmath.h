// tgmath.h: gcc's type-generic mathematics, in words that libclang knows.
#ifndef SYNTAX_TGMATH_H
#define SYNTAX_TGMATH_H

#include "model/unit.h"

// If `token` is a __builtin_tgmath: how the view writes it.
void view_note_tgmath(struct unit *unit, uint32_t token);

// Declares what it writes.
void view_declare_tgmath(struct buf *text);

#endif
