// lifetime.h: which variables are alive at an await, as far as the text tells.
#ifndef MODEL_LIFETIME_H
#define MODEL_LIFETIME_H

#include "model/tree.h"

bool awaits_in_scope(const struct function *fn, const struct stmt *scope);

// May an await stand between its declaration and the end of its scope?
bool lives_at_an_await(const struct unit *unit, const struct function *fn, const struct variable *v);

// Is its type variably modified, and kept in the frame?
bool is_kept_variable(const struct unit *unit, const struct function *fn, const struct variable *v);

// Has it a cleanup that is to run where the function is left at an await too?
bool is_kept_cleanup(const struct unit *unit, const struct function *fn, const struct variable *v);

#endif
