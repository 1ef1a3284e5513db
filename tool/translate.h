// translate.h: `asyncc file.c -o out.c`: a translation for its own sake.
#ifndef TRANSLATE_H
#define TRANSLATE_H

#include "options.h"

// Translates every input, or shows a stage of it. Returns the exit status.
int translate_all(const struct options *options);

#endif
