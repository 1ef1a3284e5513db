// cleanup.c: what runs at the end of a scope, whichever way it is left.
//
// A local with a cleanup that is in scope at an await lives in the frame, where no compiler calls its cleanup. So the call
// stands once, at the end of the block, behind a label. Each way out notes where it leads and goes there:
//
//     {
//         T x = …;                             T x = …;
//         …                                    …
//         return 3;                            async__returned = 3; async__exit = 1; goto async__leave_1;
//         await f();                           … unwinds: async__exit = 2; goto async__leave_1;
//         break;                               async__exit = 3; goto async__leave_1;
//                                              async__exit = 0;
//                                          async__leave_1:
//                                              free_x(&x);
//                                              if (async__exit == 1) goto async__leave_0;   (or return async__returned;)
//                                              if (async__exit == 2) goto async__leave_0;   (or unwind)
//                                              if (async__exit == 3) break;
//     }
#include "lower/lower.h"

static uint32_t begin_of(const struct lowering *l, uint32_t token)
{
    return token_at(l->unit->source, token)->begin;
}

static struct variable *new_local(struct lowering *l, const char *name, struct type *type)
{
    struct variable *v = arena_new(l->arena, struct variable);
    v->name = v->output = v->field = name;
    v->type = type;
    v->declared = begin_of(l, l->fn->declaration->body);
    v->is_temporary = true;
    vec_push(&l->out->temporaries, v);
    return v;
}

static struct variable *exit_variable(struct lowering *l)
{
    if (!l->out->exit) {
        struct type *type = arena_new(l->arena, struct type);
        *type = (struct type){ .spelling = "int", .shown = "int", .size = sizeof(int), .align = alignof(int), .is_integer = true };
        l->out->exit = new_local(l, "async__exit", type);
    }
    return l->out->exit;
}

static void set_exit(struct lowering *l, uint32_t code, uint32_t at)
{
    struct node *node = lower_node(l, NODE_SET, at);
    node->variable = exit_variable(l);
    node->code = code;
    piece_text(l, &node->piece, arena_printf(l->arena, "%u", code));
}

static void go_to(struct lowering *l, const char *label, uint32_t at)
{
    lower_node(l, NODE_GOTO, at)->text = label;
}

static void note_exit(struct cleanup *c, uint32_t code, struct stmt *jump)
{
    for (size_t i = 0; i < c->exits.count; i++)
        if (c->exits.at[i].code == code)
            return;
    vec_push(&c->exits, ((struct exit){ code, jump }));
}

static void leave(struct lowering *l, uint32_t code, struct stmt *jump, uint32_t at)
{
    note_exit(l->cleanup, code, jump);
    set_exit(l, code, at);
    go_to(l, l->cleanup->label, at);
}

// --- ways out ---

const char *cleanup_for_await(struct lowering *l)
{
    if (!l->cleanup)
        return nullptr;
    exit_variable(l);
    note_exit(l->cleanup, EXIT_UNWIND, nullptr);
    return l->cleanup->label;
}

void cleanup_return(struct lowering *l, struct piece value, bool has_value, uint32_t at)
{
    if (has_value && l->fn->result->is_void) {
        lower_node(l, NODE_TEXT, at)->piece = value;
    } else if (has_value) {
        if (!l->out->returned)
            l->out->returned = new_local(l, "async__returned", l->fn->result);
        struct node *node = lower_node(l, NODE_SET, at);
        node->variable = l->out->returned;
        piece_text(l, &node->piece, "(");           // it may be `a, b`
        piece_append(&node->piece, value);
        piece_text(l, &node->piece, ")");
    }
    leave(l, EXIT_RETURN, nullptr, at);
}

static const struct stmt *find_label(const struct stmt *s, const char *label)
{
    for (; s; s = s->next) {
        if (s->kind == STMT_LABEL && s->label && strcmp(s->label, label) == 0)
            return s;
        const struct stmt *inside[] = { s->init, s->children, s->body, s->otherwise };
        for (size_t i = 0; i < sizeof inside / sizeof *inside; i++) {
            const struct stmt *found = inside[i] ? find_label(inside[i], label) : nullptr;
            if (found)
                return found;
        }
    }
    return nullptr;
}

// Where it goes: for break and continue any place in the loop or switch, outside of what stands in its body.
static uint32_t target_of(const struct lowering *l, const struct stmt *jump)
{
    const struct stmt *target = jump->kind == STMT_GOTO ? find_label(l->fn->body, jump->label) : jump->target;
    return target ? begin_of(l, target->first) : UINT32_MAX;
}

static uint32_t code_of(struct lowering *l, struct stmt *jump)
{
    size_t i = 0;
    for (; i < l->jumps.count; i++)
        if (l->jumps.at[i]->kind == jump->kind && target_of(l, l->jumps.at[i]) == target_of(l, jump))
            return EXIT_JUMPS + (uint32_t)i;
    vec_push(&l->jumps, jump);
    return EXIT_JUMPS + (uint32_t)i;
}

