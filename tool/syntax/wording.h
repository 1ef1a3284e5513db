// wording.h: what libclang says of the view, in the user's words.
#ifndef SYNTAX_WORDING_H
#define SYNTAX_WORDING_H

#include "syntax/cursor.h"

const char *users_words(struct arena *arena, const char *text);
const char *type_in_users_words(const struct reader *reader, CXType type);      // in quotes

// Drops the errors that mention `about` in the statement around `token`: they follow from one that is told better.
void forget_consequences(struct reader *reader, uint32_t token, const char *about);

#endif
