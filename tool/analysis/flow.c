// flow.c: from a lowered function to what its frame holds.
//
// Needs: lower_function().  Fills: function.flow, the homes and names of variables, the saves of awaits.
#include "analysis/analysis.h"

#include "model/declaration.h"

static void number_variables(struct graph *graph)
{
    struct function *fn = graph->fn;
    for (size_t i = 0; i < fn->variables.count; i++)
        if (fn->variables.at[i]->is_tracked)
            vec_push(&graph->variables, fn->variables.at[i]);
    for (size_t i = 0; i < fn->lowered->temporaries.count; i++) {
        struct variable *v = fn->lowered->temporaries.at[i];
        v->is_tracked = v->home == HOME_LOCAL;
        if (v->is_tracked)
            vec_push(&graph->variables, v);
    }
    for (size_t i = 0; i < graph->variables.count; i++)
        graph->variables.at[i]->index = (uint32_t)i;
}

static void add_fields(struct function *fn)
{
    struct flow *flow = fn->flow;
    flow->frame_at_entry = flow->is_large || fn->declaration->generator;       // whose coroutine object has one
    for (size_t i = 0; i < fn->variables.count; i++) {
        struct variable *v = fn->variables.at[i];
        if (v->is_param || v->needs_slot || v->home == HOME_FRAME)
            vec_push(&flow->fields, v);
        flow->frame_at_entry |= v->home == HOME_FRAME;
    }
    for (size_t i = 0; i < fn->literals.count; i++)
        if (fn->literals.at[i].variable->home == HOME_FRAME) {
            vec_push(&flow->fields, fn->literals.at[i].variable);
            flow->frame_at_entry = true;
        }
    for (size_t i = 0; i < fn->lowered->temporaries.count; i++) {
        struct variable *v = fn->lowered->temporaries.at[i];
        if (v->needs_slot || v->home == HOME_FRAME)
            vec_push(&flow->fields, v);
        flow->frame_at_entry |= v->home == HOME_FRAME;
    }
}

static void walk_awaits(struct node *node, struct function *fn)
{
    for (; node; node = node->next) {
        if (node->kind == NODE_AWAIT) {
            // A large result arrives in the frame, whether or not anyone is to read it.
            if (node->variable)
                node->variable->needs_slot = true;
            fn->flow->saves += (uint32_t)node->save->live.count;
        }
        walk_awaits(node->init, fn);
        walk_awaits(node->children, fn);
        walk_awaits(node->otherwise, fn);
    }
}

void graph_fini(struct graph *graph)
{
    for (size_t i = 0; i < graph->blocks.count; i++) {
        vec_fini(&graph->blocks.at[i]->events);
        vec_fini(&graph->blocks.at[i]->next);
    }
    vec_fini(&graph->blocks);
    vec_fini(&graph->labels);
    map_fini(&graph->label_numbers);
    vec_fini(&graph->targets);
    vec_fini(&graph->loops);
    vec_fini(&graph->computed);
    vec_fini(&graph->variables);
}

// One round. Returns true if another is needed, because a variable could not stay a C local.
static bool analyse(struct unit *unit, struct function *fn)
{
    struct graph graph = { .arena = unit->arena, .unit = unit, .fn = fn };
    for (size_t i = 0; i < fn->variables.count; i++) {
        struct variable *v = fn->variables.at[i];
        v->is_tracked &= v->home == HOME_LOCAL;
        v->needs_slot = v->maybe_unset = false;
    }
    number_variables(&graph);
    graph_build(&graph);
    live_compute(&graph);
    graph_fini(&graph);
    return graph.again;
}

// Compilers do not inline everything everywhere: gcc no function that begins or copies a va_list, nor the parts of one that OpenMP
// makes functions of; none of them one that is compiled for another machine than its caller.
static bool can_be_inlined(const struct unit *unit, const struct function *fn)
{
    const struct async_declaration *d = fn->declaration;
    if (fn->has_computed_goto || fn->address_labels.count || fn->flow->has_openmp)
        return false;
    uint32_t first = declaration_begin(unit->source, d->specs);
    if (token_find_code_attribute(unit->source, first, first, d->body))
        return false;
    for (uint32_t t = d->body; t < d->body_close; t++)
        if (token_is(unit->source, t, "__builtin_va_copy") || token_is(unit->source, t, "__builtin_va_start"))
            return false;
    return true;
}

// Compilers would take too long over two copies of it, and over what each await does for itself.
static bool is_large(const struct function *fn)
{
    enum { MOST_SAVES = 200, MOST_AWAITS = 16 };
    return fn->flow->saves > MOST_SAVES || fn->lowered->await_count > MOST_AWAITS;
}

void flow_analyse(struct unit *unit, struct function *fn, bool as_large)
{
    fn->flow = arena_new(unit->arena, struct flow);
    if (!fn->is_plain) {
        homes_choose(unit, fn);
        homes_name(unit, fn);
        openmp_read(unit, fn);
        owners_resolve(unit, fn);
        mutexes_check(unit, fn);
    }
    while (analyse(unit, fn))
        ;
    walk_awaits(fn->lowered->body, fn);
    fn->flow->is_large = is_large(fn) || (as_large && fn->lowered->await_count > 0);
    add_fields(fn);
    layout_choose(unit, fn);
    layout_check(unit, fn);
    fn->flow->two_bodies = !fn->flow->is_large && can_be_inlined(unit, fn);
}
