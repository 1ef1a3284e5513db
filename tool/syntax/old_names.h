// old_names.h: words of C23 that are names in older C.
#ifndef SYNTAX_OLD_NAMES_H
#define SYNTAX_OLD_NAMES_H

#include "model/source.h"

// Those that the file declares are plain names from here on. Returns true if `bool` is one of them.
bool old_names_find(struct source *source);

#endif
