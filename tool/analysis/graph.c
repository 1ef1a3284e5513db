// graph.c: the control flow of a lowered function, with what each step does to its variables.
//
// Within one piece of text all reads count as earlier than all writes. That can only make a variable live too long.
// Where many blocks may jump to many, they all go through one empty block: edges stay as few as jumps and labels.
//
// Fills: graph.blocks.
#include "analysis/analysis.h"

struct builder {
    struct graph *graph;
    struct flow_block *at;         // where the next event goes
    struct flow_block *head;       // of the innermost switch
    bool has_default;
    bool is_again;                 // the text under work may have been evaluated already; handles in it are looked at later
    uint32_t step;                 // counts the nodes, in the order of the output's text
    struct flow_loop *loop;        // the outermost one around; null: none
    struct open_temporaries vec(struct variable *) open;
};

static struct flow_block *new_block(struct graph *graph)
{
    struct flow_block *b = arena_new(graph->arena, struct flow_block);
    b->number = (uint32_t)graph->blocks.count;
    vec_push(&graph->blocks, b);
    return b;
}

static void connect(struct flow_block *from, struct flow_block *to)
{
    vec_push(&from->next, to);
}

static struct flow_block *start_block(struct builder *b)
{
    struct flow_block *block = new_block(b->graph);
    connect(b->at, block);
    b->at = block;
    return block;
}

static bool is_tracked(const struct variable *v)
{
    return v->is_tracked;
}

static void add_event(struct builder *b, enum event_kind kind, struct variable *v)
{
    if (is_tracked(v))
        vec_push(&b->at->events, ((struct event){ .kind = kind, .variable = v }));
}

// ---- handles

static void add_handle_event(struct builder *b, enum event_kind kind, struct variable *v, uint32_t at, bool certain)
{
    if (b->graph->with_handles && !b->is_again && !v->is_temporary && (v->type->is_future || v->type->is_generator))
        vec_push(&b->at->events, ((struct event){ .kind = kind, .variable = v, .at = at, .is_uncertain = !certain }));
}

static void add_handle_ref(struct builder *b, const struct ref *r, bool writes)
{
    size_t before = b->at->events.count;
    if (!writes && r->use != USE_LOOK)
        add_handle_event(b, r->use >= USE_CONSUME ? EVENT_CONSUME : EVENT_KEEP, r->variable, r->begin, r->sure);
    if (b->at->events.count > before)
        vec_last(&b->at->events).needs_memory = r->use == USE_MAKE && r->sure && find_make(b->graph->unit, r->begin, r->end);
    if (writes && r->access == ACCESS_WRITE)
        add_handle_event(b, r->is_null ? EVENT_CLEAR : EVENT_STORE, r->variable, r->begin, r->sure);
    if (writes && r->access == ACCESS_BOTH)        // async_take
        add_handle_event(b, EVENT_CLEAR, r->variable, r->begin, r->sure);
}

static void add_locks(struct builder *b, const struct segment *s)
{
    const struct locks *locks = &b->graph->unit->locks;
    for (size_t i = 0; i < locks->count && b->graph->with_handles && !b->is_again; i++)
        if (locks->at[i].begin >= s->begin && locks->at[i].begin < s->end)
            vec_push(&b->at->events, ((struct event){ .kind = locks->at[i].locks ? EVENT_LOCK : EVENT_UNLOCK, .lock = &locks->at[i] }));
}

static void add_unwound(struct builder *b, struct node *node)
{
    if (b->graph->with_handles)
        vec_push(&b->at->events, ((struct event){ .kind = EVENT_UNWOUND, .await = node }));
}

static void add_left(struct builder *b, struct node *node)
{
    for (const struct left *l = node->left; l && b->graph->with_handles; l = l->next)
        vec_push(&b->at->events, ((struct event){ .kind = EVENT_LEFT, .variable = l->variable, .await = node }));
}

