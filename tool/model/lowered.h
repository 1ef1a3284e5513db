// lowered.h: a function in which every await is a statement of its own.
//
// A piece is text in the making: ranges of the source, which keep the user's words and whose effects on variables are
// in function.refs; words of ours; and temporaries. What a variable is called, and whether it lives in the frame, is
// decided later, by analysis, and put in by print.
#ifndef MODEL_LOWERED_H
#define MODEL_LOWERED_H

#include "model/tree.h"

enum segment_kind : uint8_t {
    SEGMENT_SOURCE,        // [begin, end) of the source
    SEGMENT_TEXT,          // words of ours
    SEGMENT_VARIABLE,      // a temporary
};

struct segment {
    enum segment_kind kind;
    enum access access;
    uint32_t begin, end;
    const char *text;
    struct variable *variable;
    struct segment *next;
};

struct piece {
    struct segment *first, *last;
};

enum node_kind : uint8_t {
    NODE_BLOCK,        // { children }; bare: without braces
    NODE_TEXT,         // piece;
    NODE_TYPE,         // the same, of a type that an expression defines
    NODE_DECLARE,      // a declaration of the user's variables
    NODE_TEMPORARY,    // a declaration of ours; piece: its value, if it has one at once
    NODE_SET,          // variable = piece;
    NODE_AWAIT,
    NODE_IF,           // piece: condition; children: then; otherwise
    NODE_WHILE,        // piece: condition, empty: for (;;)
    NODE_DO,
    NODE_FOR,          // init, piece: condition, step
    NODE_SWITCH,
    NODE_LABEL,        // range of the source; children: the labelled statement
    NODE_OWN_LABEL,    // text: name
    NODE_LEAVE,        // text: label, if anything goes there; children: a cleanup; otherwise: where to go behind it, unless the block just ended
    NODE_GOTO,         // label; text: one of ours
    NODE_GOTO_COMPUTED,
    NODE_BREAK, NODE_CONTINUE,
    NODE_RETURN,       // piece: the value, if any; or variable, behind cleanups
    NODE_UNWIND,       // a return that unwinds, behind cleanups
    NODE_OWNED,        // the end of what `variable` owns: text: label, where only who unwinds comes to; children: closes it; otherwise: where to
                       // go behind that; exit: whether it owns anything, if that has to be asked
};

struct declare {
    struct var_decl *decl;
    struct piece init;             // empty: as in the source, or none
    struct declare *next;
};

// Variables that may own something when their scope is left.
struct left {
    struct variable *variable;
    struct left *next;
};

// An unwinding await says of a variable whether it owns something there.
struct owning {
    struct variable *flag;
    bool owns;
    bool unless_begun;             // … or also where the awaited function, whose argument it was, could not begin
    struct owning *next;
};

struct node {
    enum node_kind kind;
    struct stmt *stmt;             // the statement of the user that this comes from
    uint32_t at;                   // its place in the source
    uint32_t end;
    struct node *children, *otherwise, *init, *next;
    struct piece piece, step;
    bool bare;
    bool is_joined;                // LEAVE: whoever falls out of the block goes the same way as the others
    bool is_shut;                  // OWNED: the block in front of it ends with a jump
    bool negated;                  // IF: of ours, `if (!(piece))`
    bool raw;                      // TEXT, DECLARE: [at, end) of the source is the whole statement, with its `;`
    const char *text;
    struct declare *declares;
    struct variable *variable;     // TEMPORARY, SET; AWAIT: where a large result goes; RETURN: the value that was kept
    uint32_t type_begin, type_end; // TEMPORARY: its type is that of this expression, if it has no name
    bool as_bytes;                 // SET: the value's type has the same bytes, and for the compiler it is another one
    bool unwinds;                  // GOTO; IF: of ours, where it holds. Only who unwinds goes there
    bool forgets;                  // SET: of an exit variable that does not lead to `return`
    struct node *loop;             // BREAK, CONTINUE: the node that is left or continued

    // AWAIT
    struct expr *await;
    struct piece *arguments;       // of the start; or the one handle
    size_t argument_count;
    struct piece *given;           // of them those handles that only the call knows: given up where it cannot begin
    size_t given_count;
    uint32_t number;               // of the await, from 1: its state
    bool is_step;                  // of main, not of a cleanup: where main is, if it unwinds
    const char *unwind_to;         // the label of the innermost cleanup around it, where it goes to unwind; null: none.
                                   //   DECLARE: for want of memory
    struct variable *exit;         // … with the reason in it
    struct owning *owning;         // … and these; filled by analysis
    struct save *save;             // filled by analysis
    struct left *left;             // GOTO, BREAK, CONTINUE, RETURN: whose scopes are left, beside those of cleanups

    struct stay *stay;             // of a loop: what stays in the frame while it runs; null: nothing; filled by analysis
    struct flow_block *leave, *again;   // of a loop or switch, while analysis builds its blocks
};

// Which way out of a scope with cleanups was taken, kept while they run. Jumps have the numbers behind these. A function that
// unwinds keeps the reason instead, which is negative.
enum exit_code : int8_t { EXIT_UNWIND = -1, EXIT_NONE, EXIT_RETURN, EXIT_JUMPS };

// A variable that owns its handle: see analysis/owners.c.
struct owner {
    struct variable *variable;
    struct node *node;             // OWNED
    struct node *rest;             // the block from its declaration on
};

struct lowered {
    struct node *body;
    struct owners vec(struct owner) owners;
    bool has_cleanups;             // others than those of owners
    struct exits_of vec(struct variable *) exits;    // async__exit, and those of cleanups inside cleanups; none: no cleanup
                                   //   is left but by falling out of its block
    struct variable *returned;     // … and the value to return
    uint32_t await_count;
    struct variables_of vec(struct variable *) temporaries;
};

// How the value of an await of a `T` comes back.
enum delivery : uint8_t {
    DELIVERY_NONE,         // void
    DELIVERY_VALUE,        // beside `suspended`, in a register
    DELIVERY_OUT,          // through a pointer
};

static inline enum delivery delivery_of(const struct type *type)
{
    return type->is_void ? DELIVERY_NONE : type->size >= 0 && type->size <= 8 ? DELIVERY_VALUE : DELIVERY_OUT;
}

void lower_function(struct unit *unit, struct function *fn);

#endif
