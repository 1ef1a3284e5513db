// response.h: `@file` in a command line stands for the arguments that are written in that file.
#ifndef RESPONSE_H
#define RESPONSE_H

#include "base/vec.h"

struct words vec(const char *);     // arguments; what is handed to exec ends with a null

// Adds count arguments to words, each `@file` replaced by what the file says, as gcc and clang read it: white space
// separates, quotes keep it, a backslash takes the next character as it is. A file that cannot be read stays `@file`.
void response_expand(struct words *words, struct arena *arena, const char *const args[], size_t count);

// The same reading for one line of text: "ccache gcc -m32" gives three words.
void response_split(struct words *words, struct arena *arena, const char *text);

#endif
