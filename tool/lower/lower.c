// lower.c: statements, with their awaits taken out.
//
// Control flow stays as the user wrote it. Only what C evaluates again and again, or on the way, changes its form:
//
//     while (await f())  S              for (;;) { r = await f(); if (!r) break; S }
//     do S while (await f());           for (;;) { S continue_1: r = await f(); if (!r) break; }
//     for (A; await f(); B)  S          for (A; ; B) { r = await f(); if (!r) break; S }
//     for (A; B; await f())  S          { A; for (;;) { if (!(B)) break; S continue_1: await f(); } }
//     int a = await f(), b = a;         r = await f(); int a = r; int b = a;
//
// A statement in front of which nodes are put gets a block, unless it is a declaration. Its braces are written only
// where they let the compiler use the room of large temporaries again: the names in it are unique without them.
#include "lower/lower.h"

#include "model/declaration.h"
#include "model/lifetime.h"

// --- pieces and nodes ---

static struct segment *add_segment(struct lowering *l, struct piece *piece, enum segment_kind kind)
{
    struct segment *s = arena_new(l->arena, struct segment);
    s->kind = kind;
    if (piece->last)
        piece->last->next = s;
    else
        piece->first = s;
    piece->last = s;
    return s;
}

void piece_source(struct lowering *l, struct piece *piece, uint32_t begin, uint32_t end)
{
    if (begin >= end)
        return;
    struct segment *s = add_segment(l, piece, SEGMENT_SOURCE);
    s->begin = begin;
    s->end = end;
}

void piece_text(struct lowering *l, struct piece *piece, const char *text)
{
    if (*text)
        add_segment(l, piece, SEGMENT_TEXT)->text = text;
}

void piece_variable(struct lowering *l, struct piece *piece, struct variable *variable, enum access access)
{
    struct segment *s = add_segment(l, piece, SEGMENT_VARIABLE);
    s->variable = variable;
    s->access = access;
}

void piece_append(struct piece *piece, struct piece more)
{
    if (!more.first)
        return;
    if (piece->last)
        piece->last->next = more.first;
    else
        piece->first = more.first;
    piece->last = more.last;
}

struct node *lower_node(struct lowering *l, enum node_kind kind, uint32_t at)
{
    struct node *node = arena_new(l->arena, struct node);
    node->kind = kind;
    node->at = at;
    node->stmt = l->stmt;
    *l->end = node;
    l->end = &node->next;
    return node;
}

struct node **lower_enter(struct lowering *l, struct node *parent)
{
    struct node **outer = l->end;
    l->end = &parent->children;
    return outer;
}

static uint32_t begin_of(const struct lowering *l, uint32_t token)
{
    return token_at(l->unit->source, token)->begin;
}

static uint32_t end_before(const struct lowering *l, uint32_t token)
{
    return token_at(l->unit->source, token - 1)->end;
}

struct piece piece_tokens(struct lowering *l, uint32_t first, uint32_t end)
{
    struct piece piece = {};
    if (first < end)
        piece_source(l, &piece, begin_of(l, first), end_before(l, end));
    return piece;
}

// The statement as it stands, `;` included.
static struct node *raw(struct lowering *l, enum node_kind kind, struct stmt *s)
{
    struct node *node = lower_node(l, kind, begin_of(l, s->first));
    node->raw = true;
    node->end = end_before(l, s->end);
    node->piece = piece_tokens(l, s->first, s->end);
    return node;
}

static struct node *begin_block(struct lowering *l, uint32_t at, struct node ***outer)
{
    struct node *block = lower_node(l, NODE_BLOCK, at);
    *outer = lower_enter(l, block);
    return block;
}

// A new block that a body goes into.
static struct node *body_block(struct lowering *l, struct node **link, uint32_t at)
{
    struct node *block = arena_new(l->arena, struct node);
    block->kind = NODE_BLOCK;
    block->stmt = l->stmt;
    block->at = at;
    *link = block;
    l->end = &block->children;
    return block;
}

