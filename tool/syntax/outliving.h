// outliving.h: tasks that are given the address of a local, and can run when that is gone.
#ifndef SYNTAX_OUTLIVING_H
#define SYNTAX_OUTLIVING_H

#include "syntax/cursor.h"

// Warns if `cursor` gives a task, or a coroutine object, with such an address to somebody else: a call, an assignment or a return.
void warn_outliving(struct reader *reader, CXCursor cursor);

#endif
