// groups.h: failures of groups that nobody would hear of.
#ifndef SYNTAX_GROUPS_H
#define SYNTAX_GROUPS_H

#include "syntax/cursor.h"

// Warns if `call` makes a failure possible in a group whose statement does not look at it.
void warn_unchecked_group(struct reader *reader, CXCursor call);

#endif
