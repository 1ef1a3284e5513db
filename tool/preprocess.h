// preprocess.h: the source as the user's own compiler sees it.
#ifndef PREPROCESS_H
#define PREPROCESS_H

#include "driver.h"

// Starts `compiler -E` on the request's input with its flags. Returns what process_finish_capture() needs, which gives the text and
// the compiler's exit status; or -errno if the compiler could not be run. Its messages are printed.
int preprocess_start(const struct request *request);

#endif
