// lower.h: inside lower/ only: the list that statements and the awaits of their expressions are appended to.
#ifndef LOWER_LOWER_H
#define LOWER_LOWER_H

#include "model/lowered.h"
#include "model/report.h"

struct lowering {
    struct unit *unit;
    struct arena *arena;
    struct function *fn;
    struct lowered *out;
    struct node **end;             // where the next node is linked in
    struct stmt *stmt;             // the statement under work
    struct node *loop, *breakable; // innermost
    uint32_t temporaries;
};

struct node *lower_node(struct lowering *l, enum node_kind kind, uint32_t at);   // appends
struct node **lower_enter(struct lowering *l, struct node *parent);              // appends to parent's children; returns the old end

void piece_source(struct lowering *l, struct piece *piece, uint32_t begin, uint32_t end);
void piece_text(struct lowering *l, struct piece *piece, const char *text);
void piece_variable(struct lowering *l, struct piece *piece, struct variable *variable, enum access access);
void piece_append(struct piece *piece, struct piece more);

struct piece flatten_value(struct lowering *l, struct expr *e);     // the value as text, after the nodes before it
void flatten_effect(struct lowering *l, struct expr *e);            // as a statement
void lower_stmt(struct lowering *l, struct stmt *s);
void lower_block_value(struct lowering *l, struct stmt *block, struct variable *value);

#endif
