// test.h: `asyncc test program [args]`: what becomes of it when things go wrong?
#ifndef TEST_H
#define TEST_H

#include "options.h"

// Returns 0; 1 if a run has failed; the compiler's status if there is no program.
int test_program(const struct options *options);

#endif
