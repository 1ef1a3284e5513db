// lower.h: inside lower/ only: the list that statements and the awaits of their expressions are appended to.
#ifndef LOWER_LOWER_H
#define LOWER_LOWER_H

#include "model/lowered.h"
#include "model/report.h"

// A way out of what a cleanup covers.
struct exit {
    int code;
    struct stmt *jump;             // of a jump: one that goes there
};

// From a `defer`, or a declaration with a cleanup, to the end of its block. Whatever leaves that goes to the label at its end.
struct cleanup {
    struct cleanup *outer;
    const char *label;
    const struct variable *variable;
    struct stmt *deferred;         // … one of these five
    struct stmt *timed;            // an async_timeout or async_group
    struct stmt *with;             // an entry of async_with
    struct variable *owner;        // … or a handle: only what unwinds passes by here
    struct variable *scope;        // … and where it lies
    const struct stmt *block;      // at whose end it runs
    struct node *rest;             // that block, as a node
    struct node **behind;          // where the nodes behind the rest of the block go
    uint32_t begin, end;           // offsets
    struct exits vec(struct exit) exits;
};

struct lowering {
    struct unit *unit;
    struct arena *arena;
    struct function *fn;
    struct lowered *out;
    struct node **end;             // where the next node is linked in
    struct stmt *stmt;             // the statement under work
    struct node *loop, *breakable; // innermost
    struct cleanup *cleanup;       // innermost
    size_t depth;                  // cleanups that await, inside each other: that many exit variables are in use
    const struct stmt *block;      // innermost
    struct jumps vec(struct stmt *) jumps;     // that leave cleanups, one for each place that they go to
    uint32_t cleanups;
    uint32_t temporaries;
};

struct node *lower_node(struct lowering *l, enum node_kind kind, uint32_t at);   // appends
struct node **lower_enter(struct lowering *l, struct node *parent);              // appends to parent's children; returns the old end

void piece_source(struct lowering *l, struct piece *piece, uint32_t begin, uint32_t end);
void piece_text(struct lowering *l, struct piece *piece, const char *text);
void piece_variable(struct lowering *l, struct piece *piece, struct variable *variable, enum access access);
void piece_append(struct piece *piece, struct piece more);

struct piece flatten_value(struct lowering *l, struct expr *e);     // the value as text, after the nodes before it
struct piece flatten_condition(struct lowering *l, struct expr *e); // the same, for the parentheses of an if or a loop
void flatten_effect(struct lowering *l, struct expr *e);            // as a statement
struct expr *cleanup_new_await(struct lowering *l, const struct stmt *s, struct type *type, const char *callee);
struct piece lower_await(struct lowering *l, struct expr *e, struct piece *arguments, size_t count);      // gives its value
struct piece flatten_asm(struct lowering *l, struct expr *e);                    // what remains of an asm statement
// types.c: of the tokens [first, end).
bool types_defined(const struct lowering *l, uint32_t first, uint32_t end);
void types_lower(struct lowering *l, uint32_t first, uint32_t end);             // puts them in front
void types_of_value(struct lowering *l, const struct expr *e);                  // … those of an expression that is taken apart next

void lower_stmt(struct lowering *l, struct stmt *s);
void lower_block_value(struct lowering *l, struct stmt *block, struct variable *value, bool dropped);

// lower.c, for cleanup.c
void lower_each_value(struct lowering *l, struct stmt *s, struct variable *value);      // the loop of an async_for
void lower_jump(struct lowering *l, struct stmt *s);
struct piece piece_tokens(struct lowering *l, uint32_t first, uint32_t end);

void cleanup_begin(struct lowering *l, const struct variable *variable, uint32_t at);
void cleanup_end(struct lowering *l, const struct cleanup *outer);      // of all inside of `outer`
void cleanup_own(struct lowering *l, struct variable *variable, uint32_t at);
bool cleanup_returns(const struct lowering *l);                         // has a return to pass a cleanup?
void cleanup_note_left(struct lowering *l, struct node *way_out, const struct stmt *jump);      // whose owners' scopes it leaves
void cleanup_defer(struct lowering *l, struct stmt *s);
void cleanup_timeout(struct lowering *l, struct stmt *s, struct piece seconds);
void cleanup_group(struct lowering *l, struct stmt *s);
void cleanup_with(struct lowering *l, struct stmt *s);
void cleanup_each(struct lowering *l, struct stmt *s);
void cleanup_for_unwinding(struct lowering *l, struct node *node);      // where it unwinds to, if there is a cleanup
bool cleanup_leaves(struct lowering *l, struct stmt *jump);             // lowers a jump, if it leaves a cleanup
void cleanup_return(struct lowering *l, struct piece value, bool has_value, uint32_t at);
struct variable *cleanup_returned(struct lowering *l);                  // where the value is kept
void cleanup_fini(struct lowering *l);

#endif