// One that stands without braces is a block all the same, and what it defers ends with it.
static void lower_unbraced(struct lowering *l, struct stmt *body)
{
    struct cleanup *cleanup = l->cleanup;
    const struct stmt *outer_block = l->block;
    l->block = body->kind == STMT_DEFER ? body : l->block;
    lower_stmt(l, body);
    cleanup_end(l, cleanup);
    l->block = outer_block;
}

// The body of an if or loop: a block of the user's is used as it is, anything else gets one.
static void lower_body(struct lowering *l, struct node **link, struct stmt *body)
{
    struct node **outer = l->end;
    if (body->kind == STMT_BLOCK) {
        l->end = link;
        lower_stmt(l, body);
    } else {
        body_block(l, link, begin_of(l, body->first));
        lower_unbraced(l, body);
    }
    l->end = outer;
}

// --- declarations ---

static bool is_plain_declaration(const struct stmt *s)
{
    return !s->is_variables;
}

static struct node *declare(struct lowering *l, struct stmt *s, struct var_decl *d)
{
    struct node *node = lower_node(l, NODE_DECLARE, begin_of(l, d->first));
    node->piece = piece_tokens(l, s->first, s->specs_end);
    piece_append(&node->piece, piece_tokens(l, d->first, d->end));
    node->declares = arena_new(l->arena, struct declare);
    node->declares->decl = d;
    return node;
}

// Does the initializer mention what it initializes? `struct s *p = await allocate(sizeof *p);`
static bool names_itself(const struct lowering *l, const struct stmt *s, const struct var_decl *d)
{
    if (!declaration_specifiers(l->unit->source, s->first).has_type)       // `auto`: C does not let it
        return false;
    uint32_t begin = begin_of(l, d->equals), end = end_before(l, d->init_end);
    for (size_t i = 0; d->variable && i < l->fn->refs.count; i++) {
        const struct ref *r = &l->fn->refs.at[i];
        if (r->variable == d->variable && r->begin > begin && r->end <= end)
            return true;
    }
    return false;
}

// `enum color { RED, GREEN } c = await ready() ? GREEN : RED;`
static bool defines_type(const struct lowering *l, const struct stmt *s, const struct var_decl *d)
{
    return d == s->declarators && d->variable && declaration_specifiers(l->unit->source, s->first).body_open;
}

// Declares a variable before its initializer is taken apart. Gives null for one that cannot be assigned later: that one
// lives in the frame, which is there all the time.
static struct node *declare_early(struct lowering *l, struct stmt *s, struct var_decl *d)
{
    const struct type *type = d->variable->type;
    if (type->is_array || type->is_const || type->has_const_member || d->init->kind == EXPR_LIST) {
        d->variable->address_taken = true;
        return nullptr;
    }
    return declare(l, s, d);
}

// Does something have to be done beside what C does for a declaration?
static bool is_kept(const struct lowering *l, const struct variable *v)
{
    return v && (is_kept_variable(l->unit, l->fn, v) || is_kept_cleanup(l->unit, l->fn, v));
}

static bool has_kept_variable(const struct lowering *l, const struct stmt *s)
{
    for (const struct var_decl *d = s->declarators; d; d = d->next)
        if (is_kept(l, d->variable))
            return true;
    return false;
}

static bool declares_handle(const struct stmt *s)
{
    for (const struct var_decl *d = s->declarators; d; d = d->next)
        if (d->variable && (d->variable->type->is_future || d->variable->type->is_generator))
            return true;
    return false;
}

// `int a[n]`: n is evaluated here and never again.
static void lower_bounds(struct lowering *l, const struct variable *v)
{
    for (struct bound *b = v->bounds; b; b = b->next) {
        if (b->is_shared)
            continue;
        if (b->value)
            types_of_value(l, b->value);
        struct piece value = b->value ? flatten_value(l, b->value) : piece_tokens(l, b->open + 1, token_at(l->unit->source, b->open)->match);
        struct node *node = lower_node(l, NODE_SET, begin_of(l, b->open));
        node->variable = b->size;
        piece_text(l, &node->piece, "(async__size)(");
        piece_append(&node->piece, value);
        piece_text(l, &node->piece, ")");
    }
}

