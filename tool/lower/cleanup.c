// cleanup.c: what runs at the end of a scope, whichever way it is left.
//
// A `defer` covers what stands behind it in its block; so does a local with a cleanup attribute whose scope is left at an
// await, where no compiler calls it, or together with a `defer`. The rest of the block becomes a block of its own, and what is
// to be done stands once, behind it and behind a label. Each way out notes where it leads and goes there:
//
//     {
//         defer S;                             {
//         …                                        …
//         return 3;                                async__returned = 3; async__exit = 1; goto async__leave_1;
//         await f();                               … unwinds: async__exit = reason; goto async__leave_1;
//         break;                                   async__exit = 2; goto async__leave_1;
//                                                  async__exit = 0;
//                                              }
//                                              async__leave_1:
//                                              S
//                                              if (async__exit == 1) goto async__leave_0;   (or return async__returned;)
//                                              if (async__exit < 0) goto async__leave_0;   (or unwind)
//                                              if (async__exit == 2) break;
//     }
//
// An S that awaits cannot be interrupted from outside: async__mask says so. If one of its awaits unwinds all the same,
// S ends there, and the function unwinds. S may have cleanups inside, so it has an exit variable of its own.
#include "lower/lower.h"

#include "model/declaration.h"

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
    v->is_temporary = v->is_preset = true;
    vec_push(&l->out->temporaries, v);
    return v;
}

static struct type *int_type(struct lowering *l)
{
    struct type *type = arena_new(l->arena, struct type);
    *type = (struct type){ .spelling = "int", .shown = "int", .size = sizeof(int), .align = alignof(int), .is_integer = true };
    return type;
}

static struct variable *new_exit(struct lowering *l, size_t depth)
{
    return new_local(l, depth ? arena_printf(l->arena, "async__exit_%zu", depth) : "async__exit", int_type(l));
}

static struct variable *exit_variable(struct lowering *l, size_t depth)
{
    while (l->out->exits.count <= depth)
        vec_push(&l->out->exits, new_exit(l, l->out->exits.count));
    return l->out->exits.at[depth];
}

static void set_exit(struct lowering *l, size_t depth, int code, uint32_t at)
{
    struct node *node = lower_node(l, NODE_SET, at);
    node->variable = exit_variable(l, depth);
    node->forgets = depth == 0 && code != EXIT_RETURN;
    piece_text(l, &node->piece, arena_printf(l->arena, "%d", code));
}

static struct node *go_to(struct lowering *l, const char *label, uint32_t at)
{
    struct node *node = lower_node(l, NODE_GOTO, at);
    node->text = label;
    return node;
}

static void note_exit(struct cleanup *c, int code, struct stmt *jump)
{
    for (size_t i = 0; i < c->exits.count; i++)
        if (c->exits.at[i].code == code)
            return;
    vec_push(&c->exits, ((struct exit){ code, jump }));
}

// The innermost one that all ways out have to pass.
static struct cleanup *innermost(const struct lowering *l)
{
    struct cleanup *c = l->cleanup;
    while (c && c->owner)
        c = c->outer;
    return c;
}

static void leave(struct lowering *l, int code, struct stmt *jump, uint32_t at)
{
    struct cleanup *c = innermost(l);
    note_exit(c, code, jump);
    set_exit(l, l->depth, code, at);
    cleanup_note_left(l, go_to(l, c->label, at), jump);
}

bool cleanup_returns(const struct lowering *l)
{
    return innermost(l);
}

// --- ways out ---

void cleanup_for_unwinding(struct lowering *l, struct node *node)
{
    if (!l->cleanup)
        return;
    node->exit = exit_variable(l, l->depth);
    node->unwind_to = l->cleanup->label;
    note_exit(l->cleanup, EXIT_UNWIND, nullptr);
}

struct variable *cleanup_returned(struct lowering *l)
{
    if (!l->out->returned)
        l->out->returned = new_local(l, "async__returned", l->fn->result);
    return l->out->returned;
}

