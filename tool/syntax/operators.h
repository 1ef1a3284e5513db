// operators.h: operators that C has for pointers, but nobody means for futures.
#ifndef SYNTAX_OPERATORS_H
#define SYNTAX_OPERATORS_H

#include "syntax/cursor.h"

// Reports an error if `cursor` is such an operator, and an operand of it a future, a generator or a promise.
void check_operator(struct reader *reader, CXCursor cursor);

// What is left when a handle was dereferenced, which has been reported.
bool is_opened_handle(CXType type);

#endif