// What the condition of an `if` that has come out so says of handles.
static void add_null_tests(struct builder *b, const struct node *test, bool outcome)
{
    const struct segment *s = test->piece.first;
    const struct null_tests *tests = &b->graph->fn->null_tests;
    if (!s || s->next || s->kind != SEGMENT_SOURCE || !b->graph->with_handles)
        return;
    for (size_t i = 0; i < tests->count; i++)
        if (tests->at[i].begin == s->begin && tests->at[i].end == s->end && tests->at[i].outcome == (outcome != test->negated)) {
            add_handle_event(b, EVENT_CLEAR, tests->at[i].variable, s->begin, true);
            if (b->at->events.count)
                vec_last(&b->at->events).is_test = true;
        }
}

static size_t first_ref(const struct function *fn, uint32_t begin)
{
    size_t low = 0, high = fn->refs.count;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (fn->refs.at[middle].begin < begin)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static void add_access(struct builder *b, bool writes, enum access access, bool certain, struct variable *v)
{
    if (!writes && (access == ACCESS_READ || access == ACCESS_BOTH))
        add_event(b, EVENT_READ, v);
    if (writes && (access == ACCESS_WRITE || access == ACCESS_BOTH))
        add_event(b, certain && access == ACCESS_WRITE && !b->is_again ? EVENT_WRITE : EVENT_MAY_WRITE, v);
}

static void add_piece_pass(struct builder *b, const struct piece *piece, bool writes)
{
    const struct function *fn = b->graph->fn;
    for (const struct segment *s = piece->first; s; s = s->next) {
        if (s->kind == SEGMENT_VARIABLE)
            add_access(b, writes, s->access, true, s->variable);
        if (s->kind != SEGMENT_SOURCE)
            continue;
        if (!writes)
            add_locks(b, s);
        for (size_t i = first_ref(fn, s->begin); i < fn->refs.count && fn->refs.at[i].begin < s->end; i++) {
            const struct ref *r = &fn->refs.at[i];
            add_access(b, writes, r->access, r->certain, r->variable);
            add_handle_ref(b, r, writes);
            if (r->owns)
                add_access(b, writes, ACCESS_WRITE, r->certain, r->owns);
        }
    }
}

static void add_piece(struct builder *b, const struct piece *piece)
{
    add_piece_pass(b, piece, false);
    add_piece_pass(b, piece, true);
}

static void build_list(struct builder *b, struct node *node);

static void close_scope(struct builder *b, size_t open)
{
    while (b->open.count > open)
        b->open.at[--b->open.count]->closed = b->step;
}

static void build_scope(struct builder *b, struct node *node)
{
    size_t open = b->open.count;
    build_list(b, node);
    close_scope(b, open);
}

static void open_temporary(struct builder *b, struct variable *v)
{
    v->opened = b->step;
    v->closed = UINT32_MAX;
    vec_push(&b->open, v);
}



// Whoever leaves otherwise than by `return` will not read the value that a return has kept.
static void forget_returned(struct builder *b)
{
    struct variable *returned = b->graph->fn->lowered->returned;
    if (returned)
        add_event(b, EVENT_WRITE, returned);
}

// It goes to the innermost cleanup, which is told why.
static void build_unwinding(struct builder *b, struct node *node)
{
    struct flow_block *before = b->at;
    start_block(b);
    add_event(b, EVENT_WRITE, node->exit);
    if (b->graph->with_handles)
        vec_push(&b->at->events, ((struct event){ .kind = EVENT_UNWIND, .await = node }));
    for (const struct owning *o = node->owning; o; o = o->next)
        add_event(b, EVENT_WRITE, o->flag);
    if (node->exit == b->graph->fn->lowered->exits.at[0])
        forget_returned(b);
    connect(b->at, graph_label(b->graph, node->unwind_to));
    b->at = before;
    start_block(b);
}

static void declare(struct builder *b, struct variable *v, bool has_value)
{
    const struct function *fn = b->graph->fn;
    size_t i = first_ref(fn, v->declared);
    bool is_null = i < fn->refs.count && fn->refs.at[i].variable == v && fn->refs.at[i].is_null;
    add_event(b, has_value ? EVENT_WRITE : EVENT_DECLARE, v);
    add_handle_event(b, has_value && !is_null ? EVENT_STORE : EVENT_CLEAR, v, v->declared, true);
}

// Bounds of arrays, and what typeof mentions. Lowering may have evaluated them already.
static void add_typing(struct builder *b, uint32_t first, uint32_t end)
{
    const struct source *source = b->graph->unit->source;
    if (first >= end)
        return;
    struct segment text = { .kind = SEGMENT_SOURCE, .begin = token_at(source, first)->begin, .end = token_at(source, end - 1)->end };
    b->is_again = true;
    add_piece(b, &(struct piece){ &text, &text });
    b->is_again = false;
}

static void build_declare(struct builder *b, struct node *node)
{
    add_typing(b, node->stmt->first, node->stmt->specs_end);
    for (struct declare *d = node->declares; d; d = d->next) {
        add_typing(b, d->decl->first, d->decl->end);
        add_piece(b, &d->init);
        if (d->decl->variable)
            declare(b, d->decl->variable, d->init.first);
    }
    if (node->unwind_to)
        build_unwinding(b, node);
}

static void build_await(struct builder *b, struct node *node)
{
    for (size_t i = 0; i < node->argument_count; i++)
        add_piece(b, &node->arguments[i]);
    vec_push(&b->at->events, ((struct event){ .kind = EVENT_SUSPEND, .await = node, .step = b->step, .loop = b->loop }));
    if (b->loop)
        b->loop->awaits = true;
    if (node->unwind_to)
        build_unwinding(b, node);
    if (node->variable)
        add_event(b, EVENT_WRITE, node->variable);
}

static void build_if(struct builder *b, struct node *node)
{
    add_piece(b, &node->piece);
    struct flow_block *test = b->at, *after = new_block(b->graph);
    start_block(b);
    add_null_tests(b, node, true);
    if (node->unwinds)
        add_unwound(b, node);
    build_scope(b, node->children);
    connect(b->at, after);
    b->at = test;
    if (node->otherwise || b->graph->with_handles) {
        start_block(b);
        add_null_tests(b, node, false);
        build_scope(b, node->otherwise);
    }
    connect(b->at, after);
    b->at = after;
}

// `while (true)`, `while (1)`; `do … while (0)`, by which macros make a statement of several.
static bool is_always(const struct builder *b, const struct piece *piece, enum word word, const char *number)
{
    const struct segment *s = piece->first;
    const struct source *source = b->graph->unit->source;
    if (!s || s->next || s->kind != SEGMENT_SOURCE)
        return false;
    uint32_t token = source_token_at(source, s->begin);
    return token_at(source, token)->end >= s->end && (token_word(source, token) == word || token_is(source, token, number));
}

// Only of a loop that no other is around: in a loop, storing and reloading would cost each round what a resumption saves.
static struct flow_loop *enter_loop(struct builder *b, struct node *node, bool once)
{
    node->stay = nullptr;
    if (b->loop || once || b->graph->with_handles)
        return nullptr;
    b->loop = arena_new(b->graph->arena, struct flow_loop);
    b->loop->node = node;
    vec_push(&b->at->events, ((struct event){ .kind = EVENT_ENTER, .loop = b->loop }));
    return b->loop;
}

static void leave_loop(struct builder *b, struct flow_loop *loop)
{
    if (!loop)
        return;
    b->loop = nullptr;
    if (!loop->awaits)
        return;
    vec_push(&b->graph->loops, loop);
    vec_push(&b->at->events, ((struct event){ .kind = EVENT_BEHIND, .loop = loop }));
}

// while, do and for: one shape. `leave` and `again` are where break and continue go.
static void build_loop(struct builder *b, struct node *node)
{
    size_t open = b->open.count;
    bool once = node->kind == NODE_DO && is_always(b, &node->piece, WORD_FALSE, "0");
    struct flow_loop *loop = enter_loop(b, node, once);
    if (node->init)
        build_list(b, node->init);
    bool test_first = node->kind != NODE_DO, asks = b->graph->with_handles;
    bool forever = !node->piece.first || (asks && is_always(b, &node->piece, WORD_TRUE, "1"));
    struct flow_block *top = start_block(b), *after = new_block(b->graph), *again = new_block(b->graph);
    node->leave = after;
    node->again = again;
    vec_push(&b->graph->targets, after);
    vec_push(&b->graph->targets, again);
    if (test_first) {
        add_piece(b, &node->piece);
        if (!forever)
            connect(b->at, after);
        start_block(b);
    }
    build_scope(b, node->children);
    connect(b->at, again);
    b->at = again;
    add_piece(b, &node->step);
    if (!test_first) {
        add_piece(b, &node->piece);
        if (!forever)
            connect(b->at, after);
    }
    if (!once || !asks)
        connect(b->at, top);
    b->at = after;
    close_scope(b, open);
    leave_loop(b, loop);
}

static void build_switch(struct builder *b, struct node *node)
{
    add_piece(b, &node->piece);
    struct flow_block *outer = b->head, *after = new_block(b->graph);
    bool outer_default = b->has_default;
    b->head = b->at;
    b->has_default = false;
    node->leave = after;
    vec_push(&b->graph->targets, after);
    struct flow_block *head = b->at;
    b->at = new_block(b->graph);       // what stands before the first case is not reached
    build_scope(b, node->children);
    connect(b->at, after);
    if (!b->has_default)
        connect(head, after);
    b->head = outer;
    b->has_default = outer_default;
    b->at = after;
}

struct flow_block *graph_label(struct graph *graph, const char *name)
{
    uint32_t *number = map_at(&graph->label_numbers, name, strlen(name));
    if (*number)
        return graph->labels.at[*number - 1];
    struct flow_block *block = new_block(graph);
    vec_push(&graph->labels, block);
    vec_push(&graph->targets, block);
    *number = (uint32_t)graph->labels.count;
    return block;
}

static void enter_label(struct builder *b, const char *name)
{
    struct flow_block *block = graph_label(b->graph, name);
    connect(b->at, block);
    b->at = block;
}

// The cleanup stands once, but we look at it twice: whoever comes by the label goes on to one of the exits, and whoever falls
// out of the block does not. Not at one that awaits, since an await has one save.
static void build_leave(struct builder *b, struct node *node)
{
    if (node->is_joined) {
        if (node->text)
            enter_label(b, node->text);
        build_list(b, node->children);
        build_list(b, node->otherwise);
        return;
    }
    struct flow_block *block_end = b->at;
    b->at = graph_label(b->graph, node->text);
    build_list(b, node->children);
    build_list(b, node->otherwise);
    b->at = block_end;
    start_block(b);
    build_list(b, node->children);
}

// Only an await that unwinds comes here.
static void build_owned(struct builder *b, struct node *node)
{
    struct flow_block *before = b->at;
    if (b->graph->with_handles)
        vec_push(&b->at->events, ((struct event){ .kind = EVENT_LEFT, .variable = node->variable, .await = node }));
    if (!node->text)
        return;
    b->at = graph_label(b->graph, node->text);
    if (b->graph->with_handles)
        vec_push(&b->at->events, ((struct event){ .kind = EVENT_CLOSE, .variable = node->variable }));
    if (node->exit)
        add_event(b, EVENT_READ, node->exit);
    struct flow_block *test = b->at, *after = new_block(b->graph);
    start_block(b);
    build_list(b, node->children);
    connect(b->at, after);
    if (node->exit)
        connect(test, after);
    b->at = after;
    build_list(b, node->otherwise);
    b->at = before;
    start_block(b);
}

static void build_label(struct builder *b, struct node *node)
{
    const struct stmt *s = node->stmt;
    if (s->label) {
        enter_label(b, s->label);
    } else {
        start_block(b);
        if (b->head)
            connect(b->head, b->at);
        b->has_default |= s->is_default;
    }
    build_list(b, node->children);
}

static void jump(struct builder *b, struct flow_block *to)
{
    if (to)
        connect(b->at, to);
    b->at = new_block(b->graph);       // what follows is reached by labels only
}

static void read_clauses(struct builder *b, uint32_t at)
{
    const struct clause_reads *reads = &b->graph->fn->flow->clause_reads;
    for (size_t i = vec_search(reads, 0, e, e->at < at); i < reads->count && reads->at[i].at == at; i++)
        add_event(b, EVENT_READ, reads->at[i].variable);
}

static void build_node(struct builder *b, struct node *node)
{
    b->step++;
    read_clauses(b, node->at);
    switch (node->kind) {
    case NODE_BLOCK:
        if (node->bare)
            build_list(b, node->children);
        else
            build_scope(b, node->children);
        break;
    case NODE_TEXT: case NODE_TYPE:
        add_piece(b, &node->piece);
        if (node->stmt && node->stmt->jumps) {
            vec_push(&b->graph->computed, b->at);
            start_block(b);
        }
        break;
    case NODE_DECLARE: build_declare(b, node); break;
    case NODE_TEMPORARY: case NODE_SET:
        if (node->kind == NODE_TEMPORARY)
            open_temporary(b, node->variable);
        add_piece(b, &node->piece);
        add_event(b, node->piece.first ? EVENT_WRITE : EVENT_DECLARE, node->variable);
        add_handle_event(b, EVENT_STORE, node->variable, node->at, true);
        if (node->forgets)
            forget_returned(b);
        break;
    case NODE_AWAIT: build_await(b, node); break;
    case NODE_IF: build_if(b, node); break;
    case NODE_WHILE: case NODE_DO: case NODE_FOR: build_loop(b, node); break;
    case NODE_SWITCH: build_switch(b, node); break;
    case NODE_LABEL: build_label(b, node); break;
    case NODE_OWN_LABEL: enter_label(b, node->text); break;
    case NODE_LEAVE: build_leave(b, node); break;
    case NODE_OWNED: build_owned(b, node); break;
    case NODE_GOTO:
        add_left(b, node);
        if (node->unwinds)
            add_unwound(b, node);
        jump(b, graph_label(b->graph, node->text ? node->text : node->stmt->label)); break;
    case NODE_GOTO_COMPUTED:
        add_piece(b, &node->piece);
        vec_push(&b->graph->computed, b->at);
        jump(b, nullptr);
        break;
    case NODE_BREAK: add_left(b, node); jump(b, node->loop ? node->loop->leave : nullptr); break;
    case NODE_CONTINUE: add_left(b, node); jump(b, node->loop ? node->loop->again : nullptr); break;
    case NODE_RETURN:
        add_piece(b, &node->piece);
        if (node->variable)
            add_event(b, EVENT_READ, node->variable);
        add_left(b, node);
        jump(b, nullptr);
        break;
    case NODE_UNWIND:
        add_event(b, EVENT_READ, node->exit);
        jump(b, nullptr);
        break;
    }
}

static void build_list(struct builder *b, struct node *node)
{
    for (; node; node = node->next)
        build_node(b, node);
}

// A frame that is there at the beginning has the parameters, unless evaluating a size among them changes one.
static bool has_plain_parameters(const struct function *fn)
{
    for (size_t i = 0; i < fn->param_count; i++)
        if (fn->variables.at[i]->lost_size || fn->variables.at[i]->bounds)
            return false;
    return !fn->is_sizeless;
}

void graph_build(struct graph *graph)
{
    struct builder b = { .graph = graph };
    bool are_given = has_plain_parameters(graph->fn) && !graph->with_handles;
    b.at = new_block(graph);
    for (size_t i = 0; i < graph->fn->param_count; i++) {
        add_event(&b, EVENT_WRITE, graph->fn->variables.at[i]);
        if (are_given)
            add_event(&b, EVENT_GIVEN, graph->fn->variables.at[i]);
        add_handle_event(&b, EVENT_STORE, graph->fn->variables.at[i], graph->fn->variables.at[i]->declared, true);
    }
    for (size_t i = 0; i < graph->fn->lowered->temporaries.count; i++)
        if (graph->fn->lowered->temporaries.at[i]->is_preset)
            add_event(&b, EVENT_WRITE, graph->fn->lowered->temporaries.at[i]);
    build_scope(&b, graph->fn->lowered->body);
    vec_fini(&b.open);
    if (graph->computed.count) {
        struct flow_block *any = new_block(graph);
        for (size_t i = 0; i < graph->computed.count; i++)
            connect(graph->computed.at[i], any);
        for (size_t i = 0; i < graph->labels.count; i++)
            connect(any, graph->labels.at[i]);
    }
    if (graph->fn->has_inner_jump) {
        size_t count = graph->blocks.count;
        struct flow_block *any = new_block(graph);
        for (size_t i = 0; i < count; i++)
            connect(graph->blocks.at[i], any);
        for (size_t i = 0; i < graph->targets.count; i++)
            connect(any, graph->targets.at[i]);
    }
}