// A constexpr has to stay a constant where it is still needed behind an await: a case label, a static initializer. It becomes
// static, which no suspension touches. Compilers take a const number for a constant too, if not everywhere; one whose
// address nobody takes can be shared by all activations.
static bool is_constant_declaration(const struct lowering *l, const struct stmt *s)
{
    struct specifiers specs = declaration_specifiers(l->unit->source, s->first);
    bool needed = false;
    for (const struct var_decl *d = s->declarators; d; d = d->next) {
        const struct variable *v = d->variable;
        if (!v || v->is_type || v->has_cleanup || v->type->is_variable || (!specs.is_constexpr && (!d->is_number || v->address_taken)))
            return false;
        needed |= lives_at_an_await(l->unit, l->fn, v);
    }
    return needed;
}

static void make_constant(struct lowering *l, const struct stmt *s)
{
    const struct source *source = l->unit->source;
    for (struct var_decl *d = s->declarators; d; d = d->next)
        d->variable->is_constant = true;
    uint32_t place = token_skip_attributes(source, s->first);
    if (!l->unit->lacks_c23 || !declaration_specifiers(source, s->first).is_constexpr)       // else print says it
        edits_add(&l->fn->edits, begin_of(l, place), begin_of(l, place), "static ");
    for (uint32_t t = place; t < s->specs_end; t++)
        if (token_word(source, t) == WORD_REGISTER)
            edits_add(&l->fn->edits, begin_of(l, t), end_before(l, t + 1), "");
}

// Of the function's own block: its labels are the function's, and something of ours stands in front.
static bool is_needless_label_declaration(const struct lowering *l, const struct stmt *s)
{
    return l->block == l->fn->body && token_is(l->unit->source, s->first, "__label__");
}

static void declare_as(struct lowering *l, struct stmt *s, struct var_decl *d, struct piece init)
{
    struct node *node = declare(l, s, d);
    node->declares->init = init;
    if (d->variable && is_kept_variable(l->unit, l->fn, d->variable))
        cleanup_for_unwinding(l, node);
}

static void begin_cleanup_of(struct lowering *l, const struct var_decl *d)
{
    if (d->variable && is_kept_cleanup(l->unit, l->fn, d->variable))
        cleanup_begin(l, d->variable, token_at(l->unit->source, d->init_end)->begin);
    cleanup_own(l, d->variable, token_at(l->unit->source, d->init_end)->begin);
}

static void lower_declaration(struct lowering *l, struct stmt *s)
{
    if (is_needless_label_declaration(l, s))
        return;
    if (is_plain_declaration(s)) {
        raw(l, NODE_TEXT, s);
        return;
    }
    if (is_constant_declaration(l, s))
        make_constant(l, s);
    if (!s->awaits && !has_kept_variable(l, s)) {
        struct node *node = raw(l, NODE_DECLARE, s);
        struct declare **end = &node->declares;
        for (struct var_decl *d = s->declarators; d; d = d->next) {
            struct declare *declare = arena_new(l->arena, struct declare);
            declare->decl = d;
            if (d->equals)
                declare->init = piece_tokens(l, d->equals + 1, d->init_end);
            *end = declare;
            end = &declare->next;
        }
        for (struct var_decl *d = s->declarators; d; d = d->next)
            begin_cleanup_of(l, d);
        return;
    }
    for (struct var_decl *d = s->declarators; d; d = d->next) {
        if (d->variable && is_kept_variable(l->unit, l->fn, d->variable))
            lower_bounds(l, d->variable);
        if (d->init)
            types_of_value(l, d->init);
        struct node *early = d->init && (names_itself(l, s, d) || defines_type(l, s, d)) ? declare_early(l, s, d) : nullptr;
        struct piece init = {};
        if (d->init)
            init = flatten_value(l, d->init);
        else if (d->equals)
            init = piece_tokens(l, d->equals + 1, d->init_end);
        if (early) {
            struct node *node = lower_node(l, NODE_SET, begin_of(l, d->first));
            node->variable = d->variable;
            node->piece = init;
        } else {
            declare_as(l, s, d, init);
        }
        begin_cleanup_of(l, d);
    }
}

// --- conditions ---

