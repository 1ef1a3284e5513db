// floats.h: the floating types of ISO/IEC TS 18661-3, in words that libclang knows.
#ifndef SYNTAX_FLOATS_H
#define SYNTAX_FLOATS_H

#include "model/unit.h"

// If `token` is such a type's name or a number of such a type: how the view writes it.
void view_note_float(struct unit *unit, uint32_t token);

// Declares the types that the file names.
void view_declare_floats(const struct unit *unit, struct buf *text);

#endif
