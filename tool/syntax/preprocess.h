// preprocess.h: the source as the user's own compiler sees it.
#ifndef SYNTAX_PREPROCESS_H
#define SYNTAX_PREPROCESS_H

#include "base/buf.h"

// Runs `compiler -E` on input with the user's flags. Returns 0; the compiler's exit status (its messages are printed);
// or -errno if it could not be run. `notes`: also keep #define and #undef in the text (for translations to be read).
int preprocess(const char *const *compiler, const char *const *flags, const char *input, bool notes, struct buf *text);

#endif
