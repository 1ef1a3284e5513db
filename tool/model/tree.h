// tree.h: the body of an async function as the tool sees it.
//
// Statements and declarations are all here. Expressions are only where an await is inside; any other expression is a
// range of the source, and what it does to variables stands in function.refs, in the order of the text.
//
// Positions: tokens are indices into source.tokens, begin and end are offsets into source.text.
#ifndef MODEL_TREE_H
#define MODEL_TREE_H

#include "model/unit.h"

struct type {
    const char *spelling;          // names the type, unqualified, at file scope; null: it has no name there
    const char *shown;             // for people
    long long size;                // -1: unknown
    long long length;              // of an array
    unsigned align;
    bool is_void, is_array, is_record, is_pointer, is_function, is_future, is_generator, is_integer, is_vector;
    bool is_variable;              // variably modified: a VLA is part of it
    bool is_const, is_volatile, is_atomic;
    bool is_va_list;               // of a parameter
    bool has_const_member;         // cannot be assigned
    bool is_flexible;              // a struct that ends in `char text[]`
    bool loses_alignment;          // more than the spelling says: a typedef that is no name at file scope asked for it
};

enum home : uint8_t {
    HOME_LOCAL,                    // stays a C local; saved around suspensions while it is live
    HOME_FRAME,                    // lives in the frame from its declaration on
};

// One `[n]` in a variably modified type. Where the type is in scope at an await its size is kept in the frame, since C lets
// nobody jump into that scope: every use names the type anew.
struct bound {
    uint32_t open;                 // token `[`
    struct expr *value;            // if it awaits
    struct variable *size;
    bool is_shared;                // stands among the specifiers: an earlier declarator has evaluated it
    struct bound *next;
};

struct variable {
    const char *name;              // the user's; or ours, for temporaries
    const char *output;            // how the output calls it as a C local
    const char *field;             // and in the frame
    struct type *type;
    const char *alignment;         // text of alignment specifiers; null: none
    struct stmt *scope;            // the block it is declared in; null: the function itself
    uint32_t declared;             // offset of its name; for temporaries where they were made
    uint32_t initialized;          // offset behind its initializer; of parameters: 0
    uint32_t index;
    bool is_param, is_temporary, is_unnamed, is_mentioned;
    bool may_be_unused;            // a parameter that says so, or that is used in the parameter list only
    bool address_taken;            // or used in a way that we do not look through
    bool is_constant;              // constexpr, or const with a number: static in the output, and needs no saving
    const char *number;            // … and the number, if it is an integer that an alignment may be
    bool has_cleanup;
    uint32_t cleanup;              // token behind the `(` of `cleanup(f)`; 0: none that we have seen
    bool is_type;                  // a typedef of a variably modified type
    bool is_adjusted;              // a parameter that is written as an array
    uint32_t specs, specs_end, first, end;     // tokens of its specifiers and declarator, if it has a variably modified type
    struct bound *bounds;          // … in the order of the text
    uint32_t lost_size;            // `[` of a parameter `a[n++]`, which is a pointer; 0: evaluating that size does nothing
    const char *type_text;         // … and how print spells it
    const struct expr *typed_as;   // a temporary of type void *, which stands for a value of this expression's type
    bool is_preset;                // a temporary that begins as zero wherever the function is entered: no compiler sees that it
                                   //   is set on every way that reads it
    bool is_tracked;               // a C local that may be live at an await
    uint32_t opened, closed;       // temporaries: the steps of the graph between which they are in scope; 0: always
    bool needs_slot;               // some suspension saves it
    bool is_before_cases;          // declared in a switch where nothing is ever executed
    bool shares_bytes;             // of the frame, with variables of other blocks
    bool maybe_unset;              // live at a suspension without surely being assigned: gets an initial value
    enum home home;
};

enum access : uint8_t { ACCESS_NONE, ACCESS_READ, ACCESS_WRITE, ACCESS_BOTH, ACCESS_ADDRESS };

// What a read does with the handle in the variable, beside reading it.
enum use : uint8_t {
    USE_LOOK,                      // nothing
    USE_KEEP,                      // it goes on as something that is no handle, a `void *`: who owns it then we cannot know
    USE_CONSUME,
    USE_MAKE,                      // consumes it, as an argument of a call that makes a coroutine object, if there is memory for that
};