static struct piece condition_of(struct lowering *l, struct stmt *s)
{
    return s->cond ? flatten_condition(l, s->cond) : piece_tokens(l, s->value, s->value_end);
}

// `if (!(condition)) break;`
static void break_unless(struct lowering *l, struct piece condition, struct node *loop, uint32_t at)
{
    struct node *test = lower_node(l, NODE_IF, at);
    test->piece = condition;
    test->negated = true;
    struct node **outer = lower_enter(l, test);
    lower_node(l, NODE_BREAK, at)->loop = loop;
    l->end = outer;
}

// What is taken out of the head stands in front of the statement.
static void lower_in_block(struct lowering *l, struct stmt *s, void (*lower)(struct lowering *, struct stmt *))
{
    struct node **outer;
    bool own = (s->cond || s->kind == STMT_TIMEOUT) && types_defined(l, s->value, s->value_end);
    if (own) {
        begin_block(l, begin_of(l, s->first), &outer);
        types_lower(l, s->value, s->value_end);
    }
    lower(l, s);
    if (own)
        l->end = outer;
}

static void lower_if(struct lowering *l, struct stmt *s)
{
    struct piece condition = condition_of(l, s);
    struct node *node = lower_node(l, NODE_IF, begin_of(l, s->first));
    node->piece = condition;
    lower_body(l, &node->children, s->body);
    if (s->otherwise)
        lower_body(l, &node->otherwise, s->otherwise);
}

static void own_label(struct lowering *l, struct stmt *s)
{
    if (!s->continued && !l->fn->inner_continues.count)
        return;
    struct node *label = lower_node(l, NODE_OWN_LABEL, begin_of(l, s->first));
    label->text = arena_printf(l->arena, "async__continue_%u", s->number);
}

static void lower_loop_body(struct lowering *l, struct node *loop, struct stmt *s, struct node **link)
{
    struct node *outer_loop = l->loop, *outer_breakable = l->breakable;
    l->breakable = loop;
    if (s->kind != STMT_SWITCH)
        l->loop = loop;
    struct node **outer;
    bool own = !link && types_defined(l, s->body->first, s->body->end);
    if (own)
        begin_block(l, begin_of(l, s->body->first), &outer);
    if (link)
        lower_body(l, link, s->body);
    else
        lower_unbraced(l, s->body);
    if (own)
        l->end = outer;
    l->loop = outer_loop;
    l->breakable = outer_breakable;
}

static void lower_while(struct lowering *l, struct stmt *s)
{
    struct node *node = lower_node(l, NODE_WHILE, begin_of(l, s->first));
    if (!s->cond) {
        node->piece = condition_of(l, s);
        lower_loop_body(l, node, s, &node->children);
        return;
    }
    struct node **outer = l->end;
    body_block(l, &node->children, begin_of(l, s->first));
    types_of_value(l, s->cond);
    break_unless(l, condition_of(l, s), node, begin_of(l, s->first));
    lower_loop_body(l, node, s, nullptr);
    l->end = outer;
}

static void lower_do(struct lowering *l, struct stmt *s)
{
    struct node *node = lower_node(l, s->cond ? NODE_WHILE : NODE_DO, begin_of(l, s->first));
    if (!s->cond) {
        lower_loop_body(l, node, s, &node->children);
        node->piece = condition_of(l, s);
        return;
    }
    struct node **outer = l->end;
    body_block(l, &node->children, begin_of(l, s->first));
    lower_loop_body(l, node, s, nullptr);
    own_label(l, s);
    types_of_value(l, s->cond);
    break_unless(l, condition_of(l, s), node, begin_of(l, s->first));
    l->end = outer;
}

static struct node *lower_init(struct lowering *l, struct stmt *s)
{
    struct node *list = nullptr, **outer = l->end;
    l->end = &list;
    lower_stmt(l, s->init);
    l->end = outer;
    return list;
}

