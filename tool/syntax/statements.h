// statements.h: the statements that the language adds to C, as tokens.
#ifndef SYNTAX_STATEMENTS_H
#define SYNTAX_STATEMENTS_H

#include "model/unit.h"

// The token behind the statement that begins at `token`.
uint32_t statement_end(const struct source *source, uint32_t token);

// Could this word begin a statement of its own? What stands in front of it says so, or what stands around it.
bool statement_stands(const struct source *source, uint32_t token);
bool statement_begins(const struct source *source, uint32_t token);

void statement_note(struct unit *unit, uint32_t token, enum own_kind kind, uint32_t function);

// What libclang is shown instead.
void statements_view(const struct unit *unit, struct edits *edits);

#endif