void cleanup_return(struct lowering *l, struct piece value, bool has_value, uint32_t at)
{
    if (has_value && l->fn->result->is_void) {
        lower_node(l, NODE_TEXT, at)->piece = value;
    } else if (has_value) {
        struct node *node = lower_node(l, NODE_SET, at);
        node->variable = cleanup_returned(l);
        piece_text(l, &node->piece, "(");           // it may be `a, b`
        piece_append(&node->piece, value);
        piece_text(l, &node->piece, ")");
    }
    leave(l, EXIT_RETURN, nullptr, at);
}

// Where it goes: for break and continue any place in the loop or switch, outside of what stands in its body.
static uint32_t target_of(const struct lowering *l, const struct stmt *jump)
{
    const struct stmt *target = jump->kind == STMT_GOTO ? find_label(l->fn, jump->label) : jump->target;
    return target ? begin_of(l, target->first) : UINT32_MAX;
}

static int code_of(struct lowering *l, struct stmt *jump)
{
    size_t i = 0;
    for (; i < l->jumps.count; i++)
        if (l->jumps.at[i]->kind == jump->kind && target_of(l, l->jumps.at[i]) == target_of(l, jump))
            return EXIT_JUMPS + (int)i;
    vec_push(&l->jumps, jump);
    return EXIT_JUMPS + (int)i;
}

static bool leaves(const struct lowering *l, const struct cleanup *c, const struct stmt *jump)
{
    uint32_t target = target_of(l, jump);
    return c && (target < c->begin || target >= c->end);
}

void cleanup_note_left(struct lowering *l, struct node *way_out, const struct stmt *jump)
{
    for (const struct cleanup *c = l->cleanup; c && c->owner && (!jump || leaves(l, c, jump)); c = c->outer) {
        struct left *left = arena_new(l->arena, struct left);
        *left = (struct left){ c->owner, way_out->left };
        way_out->left = left;
    }
}

bool cleanup_leaves(struct lowering *l, struct stmt *jump)
{
    if (!leaves(l, innermost(l), jump))
        return false;
    leave(l, code_of(l, jump), jump, begin_of(l, jump->first));
    return true;
}

// --- scopes ---

// What is left covers at least the rest of `l->block`.
static struct cleanup *begin(struct lowering *l, uint32_t at)
{
    struct cleanup *c = arena_new(l->arena, struct cleanup);
    c->outer = l->cleanup;
    c->block = l->block;
    c->begin = at;
    c->end = token_at(l->unit->source, l->block->end - 1)->end;
    c->label = arena_printf(l->arena, "async__leave_%u", ++l->cleanups);
    c->rest = lower_node(l, NODE_BLOCK, at);
    c->behind = l->end;
    lower_enter(l, c->rest);
    l->cleanup = c;
    return c;
}

void cleanup_begin(struct lowering *l, const struct variable *variable, uint32_t at)
{
    begin(l, at)->variable = variable;
    l->out->has_cleanups = true;
}

void cleanup_defer(struct lowering *l, struct stmt *s)
{
    begin(l, begin_of(l, s->end))->deferred = s->body;
    l->out->has_cleanups = true;
}

static void call_cleanup(struct lowering *l, const struct variable *v, uint32_t at)
{
    uint32_t open = v->cleanup - 1;
    struct node *node = lower_node(l, NODE_TEXT, at);
    // As text: the attribute does not stand in the output.
    uint32_t begin = begin_of(l, v->cleanup), end = begin_of(l, token_at(l->unit->source, open)->match);
    piece_text(l, &node->piece, arena_copy(l->arena, l->unit->source->text + begin, end - begin));
    piece_text(l, &node->piece, "(&");
    piece_variable(l, &node->piece, (struct variable *)v, ACCESS_NONE);
    piece_text(l, &node->piece, ")");
}