static void lower_for(struct lowering *l, struct stmt *s)
{
    struct node **outer = nullptr;
    uint32_t at = begin_of(l, s->first);
    bool typed = (s->cond || s->step) && types_defined(l, s->part[1], s->part[3]);
    bool hoisted = typed || (s->init && (s->init->awaits || s->step || has_kept_variable(l, s->init) || declares_handle(s->init) ||
                                         (s->init->kind == STMT_DECL && is_constant_declaration(l, s->init))));
    struct cleanup *cleanup = l->cleanup;
    const struct stmt *outer_block = l->block;
    if (hoisted) {
        l->block = s;
        begin_block(l, at, &outer);
        if (s->init)
            lower_stmt(l, s->init);
        if (typed)
            types_lower(l, s->part[1], s->part[3]);
    }
    struct node *node = lower_node(l, NODE_FOR, at);
    if (s->init && !hoisted)
        node->init = lower_init(l, s);
    if (!s->step)
        node->step = piece_tokens(l, s->part[2], s->part[3]);
    if (!s->cond && !s->step) {
        node->piece = condition_of(l, s);
        lower_loop_body(l, node, s, &node->children);
    } else {
        struct node **end = l->end;
        body_block(l, &node->children, at);
        if (s->cond || s->value < s->value_end)
            break_unless(l, condition_of(l, s), node, at);
        lower_loop_body(l, node, s, nullptr);
        if (s->step) {
            own_label(l, s);
            flatten_effect(l, s->step);
        }
        l->end = end;
    }
    if (hoisted) {
        cleanup_end(l, cleanup);
        l->end = outer;
        l->block = outer_block;
    }
}

// `while (await async_next(g, &value)) { D x = value; …`
void lower_each_value(struct lowering *l, struct stmt *s, struct variable *value)
{
    static struct type boolean = { .spelling = "_Bool", .shown = "bool", .size = sizeof(bool), .align = alignof(bool), .is_integer = true };
    uint32_t at = begin_of(l, s->first);
    struct node *node = lower_node(l, NODE_WHILE, at), **outer = l->end;
    struct piece *arguments = arena_array(l->arena, struct piece, 2), init = {};
    body_block(l, &node->children, at);
    piece_variable(l, &arguments[0], s->entered, ACCESS_READ);
    piece_text(l, &arguments[1], "(void *)&");
    piece_variable(l, &arguments[1], value, ACCESS_ADDRESS);
    break_unless(l, lower_await(l, cleanup_new_await(l, s, &boolean, "async__next"), arguments, 2), node, at);
    struct cleanup *cleanup = l->cleanup;
    piece_variable(l, &init, value, ACCESS_READ);
    l->stmt = s->init;
    declare_as(l, s->init, s->init->declarators, init);
    begin_cleanup_of(l, s->init->declarators);
    l->stmt = s;
    lower_loop_body(l, node, s, nullptr);
    cleanup_end(l, cleanup);
    l->end = outer;
}

static void lower_switch(struct lowering *l, struct stmt *s)
{
    struct piece value = condition_of(l, s);
    struct node *node = lower_node(l, NODE_SWITCH, begin_of(l, s->first));
    node->piece = value;
    lower_loop_body(l, node, s, &node->children);
}

// --- labels and jumps ---

static void lower_label(struct lowering *l, struct stmt *s)
{
    struct node *node = lower_node(l, NODE_LABEL, begin_of(l, s->first));
    node->end = end_before(l, s->label_end);
    node->piece = piece_tokens(l, s->first, s->label_end);
    const struct stmt *last = s->body;
    while (last && last->kind == STMT_LABEL)
        last = last->body;
    if (last && (last->kind == STMT_DEFER || (last->kind == STMT_DECL && declares_handle(last)))) {       // it covers what stands behind the labels
        lower_stmt(l, s->body);
    } else if (s->body) {
        struct node **outer = lower_enter(l, node);
        lower_stmt(l, s->body);
        l->end = outer;
    }
}

static void lower_return(struct lowering *l, struct stmt *s)
{
    uint32_t at = begin_of(l, s->first);
    struct piece value = condition_of(l, s);
    if (cleanup_returns(l)) {
        cleanup_return(l, value, s->value < s->value_end, at);
        return;
    }
    struct node *node = lower_node(l, NODE_RETURN, at);
    node->piece = value;
    cleanup_note_left(l, node, nullptr);
}

