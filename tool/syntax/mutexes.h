// mutexes.h: what a function does with mutexes of threads.
#ifndef SYNTAX_MUTEXES_H
#define SYNTAX_MUTEXES_H

#include "syntax/cursor.h"

// Notes in unit.locks if `call`, in an async function, locks or unlocks one.
void note_lock(struct reader *reader, CXCursor call);

#endif
