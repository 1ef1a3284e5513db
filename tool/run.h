// run.h: `asyncc run file.c… [-- args]`: from sources to a running program and nothing left behind.
#ifndef RUN_H
#define RUN_H

#include "options.h"

// Returns the program's exit status, 128 + n if signal n ended it, or the compiler's.
int run_program(const struct options *options);

#endif
