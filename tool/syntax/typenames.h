// typenames.h: which identifiers a typedef declares somewhere in the file.
//
// Tokens alone cannot tell `(T)(x)` from `(f)(x)`. Only the places where the view has to know before libclang has
// parsed ask this, and a name counts as a type's if any typedef in the file declares it.
#ifndef SYNTAX_TYPENAMES_H
#define SYNTAX_TYPENAMES_H

#include "base/map.h"
#include "model/source.h"

struct typenames {
    const struct source *source;
    struct map map;
};

void typenames_init(struct typenames *names, const struct source *source);
void typenames_fini(struct typenames *names);
bool is_typename(const struct typenames *names, uint32_t token);

// True if the tokens from `token` on begin a type name: a keyword of a type, a qualifier, a typedef's name.
bool begins_type(const struct typenames *names, uint32_t token);

#endif
