// parse.h: libclang reads the view; we keep what async functions need.
#ifndef SYNTAX_PARSE_H
#define SYNTAX_PARSE_H

#include "model/tree.h"
#include "syntax/view.h"

// Fills unit.functions and what hangs from them; reports the errors of async functions and of futures anywhere.
// Returns 0, or -1 if libclang itself failed.
int parse_unit(struct unit *unit, struct view *view, const char *const *flags);

// --emit=ast: the trees as text.
void parse_dump(const struct unit *unit, struct buf *out);

#endif