static void add_text(struct lowering *l, const char *text, uint32_t at)
{
    piece_text(l, &lower_node(l, NODE_TEXT, at)->piece, text);
}

// Its await unwinds: what it is for goes on, and the function unwinds, if it did not anyway.
static void pass_exit_on(struct lowering *l, uint32_t at)
{
    struct variable *inner = exit_variable(l, l->depth), *outer = exit_variable(l, l->depth - 1);
    struct node *test = lower_node(l, NODE_IF, at);
    piece_variable(l, &test->piece, inner, ACCESS_READ);
    piece_text(l, &test->piece, " < 0 && ");
    piece_variable(l, &test->piece, outer, ACCESS_READ);
    piece_text(l, &test->piece, " >= 0");
    struct node **end = lower_enter(l, test), *set = lower_node(l, NODE_SET, at);
    set->variable = outer;
    set->forgets = l->depth == 1;
    piece_variable(l, &set->piece, inner, ACCESS_READ);
    l->end = end;
}

// An await of ours, at the end of a statement of the language; for people it is the head of that.
static struct expr *new_await(struct lowering *l, const struct stmt *s, struct type *type, const struct async_declaration *callee)
{
    struct expr *e = arena_new(l->arena, struct expr);
    uint32_t word = token_skip_attributes(l->unit->source, s->first);
    e->kind = EXPR_AWAIT;
    e->type = e->lvalue_type = type;
    e->begin = begin_of(l, word);
    e->end = s->kind == STMT_WITH ? begin_of(l, s->body->first) : token_at(l->unit->source, token_at(l->unit->source, word + 1)->match)->end;
    e->callee = callee;
    e->await = arena_new(l->arena, struct await);
    *e->await = (struct await){ .word = word, .operand = word };
    return e;
}

struct expr *cleanup_new_await(struct lowering *l, const struct stmt *s, struct type *type, const char *callee)
{
    return new_await(l, s, type, find_async(l->unit, callee));
}

// `f(x)`, awaited if it gives a future.
static void call_exit(struct lowering *l, const struct stmt *s, uint32_t at)
{
    const struct scope_exit *exit = s->exit;
    if (!exit)                         // an error has been reported
        return;
    struct piece *piece = exit->value ? arena_new(l->arena, struct piece) : &lower_node(l, NODE_TEXT, at)->piece;
    if (!exit->callee)
        piece_text(l, piece, arena_printf(l->arena, "%s%s(", exit->value ? "" : "(void)", exit->function));
    piece_variable(l, piece, s->entered, ACCESS_READ);
    if (!exit->callee)
        piece_text(l, piece, ")");
    if (exit->value)
        lower_await(l, new_await(l, s, exit->value, exit->callee), piece, 1);
}

static void run_statement(struct lowering *l, const struct cleanup *c, uint32_t at)
{
    if (c->deferred)
        lower_stmt(l, c->deferred);
    else
        call_exit(l, c->with, at);
}

// A cleanup that awaits. Where it is left early stands a label of its own.
static void run_awaiting(struct lowering *l, const struct cleanup *c, uint32_t at)
{
    const struct stmt *s = c->deferred ? c->deferred : c->with;
    struct cleanup body = {
        .label = arena_printf(l->arena, "async__left_%u", ++l->cleanups), .begin = begin_of(l, s->first),
        .end = token_at(l->unit->source, s->end - 1)->end,
    }, *outer = l->cleanup;
    add_text(l, "async__mask(async__task)", at);
    l->cleanup = &body;
    l->depth++;
    run_statement(l, c, at);
    l->cleanup = outer;
    if (body.exits.count) {
        set_exit(l, l->depth, EXIT_NONE, at);
        struct node *node = lower_node(l, NODE_LEAVE, at);
        node->text = body.label;
        node->is_joined = true;
    }
    add_text(l, "async__unmask(async__task)", at);
    if (body.exits.count)
        pass_exit_on(l, at);
    vec_fini(&body.exits);
    l->depth--;
}

