// run.h: `asyncc run file.c… [-- args]`: from sources to a running program and nothing left behind.
#ifndef RUN_H
#define RUN_H

#include "options.h"

// Returns the program's exit status, 128 + n if signal n ended it, or the compiler's.
int run_program(const struct options *options);

// Builds the sources, with these flags too (null-ended, or null), in the private directory of this process. Returns 0 and the
// program's path, or an exit status.
int run_build(const struct options *options, const char *const flags[], struct arena *arena, const char **program);

#endif
