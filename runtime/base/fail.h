// base/fail.h: what a test wants to go wrong.

#ifndef ASYNC_BASE_FAIL_H
#define ASYNC_BASE_FAIL_H

#include "base/options.h"

#include <stdbool.h>

bool async__fail_counts(void);                 // one more of the kind that was asked for: is it the one?
void async__fail_tell(const char *where);      // tells whoever wants to know that it has come to that

#endif