static bool awaits(const struct cleanup *c)
{
    return (c->deferred && c->deferred->awaits) || (c->timed && c->timed->kind == STMT_GROUP) || (c->with && c->with->exit && c->with->exit->value);
}

static void run_deferred(struct lowering *l, const struct cleanup *c, uint32_t at)
{
    const struct stmt *s = c->deferred ? c->deferred : c->with;
    struct stmt *outer_stmt = l->stmt;
    const struct stmt *outer_block = l->block;
    struct node *outer_loop = l->loop, *outer_breakable = l->breakable, *block = lower_node(l, NODE_BLOCK, begin_of(l, s->first));
    struct node **end = lower_enter(l, block);
    if (awaits(c))
        run_awaiting(l, c, at);
    else
        run_statement(l, c, at);
    l->end = end;
    l->stmt = outer_stmt;
    l->block = outer_block;
    l->loop = outer_loop;
    l->breakable = outer_breakable;
}

// Does it lead out of the next cleanup too? The exit variable says already where it goes then.
static bool goes_on(const struct lowering *l, const struct exit *e)
{
    return e->jump ? leaves(l, innermost(l), e->jump) : e->code == EXIT_UNWIND ? l->cleanup != nullptr : innermost(l) != nullptr;
}

static struct cleanup *next_of(const struct lowering *l, const struct exit *e)
{
    return e->code == EXIT_UNWIND ? l->cleanup : innermost(l);
}

static void follow_exit(struct lowering *l, const struct exit *e, uint32_t at)
{
    if (goes_on(l, e)) {
        struct cleanup *next = next_of(l, e);
        note_exit(next, e->code, e->jump);
        struct node *way_out = go_to(l, next->label, at);
        way_out->unwinds = e->code == EXIT_UNWIND;
        if (!way_out->unwinds)
            cleanup_note_left(l, way_out, e->jump);
    } else if (e->jump) {
        struct stmt *outer_stmt = l->stmt;
        l->stmt = e->jump;
        lower_jump(l, e->jump);
        l->stmt = outer_stmt;
    } else if (e->code == EXIT_RETURN) {
        struct node *way_out = lower_node(l, NODE_RETURN, at);
        way_out->variable = l->out->returned;
        cleanup_note_left(l, way_out, nullptr);
    } else {
        lower_node(l, NODE_UNWIND, at)->exit = exit_variable(l, 0);
    }
}

// `if (async__exit == 3)`, or `if (async__exit)` for all that are left.
static struct node *test_exit(struct lowering *l, const char *test, uint32_t at)
{
    struct node *node = lower_node(l, NODE_IF, at);
    piece_variable(l, &node->piece, exit_variable(l, l->depth), ACCESS_READ);
    piece_text(l, &node->piece, test);
    return node;
}

static void follow_exit_if_taken(struct lowering *l, const struct exit *e, uint32_t at)
{
    struct node *test = test_exit(l, e->code == EXIT_UNWIND ? " < 0" : arena_printf(l->arena, " == %d", e->code), at);
    struct node **outer = lower_enter(l, test);
    follow_exit(l, e, at);
    l->end = outer;
}

// ---- async_timeout

static bool unwinds(const struct cleanup *c)
{
    for (size_t i = 0; i < c->exits.count; i++)
        if (c->exits.at[i].code == EXIT_UNWIND)
            return true;
    return false;
}

// `function(async__task, &scope`
static void call_scope(struct lowering *l, struct piece *piece, const char *function, struct variable *scope)
{
    piece_text(l, piece, arena_printf(l->arena, "%s(async__task, &", function));
    piece_variable(l, piece, scope, ACCESS_NONE);
}