bool cleanup_leaves(struct lowering *l, struct stmt *jump)
{
    if (!l->cleanup)
        return false;
    uint32_t target = target_of(l, jump);
    if (target >= l->cleanup->begin && target < l->cleanup->end)
        return false;
    leave(l, code_of(l, jump), jump, begin_of(l, jump->first));
    return true;
}

// --- scopes ---

void cleanup_begin(struct lowering *l, const struct variable *variable, uint32_t at)
{
    struct cleanup *c = arena_new(l->arena, struct cleanup);
    c->outer = l->cleanup;
    c->label = arena_printf(l->arena, "async__leave_%u", ++l->cleanups);
    c->variable = variable;
    c->block = l->block;
    c->begin = at;
    c->end = token_at(l->unit->source, l->block->end - 1)->end;
    l->cleanup = c;
    if (l->fn->has_computed_goto)
        report_error(l->unit->reports, variable->declared, "'%s' has a cleanup and is in scope at an await: no computed goto can be used in "
                     "this function", variable->name);
}

static void call_cleanup(struct lowering *l, const struct cleanup *c, uint32_t at)
{
    const struct variable *v = c->variable;
    uint32_t open = v->cleanup - 1;
    struct node *node = lower_node(l, NODE_TEXT, at);
    // As text: the attribute does not stand in the output.
    uint32_t begin = begin_of(l, v->cleanup), end = begin_of(l, token_at(l->unit->source, open)->match);
    piece_text(l, &node->piece, arena_copy(l->arena, l->unit->source->text + begin, end - begin));
    piece_text(l, &node->piece, "(&");
    piece_variable(l, &node->piece, (struct variable *)v, ACCESS_NONE);
    piece_text(l, &node->piece, ")");
}

static void follow_exit(struct lowering *l, const struct exit *e, uint32_t at)
{
    if (e->jump) {
        struct stmt *outer_stmt = l->stmt;
        l->stmt = e->jump;
        lower_jump(l, e->jump);
        l->stmt = outer_stmt;
    } else if (l->cleanup) {
        note_exit(l->cleanup, e->code, nullptr);
        go_to(l, l->cleanup->label, at);
    } else if (e->code == EXIT_RETURN) {
        lower_node(l, NODE_RETURN, at)->variable = l->out->returned;
    } else {
        lower_node(l, NODE_UNWIND, at);
    }
}

// Behind the cleanup: on to where the exit leads, or to the next cleanup on the way there.
static void follow_exit_if_taken(struct lowering *l, const struct exit *e, uint32_t at)
{
    struct node *test = lower_node(l, NODE_IF, at);
    piece_variable(l, &test->piece, exit_variable(l), ACCESS_READ);
    piece_text(l, &test->piece, arena_printf(l->arena, " == %u", e->code));
    struct node **outer = lower_enter(l, test);
    follow_exit(l, e, at);
    l->end = outer;
}

// Nobody falls out of such a block, and gcc is to see that.
static bool ends_with_jump(const struct stmt *block)
{
    const struct stmt *last = block->children;
    while (last && last->next)
        last = last->next;
    while (last && last->kind == STMT_LABEL)
        last = last->body;
    return last && (last->kind == STMT_BREAK || last->kind == STMT_CONTINUE || last->kind == STMT_RETURN ||
                    last->kind == STMT_GOTO || last->kind == STMT_GOTO_COMPUTED);
}

static void end_innermost(struct lowering *l)
{
    struct cleanup *c = l->cleanup;
    uint32_t at = c->end - 1;
    l->cleanup = c->outer;
    if (!c->exits.count) {
        call_cleanup(l, c, at);
        return;
    }
    bool falls_out = !ends_with_jump(c->block);
    if (falls_out)
        set_exit(l, EXIT_NONE, at);
    struct node *node = lower_node(l, NODE_LEAVE, at);
    node->text = c->label;
    struct node **outer = lower_enter(l, node);
    call_cleanup(l, c, at);
    l->end = &node->otherwise;
    for (size_t i = 0; i < c->exits.count; i++)
        if (falls_out || i + 1 < c->exits.count)
            follow_exit_if_taken(l, &c->exits.at[i], at);
        else
            follow_exit(l, &c->exits.at[i], at);
    l->end = outer;
    vec_fini(&c->exits);
}

void cleanup_end(struct lowering *l, const struct cleanup *outer)
{
    while (l->cleanup != outer)
        end_innermost(l);
}

// At the beginning of the function, which no jump passes.
void cleanup_declare(struct lowering *l)
{
    struct node *body = l->out->body, *first = body->children;
    l->end = &body->children;
    if (l->out->exit)
        lower_node(l, NODE_TEMPORARY, body->at)->variable = l->out->exit;
    if (l->out->returned)
        lower_node(l, NODE_TEMPORARY, body->at)->variable = l->out->returned;
    *l->end = first;
}

void cleanup_fini(struct lowering *l)
{
    vec_fini(&l->jumps);
}
