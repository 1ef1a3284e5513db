// blocking.h: calls in async functions that would hold up every task.
#ifndef SYNTAX_BLOCKING_H
#define SYNTAX_BLOCKING_H

#include "syntax/cursor.h"

// Warns if `call`, in an async function, is one of a system function that blocks.
void warn_blocking(struct reader *reader, CXCursor call);

#endif