static void close_timeout(struct lowering *l, const struct cleanup *c, uint32_t at)
{
    struct node *node = lower_node(l, NODE_TEXT, at);
    call_scope(l, &node->piece, "async__timeout_close", c->scope);
    piece_text(l, &node->piece, ")");
}

// `if (async__exit < 0)`: its own deadline, or something farther out? Else it is only closed.
static void run_timeout(struct lowering *l, const struct cleanup *c, uint32_t at)
{
    struct variable *exit = exit_variable(l, l->depth);
    if (unwinds(c)) {
        struct node *test = test_exit(l, " < 0", at), **outer = lower_enter(l, test);
        test->unwinds = true;
        struct node *caught = lower_node(l, NODE_IF, at), **end = lower_enter(l, caught);
        call_scope(l, &caught->piece, "async__timeout_catches", c->scope);
        piece_text(l, &caught->piece, ", ");
        piece_variable(l, &caught->piece, exit, ACCESS_READ);
        piece_text(l, &caught->piece, ")");
        set_exit(l, l->depth, EXIT_NONE, at);
        if (c->timed->otherwise)
            lower_stmt(l, c->timed->otherwise);
        l->end = &caught->otherwise;
        struct node *set = lower_node(l, NODE_SET, at);
        set->variable = exit;
        piece_text(l, &set->piece, "async__unwinds_for(async__task)");
        follow_exit(l, &(struct exit){ EXIT_UNWIND, nullptr }, at);
        l->end = end;
        l->end = &test->otherwise;
        close_timeout(l, c, at);
        l->end = outer;
    } else {
        close_timeout(l, c, at);
    }
}

// ---- async_group

// Main comes to the await that is lowered next, unless it unwinds already.
static struct node **note_step(struct lowering *l, uint32_t at)
{
    struct node **outer = lower_enter(l, test_exit(l, " >= 0", at));
    add_text(l, arena_printf(l->arena, "async__task->loop->main_await = %u", l->out->await_count + 1), at);
    return l->end = outer;
}

// Waits for the children. Then it has failed, or the function unwinds, or it goes on as it was to.
static void run_group(struct lowering *l, const struct cleanup *c, uint32_t at)
{
    struct variable *exit = exit_variable(l, l->depth);
    struct piece *arguments = arena_array(l->arena, struct piece, 2);
    piece_text(l, &arguments[0], "&");
    piece_variable(l, &arguments[0], c->scope, ACCESS_NONE);
    piece_variable(l, &arguments[1], exit, ACCESS_READ);
    struct node **place = is_main(l->fn) && l->depth == 0 ? note_step(l, at) : l->end;
    lower_await(l, new_await(l, c->timed, int_type(l), find_async(l->unit, "async__group_join")), arguments, 2);
    (*place)->is_step = false;
    const char *value = arena_printf(l->arena, "async__%u.value", l->out->await_count);
    struct node *failed = lower_node(l, NODE_IF, at), **outer = lower_enter(l, failed);
    piece_text(l, &failed->piece, arena_printf(l->arena, "%s == 1", value));
    failed->unwinds = true;
    set_exit(l, l->depth, EXIT_NONE, at);
    if (c->timed->otherwise)
        lower_stmt(l, c->timed->otherwise);
    l->end = &failed->otherwise;
    struct node *unwinding = test_exit(l, arena_printf(l->arena, " < 0 || %s < 0", value), at), **end = lower_enter(l, unwinding);
    struct node *set = lower_node(l, NODE_SET, at);
    set->variable = exit;
    set->forgets = l->depth == 0;
    piece_text(l, &set->piece, arena_printf(l->arena, "async__as_reason(%s)", value));
    follow_exit(l, &(struct exit){ EXIT_UNWIND, nullptr }, at);
    l->end = end;
    l->end = outer;
}

static void run(struct lowering *l, const struct cleanup *c, uint32_t at)
{
    if (c->variable)
        call_cleanup(l, c->variable, at);
    else if (c->timed && c->timed->kind == STMT_GROUP)
        run_group(l, c, at);
    else if (c->timed)
        run_timeout(l, c, at);
    else
        run_deferred(l, c, at);
}

