// exits.h: the functions that ASYNC_EXIT ties to types.
#ifndef SYNTAX_EXITS_H
#define SYNTAX_EXITS_H

#include "syntax/cursor.h"

struct typed_exit {
    CXType type;                   // canonical, without qualifiers
    const struct scope_exit *exit;
};

struct typed_exits vec(struct typed_exit);

// What ASYNC_EXIT(T, f) has declared, if it is that: `cursor` declares any function at file scope, by this name.
void exits_note(struct reader *reader, CXCursor cursor, const char *name);

// The exit of values of this type; null: it has none.
const struct scope_exit *exits_find(const struct reader *reader, CXType type);

#endif