struct ref {
    uint32_t begin, end;
    struct variable *variable;
    enum access access;
    bool certain;                  // happens whenever its full expression is evaluated
    bool sure;                     // … its statement, which may be one inside ({ … })
    enum use use;
    bool is_null;                  // WRITE: of a null handle
    struct variable *owns;         // what has to be told of a change of owner; filled by analysis
};

// A condition that tells of a variable that it is null.
struct null_test {
    uint32_t begin, end;
    struct variable *variable;
    bool outcome;                  // it is null if the condition is that
};

enum expr_kind : uint8_t {
    EXPR_OTHER,                    // operands evaluated left to right, then the operation; what it is stays text
    EXPR_CONSTANT,                 // no operand, no effect, the same value always
    EXPR_NAME,
    EXPR_PAREN,
    EXPR_MEMBER,                   // a.b; operand a. Also __real__ a and __imag__ a
    EXPR_ARROW,                    // a->b
    EXPR_INDEX,
    EXPR_DEREF,
    EXPR_ADDRESS,
    EXPR_ASSIGN,
    EXPR_COMPOUND_ASSIGN,
    EXPR_STEP,                     // ++ and --
    EXPR_AND, EXPR_OR, EXPR_COND, EXPR_ELVIS, EXPR_COMMA,
    EXPR_CALL,
    EXPR_LIST,                     // { … } of an initializer
    EXPR_BLOCK,                    // ({ … })
    EXPR_AWAIT,
    EXPR_UNEVALUATED,
};

struct expr {
    enum expr_kind kind;
    uint32_t begin, end;
    struct expr *operands, *next;  // in the order of the text
    struct type *type;             // of its value, after the implicit conversions around it
    struct type *lvalue_type;      // before them; of a `yield`: of what it gives
    struct variable *variable;     // NAME of a local
    struct await *await;           // AWAIT
    const struct async_declaration *callee;   // AWAIT of a call by name; operands are then the arguments
    struct stmt *block;            // BLOCK
    bool awaits;                   // an await is evaluated inside
    bool effects;                  // evaluating it may change something: it calls, assigns, awaits, reads volatile
    bool makes_array;              // an array in a struct that a call or the like gives is inside: its address may be kept
    bool is_bit_field;
    bool is_place;                 // an operand of asm that the statement writes, or wants to find in memory
};

// Is it an array in a struct that has no place of its own: what a call gives, an await, `c ? a : b`?
static inline bool is_made_array(const struct expr *e)
{
    if (e->kind != EXPR_MEMBER || !e->lvalue_type->is_array)
        return false;
    while (e && (e->kind == EXPR_PAREN || e->kind == EXPR_MEMBER))
        e = e->operands;
    return e && e->type->is_record && (e->kind == EXPR_CALL || e->kind == EXPR_AWAIT || e->kind == EXPR_COND ||
                                       e->kind == EXPR_BLOCK || e->kind == EXPR_COMMA || e->kind == EXPR_ASSIGN);
}

enum stmt_kind : uint8_t {
    STMT_BLOCK, STMT_DECL, STMT_EXPR, STMT_IF, STMT_WHILE, STMT_DO, STMT_FOR, STMT_SWITCH,
    STMT_LABEL,                    // label, case or default, with the statement behind it
    STMT_GOTO, STMT_GOTO_COMPUTED, STMT_BREAK, STMT_CONTINUE, STMT_RETURN, STMT_NULL, STMT_ASM,
    STMT_DEFER,                    // body
    STMT_TIMEOUT,                  // value or cond, body, otherwise
    STMT_GROUP,                    // group, body, otherwise
    STMT_EACH,                     // async_for: init declares the variable, value or cond: the stream, element, entered, exit, body
    STMT_WITH,                     // one entry: init, or cond without a name; entered; exit; body: the next entry, or the statement
};

// The function that ASYNC_EXIT ties to a type: what async_with calls at its end.
struct scope_exit {
    const char *function;          // its text
    const struct async_declaration *callee;        // if its start can be called
    struct type *value;            // of the future that it gives, which is awaited; null: it gives none
};

struct var_decl {                  // one declarator of a declaration of variables
    struct variable *variable;     // null: static, extern, a function, a typedef
    uint32_t first, end;           // tokens of the declarator
    uint32_t equals, init_end;     // tokens; equals 0: no initializer
    struct expr *init;             // if it awaits
    bool is_number;                // const, and its initializer is known to the compiler
    struct var_decl *next;
};