// What unwinds out of an async_timeout has been dealt with by run_timeout().
static bool is_followed(const struct cleanup *c, const struct exit *e)
{
    return c->timed && e->code == EXIT_UNWIND;
}

// Does it go to the next cleanup, and all others that do so with it?
static bool goes_with_others(const struct lowering *l, const struct exit *e)
{
    return goes_on(l, e) && next_of(l, e) == innermost(l);
}

// Behind the cleanup: on to where the exits lead, or to the next cleanup on the way there.
static void follow_exits(struct lowering *l, const struct cleanup *c, bool falls_out, uint32_t at)
{
    size_t here = 0, count = c->exits.count, done = 0;
    for (size_t i = 0; i < count; i++)
        here += is_followed(c, &c->exits.at[i]) || !goes_with_others(l, &c->exits.at[i]);
    for (size_t i = 0; i < count; i++) {
        const struct exit *e = &c->exits.at[i];
        if (goes_with_others(l, e) || is_followed(c, e))
            continue;
        if (falls_out || ++done < here || here < count)
            follow_exit_if_taken(l, e, at);
        else
            follow_exit(l, e, at);
    }
    if (here == count)
        return;
    struct node *test = falls_out ? test_exit(l, "", at) : nullptr;
    struct node **outer = test ? lower_enter(l, test) : nullptr;
    cleanup_note_left(l, go_to(l, innermost(l)->label, at), nullptr);
    if (test)
        l->end = outer;
    for (size_t i = 0; i < count; i++)
        if (goes_with_others(l, &c->exits.at[i]) && !is_followed(c, &c->exits.at[i]))
            note_exit(innermost(l), c->exits.at[i].code, c->exits.at[i].jump);
}

// Nobody falls out of such a block, and gcc is to see that.
static bool ends_with_jump(const struct stmt *s)
{
    while (s) {
        const struct stmt *inner = s->kind == STMT_LABEL ? s->body : s->kind == STMT_BLOCK ? s->children : nullptr;
        while (inner && s->kind == STMT_BLOCK && inner->next)
            inner = inner->next;
        if (!inner)
            break;
        s = inner;
    }
    if (s && s->kind == STMT_IF)
        return ends_with_jump(s->body) && s->otherwise && ends_with_jump(s->otherwise);
    return s && (s->kind == STMT_BREAK || s->kind == STMT_CONTINUE || s->kind == STMT_RETURN || s->kind == STMT_GOTO ||
                 s->kind == STMT_GOTO_COMPUTED);
}

// ---- handles

// `async__close(h)`, which never unwinds. For people it is the name.
static void close_handle(struct lowering *l, struct variable *v)
{
    bool is_stream = v->type->is_generator;
    struct type *type = arena_new(l->arena, struct type);
    *type = (struct type){ .spelling = "void", .shown = "void", .size = -1, .is_void = true };
    struct expr *e = arena_new(l->arena, struct expr);
    uint32_t name = source_token_at(l->unit->source, v->declared);
    *e = (struct expr){ .kind = EXPR_AWAIT, .type = type, .lvalue_type = type, .begin = v->declared, .end = token_at(l->unit->source, name)->end };
    e->callee = find_async(l->unit, is_stream ? "async__generator_close" : "async__close");
    e->await = arena_new(l->arena, struct await);
    *e->await = (struct await){ .word = name, .operand = name };
    struct piece *argument = arena_new(l->arena, struct piece);
    piece_variable(l, argument, v, ACCESS_READ);
    struct cleanup *outer = l->cleanup;
    struct node **place = l->end;
    l->cleanup = nullptr;
    lower_await(l, e, argument, 1);
    l->cleanup = outer;
    (*place)->is_step = false;
    l->out->await_count--;             // it is counted if it stays
}

