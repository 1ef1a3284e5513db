// parts.h: inside print/ only: the pieces that a file is printed from.
#ifndef PRINT_PARTS_H
#define PRINT_PARTS_H

#include "print/writer.h"

// What the user wrote behind an `await`, or from a `yield` on, on one line.
const char *find_site_text(struct writer *w, const struct node *await);
void print_comment(struct writer *w, const struct node *await);   // the same, `await` in front, as the rest of a // comment

// In one statement of ours: for a reader a new line, indented so much deeper than the user's line.
void print_step(struct writer *w, uint32_t at, int depth);

static inline bool is_for_reader(const struct writer *w)
{
    return w->options->mode == PRINT_FOR_READER;
}

static inline const char *unwound(const struct writer *w)
{
    return is_for_reader(w) ? "ASYNC__UNWOUND" : "(struct async__frame *)1";
}

// The macros' own text, of which the compiler sees what they say.
static inline const char *suspends(const struct writer *w, const char *suspended)
{
    return arena_printf(w->unit->arena, is_for_reader(w) ? "async__suspends(%s)" : "__builtin_expect(%s != 0, 0)", suspended);
}

static inline const char *has_unwound(const struct writer *w, const char *suspended)
{
    return arena_printf(w->unit->arena, is_for_reader(w) ? "async__has_unwound(%s)" : "(async__size)%s <= 2", suspended);
}

static inline const char *unbegun(const struct writer *w)
{
    return is_for_reader(w) ? "ASYNC__UNBEGUN" : "(struct async__frame *)2";
}

void print_calls(struct unit *unit, struct edits *edits);         // macro calls of <async.h>, where a reader will see them; in the order of the text
void print_uses(struct unit *unit, struct edits *edits, bool reader);      // tells debug mode of handles in macro calls
const char *place_text(struct unit *unit, uint32_t at);                    // of the source, as a string of the output
void print_edits(struct unit *unit, struct edits *edits, const struct print_options *options, bool everywhere);
void print_body(struct writer *w, struct function *fn);           // the statements between the body's braces
void print_presets(struct writer *w, const struct function *fn, uint32_t at);    // … and what is declared in front of them
void print_function(struct writer *w, struct function *fn);       // everything that stands for one async function
void print_plain_function(struct writer *w, struct function *fn); // from its brace on
void print_wrapper(struct writer *w, const struct wrapper *wrapper);
void print_callees(struct writer *w, struct function *fn);        // starts of the functions that it awaits by name

// Text outside async functions; for a reader, with headers of the system as #include lines.
void write_outside(struct writer *w, uint32_t begin, uint32_t end);
struct macros *macros_new(struct unit *unit);
void macros_fini(struct macros *macros);

// What C calls the maker of the function's coroutine objects in the file that defines it.
const char *maker_name(struct unit *unit, const char *function);
const char *new_word_text(const struct unit *unit, uint32_t token);   // what stands for a word of C23 that the compiler lacks; null: it has it
const char *new_word_tail(const struct unit *unit, uint32_t close);   // what is put behind this parenthesis for such a word; null: nothing

// How a variable is spelled where the body uses it.
const char *variable_text(struct unit *unit, const struct variable *v);
void variables_spell(struct unit *unit, struct function *fn, bool reader);      // before it is asked for
const char *any_size_text(struct unit *unit, struct function *fn, const struct variable *v, bool reader);    // a parameter's type
const char *tokens_text(struct unit *unit, struct function *fn, uint32_t first, uint32_t end, bool reader);
const char *bound_text(struct unit *unit, struct function *fn, uint32_t open, bool reader);    // the size in the brackets of a parameter

// `T name` for a type that has a name at file scope.
void print_object(struct writer *w, const char *type, const char *name);

// What goes around the value of a `return`, tokens [first, end).
const char *return_head(struct unit *unit, const struct function *fn, uint32_t first, uint32_t end);
const char *return_tail(struct unit *unit, const struct function *fn, uint32_t first, uint32_t end);

// C text of a string literal.
void print_string(struct writer *w, const char *text, size_t length);

#endif
