// old_names.h: words of C23 that are names in older C.
#ifndef SYNTAX_OLD_NAMES_H
#define SYNTAX_OLD_NAMES_H

#include "model/source.h"

void old_names_find(struct source *source);        // those that the file declares are plain names from here on

#endif
