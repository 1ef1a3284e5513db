// statements.h: the statements that the language adds to C, as tokens.
#ifndef SYNTAX_STATEMENTS_H
#define SYNTAX_STATEMENTS_H

#include "model/unit.h"

// The token behind the statement that begins at `token`.
uint32_t statement_end(const struct source *source, uint32_t token);

// If `token` begins a statement of the language's own, notes it in unit.statements and returns true.
bool statement_note(struct unit *unit, uint32_t token, enum own_kind kind);

#endif
