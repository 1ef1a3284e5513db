// marks.h: the calls of macros of <async.h>, found again in what they expanded to.
//
//     (async__join((_Generic(… : (f(1)))), (_Generic(… : (&value)))))
//     macro         argument       value   argument       value
#ifndef MODEL_MARKS_H
#define MODEL_MARKS_H

#include "model/source.h"

struct token_range {
    uint32_t first, end;           // tokens [first, end)
};

// What the user wrote for an argument. Empty: nothing.
struct token_range mark_value(const struct source *source, const struct mark *argument);

// The first mark from `i` on whose bracket is not before `token`.
size_t marks_skip(const struct source *source, size_t i, uint32_t token);

// The first mark from `i` on that is an argument of the macro whose bracket ends at `close`; its marks come after it.
// Macros in text that is only measured are passed over. False: there is no further one.
bool marks_next_argument(const struct source *source, size_t *i, uint32_t close);

// The words of a call that `token` is, or stands in the expansion of, but not in the value of an argument.
struct mark_place {
    const struct mark *macro;      // null: `token` is the user's
    const struct mark *argument;   // … in whose check it stands; null: elsewhere in the expansion
};
struct mark_place marks_find(const struct source *source, uint32_t token);

#endif
