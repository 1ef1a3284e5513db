// preprocess.h: the source as the user's own compiler sees it.
#ifndef PREPROCESS_H
#define PREPROCESS_H

#include "base/buf.h"
#include "driver.h"

// Starts `compiler -E` on the request's input with its flags. Returns what a pipe is for preprocess_finish(); or -errno if
// the compiler could not be run.
int preprocess_start(const struct request *request);

// Adds what it writes to text and waits for its end. Returns the compiler's exit status; its messages are printed.
int preprocess_finish(int pipe, struct buf *text);

#endif