void lower_jump(struct lowering *l, struct stmt *s)
{
    uint32_t at = begin_of(l, s->first);
    bool leaves = s->kind == STMT_GOTO || s->kind == STMT_BREAK || s->kind == STMT_CONTINUE;
    if (leaves && cleanup_leaves(l, s))
        return;
    if (s->kind == STMT_CONTINUE && s->target && s->target->continue_label) {
        s->target->continued = true;
        struct node *node = lower_node(l, NODE_GOTO, at);
        node->text = arena_printf(l->arena, "async__continue_%u", s->target->number);
        cleanup_note_left(l, node, s);
    } else if (leaves) {
        struct node *node = raw(l, s->kind == STMT_GOTO ? NODE_GOTO : s->kind == STMT_BREAK ? NODE_BREAK : NODE_CONTINUE, s);
        node->loop = s->kind == STMT_BREAK ? l->breakable : s->kind == STMT_CONTINUE ? l->loop : nullptr;
        cleanup_note_left(l, node, s);
    } else if (s->kind == STMT_GOTO_COMPUTED) {
        struct piece target = condition_of(l, s);
        lower_node(l, NODE_GOTO_COMPUTED, at)->piece = target;
    } else {
        lower_return(l, s);
    }
}

// --- statements ---

static void lower_block(struct lowering *l, struct stmt *s)
{
    struct node **outer;
    struct cleanup *cleanup = l->cleanup;
    const struct stmt *outer_block = l->block;
    l->block = s;
    begin_block(l, begin_of(l, s->first), &outer)->end = end_before(l, s->end) - 1;
    for (size_t i = 0; s == l->fn->body && i < l->fn->param_count; i++)
        cleanup_own(l, l->fn->variables.at[i], begin_of(l, s->first) + 1);
    for (struct stmt *child = s->children; child; child = child->next)
        lower_stmt(l, child);
    cleanup_end(l, cleanup);
    l->end = outer;
    l->block = outer_block;
}

static void lower_expression(struct lowering *l, struct stmt *s)
{
    if (s->cond)
        flatten_effect(l, s->cond);
    else
        raw(l, NODE_TEXT, s);
}

static void lower_asm(struct lowering *l, struct stmt *s)
{
    if (!s->cond) {
        raw(l, NODE_TEXT, s);
        return;
    }
    struct piece piece = flatten_asm(l, s->cond);
    lower_node(l, NODE_TEXT, s->cond->begin)->piece = piece;
}

static void lower_timeout(struct lowering *l, struct stmt *s)
{
    cleanup_timeout(l, s, condition_of(l, s));
}

static void lower_kind(struct lowering *l, struct stmt *s)
{
    switch (s->kind) {
    case STMT_BLOCK: lower_block(l, s); break;
    case STMT_DECL: lower_declaration(l, s); break;
    case STMT_EXPR: lower_expression(l, s); break;
    case STMT_IF: lower_in_block(l, s, lower_if); break;
    case STMT_WHILE: lower_while(l, s); break;
    case STMT_DO: lower_do(l, s); break;
    case STMT_FOR: lower_for(l, s); break;
    case STMT_SWITCH: lower_in_block(l, s, lower_switch); break;
    case STMT_LABEL: lower_label(l, s); break;
    case STMT_GOTO: case STMT_GOTO_COMPUTED: case STMT_BREAK: case STMT_CONTINUE: case STMT_RETURN:
        lower_jump(l, s);
        break;
    case STMT_NULL: raw(l, NODE_TEXT, s); break;
    case STMT_ASM: lower_asm(l, s); break;
    case STMT_DEFER: cleanup_defer(l, s); break;
    case STMT_TIMEOUT: lower_in_block(l, s, lower_timeout); break;
    case STMT_GROUP: cleanup_group(l, s); break;
    case STMT_WITH: cleanup_with(l, s); break;
    case STMT_EACH: cleanup_each(l, s); break;
    }
}

// Is its expression all that there is?
static bool is_expression(const struct stmt *s)
{
    return s->kind == STMT_EXPR || s->kind == STMT_RETURN || s->kind == STMT_GOTO_COMPUTED || s->kind == STMT_ASM;
}