// Whoever falls out of the block, or leaves it by a jump, does not come here.
static void end_owner(struct lowering *l)
{
    struct cleanup *c = l->cleanup;
    uint32_t at = c->end - 1;
    l->cleanup = c->outer;
    l->end = c->behind;
    struct node *node = lower_node(l, NODE_OWNED, at);
    node->variable = c->owner;
    node->is_shut = ends_with_jump(c->block);
    vec_push(&l->out->owners, ((struct owner){ c->owner, node, c->rest }));
    if (!c->exits.count)
        return;
    node->text = c->label;
    struct node **outer = lower_enter(l, node);
    add_text(l, "async__mask(async__task)", at);
    close_handle(l, c->owner);
    add_text(l, "async__unmask(async__task)", at);
    l->end = &node->otherwise;
    follow_exit(l, &(struct exit){ EXIT_UNWIND, nullptr }, at);
    l->end = outer;
    vec_fini(&c->exits);
}

// Its address is nobody's: so it is known at each place whether it owns what it was given.
static bool is_owner(const struct lowering *l, const struct variable *v)
{
    const struct type *t = v->type;
    return !l->fn->is_plain && (t->is_future || t->is_generator) && !v->address_taken && !v->has_cleanup && !t->is_volatile && !t->is_atomic;
}

void cleanup_own(struct lowering *l, struct variable *variable, uint32_t at)
{
    if (variable && is_owner(l, variable))
        begin(l, at)->owner = variable;
}

static void end_innermost(struct lowering *l)
{
    struct cleanup *c = l->cleanup;
    if (c->owner) {
        end_owner(l);
        return;
    }
    uint32_t at = c->end - 1;
    bool waits = awaits(c);
    // The paths meet: an await has one save. And the `else` of an async_timeout goes on behind it.
    bool joined = waits || c->timed;
    bool is_jumped_to = c->exits.count;
    if (waits) {        // its await may unwind, wherever the block was left for
        exit_variable(l, l->depth);
        note_exit(c, EXIT_UNWIND, nullptr);
    }
    bool falls_out = c->timed || !ends_with_jump(c->block);
    if (falls_out && c->exits.count)
        set_exit(l, l->depth, EXIT_NONE, at);
    l->cleanup = c->outer;
    l->end = c->behind;
    c->rest->bare = !c->rest->children;
    if (!c->exits.count) {
        run(l, c, at);
        return;
    }
    struct node *node = lower_node(l, NODE_LEAVE, at);
    node->text = is_jumped_to ? c->label : nullptr;
    node->is_joined = joined;
    struct node **outer = lower_enter(l, node);
    run(l, c, at);
    l->end = &node->otherwise;
    follow_exits(l, c, falls_out, at);
    l->end = outer;
    vec_fini(&c->exits);
}

void cleanup_end(struct lowering *l, const struct cleanup *outer)
{
    while (l->cleanup != outer)
        end_innermost(l);
}

static struct variable *new_scope(struct lowering *l, const char *type_name, size_t size)
{
    struct type *type = arena_new(l->arena, struct type);
    *type = (struct type){ .spelling = type_name, .shown = type_name, .size = (long long)size, .align = alignof(max_align_t), .is_record = true };
    struct variable *v = new_local(l, arena_printf(l->arena, "async__scope_%u", ++l->cleanups), type);
    v->is_preset = false;
    v->home = HOME_FRAME;
    return v;
}

static void lower_scope(struct lowering *l, struct stmt *s, struct variable *scope)
{
    struct cleanup *outer = l->cleanup, *c;
    const struct stmt *outer_block = l->block;
    l->block = s->body;
    c = begin(l, begin_of(l, s->body->first));
    c->timed = s;
    c->scope = scope;
    l->out->has_cleanups = true;
    lower_stmt(l, s->body);
    cleanup_end(l, outer);
    l->block = outer_block;
}

