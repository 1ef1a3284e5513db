// cursor.h: inside syntax/ only: libclang's tree, with positions in the source and children as arrays.
#ifndef SYNTAX_CURSOR_H
#define SYNTAX_CURSOR_H

#include "model/report.h"
#include "model/tree.h"
#include "syntax/view.h"

#include <clang-c/Index.h>

struct cursors vec(CXCursor);

// A name that `__label__` has declared for a block.
struct local_label {
    uint32_t token;
    struct local_label *outer;
};

// What is declared inside one async function, and what the types hidden by that are called instead.
struct names {
    struct map declared, hiding;   // all; those that are no automatic variables
    struct tokens_of vec(uint32_t) places;     // the latter's tokens
    struct aliases aliases;
    const char *function;
    uint32_t number;               // another one for each function
};

// What the files of this room share while they read one function.
struct reader {
    struct unit *unit;
    struct source *source;
    struct view *view;
    struct arena *arena;
    struct function *function;
    struct stmt *scope;            // the innermost block
    struct stmt *loop, *breakable; // innermost, for continue and break
    struct local_label *labels;    // innermost first
    struct typed_exits *exits;
    struct names *names;           // null: outside of async functions
    uint32_t await_next;
    bool is_async;                 // read_calls: the function is
};

struct span {
    uint32_t begin, end;           // of the source
    uint32_t view_begin, view_end;
};

struct span cursor_span(const struct reader *reader, CXCursor cursor);
uint32_t cursor_location(const struct reader *reader, CXCursor cursor);      // in the view
void cursor_children(CXCursor cursor, struct cursors *children);
void cursors_fini(struct cursors *children);
void cursor_visit(CXCursor cursor, CXCursorVisitor visit, void *data);       // as clang_visitChildren
CXType cursor_type(CXCursor cursor);                                         // as clang_getCursorType

// While one declaration is read, the answers of libclang to the questions above are kept.
void cursors_keep(CXCursor declaration);
void cursors_forget(void);
void cursors_count_places(CXTranslationUnit tu, CXFile file, uint32_t length);   // from now on in this file, of that length
void types_forget(void);
bool cursor_is_expression(CXCursor cursor);
bool cursor_is_constant(CXCursor cursor);                                    // an integer constant expression
bool is_asking_builtin(const struct source *source, uint32_t token);    // its name: asks about operands, evaluates none or one
bool cursor_evaluate(CXCursor cursor, long long *value);                    // the same; and what it is
bool cursor_is_number(CXCursor cursor);                                      // or a floating one
const char *cursor_name(const struct reader *reader, CXCursor cursor);

// The await that this cursor is the view of; null: it is none.
struct await *cursor_await(const struct reader *reader, CXCursor cursor);

// The local variable, or typedef of a variably modified type, that a reference names; null: something else.
struct variable *cursor_variable(const struct reader *reader, CXCursor cursor);

struct type *read_type(struct reader *reader, CXType type);
struct type *read_parameter_type(struct reader *reader, CXType type);    // an array is a pointer
bool is_handle_type(CXType type, const char *tag);
CXType handle_value_type(CXType type);

struct expr *read_expr(struct reader *reader, CXCursor cursor);
size_t first_await(const struct reader *reader, uint32_t begin);             // index of the first one at or behind `begin`
bool contains_await(const struct reader *reader, CXCursor cursor);           // in the text, evaluated or not
bool jumps_from_block(const struct reader *reader, CXCursor cursor);         // ({ … return … })
struct stmt *read_stmt(struct reader *reader, CXCursor cursor, uint32_t first);
struct expr *read_asm(struct reader *reader, const struct cursors *children, uint32_t first, uint32_t end);   // null: no operand awaits
void read_refs(struct reader *reader, CXCursor body);
void read_measured_names(struct reader *reader);                             // adds refs in text that is only measured

struct token_span {
    uint32_t first, end;           // tokens [first, end)
};
// Of a variable of variably modified type: fills its tokens and bounds.
void read_bounds(struct reader *reader, CXCursor cursor, struct variable *v, struct token_span specs, struct token_span declarator);
// Of a parameter: has any size in its declarator to be evaluated once, and no more?
void read_size_effects(struct reader *reader, struct variable *v, struct token_span specs, struct token_span declarator);
// Are the brackets in their parameter lists others?
bool has_other_sizes(const struct source *source, const struct async_declaration *d, const struct async_declaration *other);
void read_calls(struct reader *reader, CXCursor function);
void read_makers(struct unit *unit, struct view *view, CXCursor all);
void read_constants(struct unit *unit, struct view *view, CXCursor all);
void read_names(struct reader *reader, CXCursor function);                   // fills reader->names
bool names_hide(const struct reader *reader, const struct variable *v, uint32_t token);    // is it not v that the token means?
bool names_are_hidden(const struct names *names, const char *spelling);      // is a word of this type's name?
const char *names_alias(struct reader *reader, const char *spelling);        // of a type, if its name is hidden
void read_function(struct reader *reader, const struct async_declaration *declaration, CXCursor cursor);
void read_plain(struct unit *unit, struct view *view, CXCursor cursor);

// Declares a local. Its declaration's position in the view is its identity.
struct variable *add_variable(struct reader *reader, CXCursor cursor);

#endif
