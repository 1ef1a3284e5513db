// groups.h: failures of groups that nobody would hear of.
#ifndef SYNTAX_GROUPS_H
#define SYNTAX_GROUPS_H

#include "syntax/cursor.h"

// The innermost async_group around the token whose group has this name; null: it is somebody else's.
struct own_statement *find_group(const struct unit *unit, uint32_t token, const char *name);

// Warns if `call` makes a failure possible in a group whose statement does not look at it.
void warn_unchecked_group(struct reader *reader, CXCursor call);

#endif