struct stmt {
    enum stmt_kind kind;
    uint32_t first, end;           // tokens [first, end), attributes and `;` included
    struct stmt *parent;
    struct stmt *children, *next;  // of a BLOCK
    uint32_t head_open, head_close;          // the parentheses of if, while, switch, for, do … while
    uint32_t part[4];              // for: tokens where init, condition and step begin, and their end
    uint32_t value, value_end;     // tokens of the controlling, returned or computed expression; empty: value == value_end
    struct expr *cond, *step;      // where they await
    struct stmt *init;             // of a for
    struct stmt *body, *otherwise;
    uint32_t label_end;            // token behind the colon
    const char *label;             // LABEL (null for case and default), GOTO: its identity
    bool is_case, is_default;
    struct var_decl *declarators;  // DECL
    struct variable *group;        // GROUP: its name
    struct variable *entered;      // WITH, EACH: what the exit is given
    struct type *element;          // EACH: of the stream's values
    const struct scope_exit *exit;
    uint32_t specs_end;            // DECL: token behind the specifiers
    bool jumps;                    // ASM: to some label, `asm goto`
    bool is_variables;             // DECL: of objects that we know; else text
    bool awaits;                   // an await is evaluated somewhere inside
    struct stmt *target;           // BREAK, CONTINUE: the loop or switch that it belongs to
    bool continue_label;           // a loop whose `continue` has to become a goto
    bool continued;                // … and one did
    bool defers, defers_awaits;    // BLOCK: something is to be done when it is left; and that awaits
    uint32_t number;               // unique in its function
};

// A compound literal whose address may be kept: an object of its block, like a local without a name.
struct literal {
    struct variable *variable;
    uint32_t begin, end;
};

// `c ? p : q`, pointers to arrays of variable length. Where an operand names its type anew, the sizes are found out as it is
// evaluated, and the operand may be the arm that is not: so the choice is made between void pointers.
struct pointer_choice {
    uint32_t begin, end;
    uint32_t yes, yes_end, no, no_end;
    uint32_t typing, typing_end;           // tokens of an arm that says the type
    bool is_taken_apart;                   // lowering has done it
};

// A `return` in a statement expression.
struct inner_return {
    uint32_t token;
    bool stays;                    // as text; else only where somebody measures the expression
};

// A name at file scope for a type whose own name means something else inside the function.
struct alias {
    const char *name, *spelling;
};

struct function {
    const struct async_declaration *declaration;
    const char *name;
    struct type *result;
    struct variables vec(struct variable *) variables;    // in the order of declaration
    struct refs vec(struct ref) refs;                     // sorted by position
    struct null_tests vec(struct null_test) null_tests;   // of `if`
    struct literals vec(struct literal) literals;
    struct aliases vec(struct alias) aliases;
    struct pointer_choices vec(struct pointer_choice) pointer_choices;    // outer ones first
    struct map hiding;                                    // names that statics, functions, types and the like have in some block
    struct address_labels vec(const char *) address_labels;   // every computed goto may go to these
    struct inner_returns vec(struct inner_return) inner_returns;
    struct inner_jumps vec(uint32_t) inner_continues;     // tokens, in statement expressions that stay text
    struct label_stmts vec(struct stmt *) labels;         // LABEL with a name
    struct edits edits;                                   // what the output changes inside ranges, beside variables
    struct stmt *body;
    size_t param_count;                                   // the first variables
    bool is_plain;                                        // not async; it is here because of its `defer`
    bool is_sizeless;                                     // maker and start have no sizes in their parameters: evaluating them may
                                                          // do something, or an earlier declaration says others
    uint32_t statement_count, bound_count;
    bool has_labels;                                      // beside those of `case`: the text may be run backwards
    bool has_computed_goto, has_inner_jump, names_itself; // the last: uses __func__
    struct awaits_of vec(struct await *) awaits;          // evaluated ones in order of the text
    struct lowered *lowered;                              // filled by lower/
    struct flow *flow;                                    // filled by analysis/
};

// Is a block, or the function (null), inside of another one?
static inline bool stmt_is_inside(const struct stmt *scope, const struct stmt *outer)
{
    return !outer || (scope && scope->first >= outer->first && scope->end <= outer->end);
}

static inline bool is_main(const struct function *fn)
{
    return strcmp(fn->name, "main") == 0;
}

static inline bool is_loop_of_c(const struct stmt *s)
{
    return s->kind == STMT_FOR || s->kind == STMT_WHILE || s->kind == STMT_DO;
}

const struct stmt *find_label(const struct function *fn, const char *label);    // null: none of this identity

#endif
