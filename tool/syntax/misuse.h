// misuse.h: what libclang says of the expansions of <async.h>'s macros, in the user's words.
#ifndef SYNTAX_MISUSE_H
#define SYNTAX_MISUSE_H

#include "model/marks.h"
#include "model/unit.h"

struct misuse {
    struct mark_place place;
    const char *text;              // what libclang said
};
struct misuses vec(struct misuse);

// Reports one error for each wrong argument, as far as nothing else is reported about it.
void misuses_report(struct unit *unit, const struct misuses *misuses);

#endif
