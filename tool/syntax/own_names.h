// own_names.h: names of the user that begin as asyncc's own do are kept apart from those.
#ifndef SYNTAX_OWN_NAMES_H
#define SYNTAX_OWN_NAMES_H

#include "model/source.h"

void own_names_keep_apart(struct source *source);
bool own_names_is_kept_apart(const char *name);        // was it the user's, and renamed?
void own_names_restore(char *text);                    // for people

#endif
