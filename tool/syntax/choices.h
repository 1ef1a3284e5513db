// choices.h: inside syntax/ only: which association of a _Generic is chosen.
#ifndef SYNTAX_CHOICES_H
#define SYNTAX_CHOICES_H

#include "model/source.h"

#include <clang-c/Index.h>

struct association {
    uint32_t first, colon, end;    // tokens
};

struct associations vec(struct association);

// Those of the `_Generic` at `token`. Empty: it is none.
void generic_associations(const struct source *source, uint32_t token, struct associations *list);

// The comma behind the assignment expression at `token`, or `close`. In `c ? a, b : d` the comma is inside.
uint32_t assignment_end(const struct source *source, uint32_t token, uint32_t close);

// libclang's tree of a text; null: it gave none.
typedef CXTranslationUnit parse_text_fn(void *data, const char *text, size_t length);

struct unit;
struct view;
void read_choices(struct unit *unit, struct view *view, parse_text_fn *parse, void *data);     // fills unit.choices

// The index of the association; -1: unknown.
int find_choice(const struct unit *unit, uint32_t token);

CXFile main_file(CXTranslationUnit tu);

#endif