void cleanup_timeout(struct lowering *l, struct stmt *s, struct piece seconds)
{
    uint32_t at = begin_of(l, s->first);
    bool is_absolute = token_word(l->unit->source, s->value - 2) == WORD_TIMEOUT_AT;
    struct variable *scope = new_scope(l, "struct async__timeout", 64);
    struct node *open = lower_node(l, NODE_TEXT, at);
    call_scope(l, &open->piece, is_absolute ? "async__timeout_open_at" : "async__timeout_open", scope);
    piece_text(l, &open->piece, ", ");
    piece_append(&open->piece, seconds);
    piece_text(l, &open->piece, ")");
    lower_scope(l, s, scope);
}

// `{ open it; struct async_group *g = …; …`: the block, for what else in the function is called g.
void cleanup_group(struct lowering *l, struct stmt *s)
{
    uint32_t at = begin_of(l, s->first);
    struct node *block = lower_node(l, NODE_BLOCK, at), **end = lower_enter(l, block);
    struct variable *scope = new_scope(l, "struct async_group", 160);
    struct node *open = lower_node(l, NODE_TEXT, at);
    call_scope(l, &open->piece, "async__group_open", scope);
    piece_text(l, &open->piece, ")");
    struct node *name = lower_node(l, NODE_TEMPORARY, at);
    name->variable = s->group;
    piece_text(l, &name->piece, "&");
    piece_variable(l, &name->piece, scope, ACCESS_NONE);
    lower_scope(l, s, scope);
    l->end = end;
}

// `{ D x = await E; …`: whatever E was, from here on the exit runs.
void cleanup_with(struct lowering *l, struct stmt *s)
{
    uint32_t at = begin_of(l, s->first);
    struct cleanup *outer = l->cleanup;
    const struct stmt *outer_block = l->block;
    struct node *block = lower_node(l, NODE_BLOCK, at), **end = lower_enter(l, block);
    if (s->init) {
        lower_stmt(l, s->init);
    } else {
        types_of_value(l, s->cond);
        struct piece value = flatten_value(l, s->cond);
        struct node *node = lower_node(l, NODE_TEMPORARY, at);
        node->variable = s->entered;
        node->piece = value;
    }
    l->block = s->body;
    begin(l, begin_of(l, s->body->first))->with = s;
    l->out->has_cleanups = true;
    lower_stmt(l, s->body);
    cleanup_end(l, outer);
    l->block = outer_block;
    l->end = end;
}

// `{ auto g = G; defer await async_generator_close(g); …`. A break of the loop does not leave what the cleanup covers.
void cleanup_each(struct lowering *l, struct stmt *s)
{
    static struct type nothing = { .spelling = "void", .shown = "void", .size = -1, .align = 1, .is_void = true };
    uint32_t at = begin_of(l, s->first);
    struct cleanup *outer = l->cleanup;
    const struct stmt *outer_block = l->block;
    struct node *block = lower_node(l, NODE_BLOCK, at), **end = lower_enter(l, block);
    types_of_value(l, s->cond);
    struct piece stream = flatten_value(l, s->cond);
    struct node *node = lower_node(l, NODE_TEMPORARY, at);
    node->variable = s->entered;
    node->piece = stream;
    struct scope_exit *exit = arena_new(l->arena, struct scope_exit);
    *exit = (struct scope_exit){ "async__generator_close", find_async(l->unit, "async__generator_close"), &nothing };
    s->exit = exit;
    l->block = s;
    begin(l, at)->with = s;
    struct variable *value = new_local(l, arena_printf(l->arena, "async__each_%u", ++l->cleanups), s->element);
    value->is_preset = false;
    value->home = HOME_FRAME;
    lower_each_value(l, s, value);
    cleanup_end(l, outer);
    l->block = outer_block;
    l->end = end;
}

void cleanup_fini(struct lowering *l)
{
    vec_fini(&l->jumps);
}