// Do nodes come in front of the statement itself, so that both need a block around them?
static bool needs_block(const struct stmt *s)
{
    return s->cond && (is_expression(s) || s->kind == STMT_IF || s->kind == STMT_SWITCH);
}

static bool has_large_temporary(const struct node *block)
{
    for (const struct node *node = block->children; node; node = node->next)
        if (node->variable && (node->kind == NODE_AWAIT || node->kind == NODE_TEMPORARY)
            && delivery_of(node->variable->type) == DELIVERY_OUT)
            return true;
    return false;
}

void lower_stmt(struct lowering *l, struct stmt *s)
{
    struct stmt *outer_stmt = l->stmt;
    l->stmt = s;
    struct node **outer = nullptr, *block = nullptr;
    if (s->cond && is_expression(s))
        types_of_value(l, s->cond);
    if (needs_block(s))
        block = begin_block(l, begin_of(l, s->first), &outer);
    lower_kind(l, s);
    if (block) {
        block->bare = !has_large_temporary(block);
        l->end = outer;
    }
    l->stmt = outer_stmt;
}

// `({ value; ; })` has a value all the same.
static const struct stmt *last_of_block(const struct stmt *block)
{
    const struct stmt *last = nullptr;
    for (const struct stmt *s = block->children; s; s = s->next)
        last = s->kind == STMT_NULL ? last : s;
    return last;
}

static void set_block_value(struct lowering *l, struct stmt *last, struct variable *value)
{
    struct piece piece = {};
    if (last->cond)
        types_of_value(l, last->cond);
    piece_text(l, &piece, value ? "(" : "(void)(");             // it may be `a, b`
    piece_append(&piece, last->cond ? flatten_value(l, last->cond) : piece_tokens(l, last->first, last->value_end));
    piece_text(l, &piece, ")");
    struct node *node = lower_node(l, value ? NODE_SET : NODE_TEXT, begin_of(l, last->first));
    node->variable = value;
    node->piece = piece;
    node->as_bytes = value && !value->type->spelling && !(last->cond && last->cond->is_bit_field) &&
                     (value->type->is_record || value->type->is_pointer || value->type->is_integer);
}

// ({ … value; }): the value of the last statement goes to `value`, which is declared outside, or is dropped on purpose.
void lower_block_value(struct lowering *l, struct stmt *block, struct variable *value, bool dropped)
{
    struct node **outer;
    struct stmt *outer_stmt = l->stmt;
    const struct stmt *value_stmt = value || dropped ? last_of_block(block) : nullptr, *outer_block = l->block;
    struct cleanup *cleanup = l->cleanup;
    l->block = block;
    begin_block(l, begin_of(l, block->first), &outer);
    for (struct stmt *s = block->children; s; s = s->next) {
        struct stmt *last = s;
        if (s == value_stmt) {
            while (last->kind == STMT_LABEL && last->body) {
                struct node *label = lower_node(l, NODE_LABEL, begin_of(l, last->first));
                label->piece = piece_tokens(l, last->first, last->label_end);
                last = last->body;
            }
            l->stmt = last;
            set_block_value(l, last, value);
        } else {
            lower_stmt(l, s);
        }
    }
    cleanup_end(l, cleanup);
    l->end = outer;
    l->stmt = outer_stmt;
    l->block = outer_block;
}

// Of a plain function that gives a value: no compiler sees that nobody falls out of a block whose exits stand behind it.
static void return_at_end(struct lowering *l)
{
    l->end = &l->out->body->children;
    while (*l->end)
        l->end = &(*l->end)->next;
    lower_node(l, NODE_RETURN, begin_of(l, l->fn->declaration->body_close))->variable = cleanup_returned(l);
}

void lower_function(struct unit *unit, struct function *fn)
{
    fn->lowered = arena_new(unit->arena, struct lowered);
    struct lowering l = { .unit = unit, .arena = unit->arena, .fn = fn, .out = fn->lowered };
    l.end = &fn->lowered->body;
    lower_stmt(&l, fn->body);
    if (fn->is_plain && !fn->result->is_void && strcmp(fn->name, "main") != 0)
        return_at_end(&l);
    cleanup_fini(&l);
}
