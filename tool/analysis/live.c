// live.c: which locals each suspension saves and each resumption puts back.
//
// A local is live at a point if some path from there reads it before writing it:
//
//     live_out(b) = live_in of every successor
//     live_in(b)  = reads(b) + (live_out(b) - writes(b))
//
// What is live after an await is put back when it resumes, but for what can stay in the frame longer (stay.c). Saving can
// be cheaper: what has not changed since it was put back need not be saved again. So a second sweep, forwards, finds what
// may have changed: since the function began (dirty_first; for the activation that began it, which has saved nothing yet)
// and since any resumption (dirty_later). A third finds what is surely assigned: a local that is live without that gets
// an initial value, or its save would read an indeterminate one.
//
// Needs: graph_build().  Fills: node.save of the awaits, node.stay of loops, variable.needs_slot, variable.maybe_unset.
#include "analysis/analysis.h"

// --- live ---

void live_event(const struct event *e, struct bits *live)
{
    switch (e->kind) {
    case EVENT_READ: bits_add(live, e->variable->index); break;
    case EVENT_WRITE: case EVENT_DECLARE: bits_drop(live, e->variable->index); break;
    default: break;
    }
}

static bool live_block(struct flow_block *b, struct bits *spare)
{
    bits_fill(spare, false);
    for (size_t i = 0; i < b->next.count; i++)
        bits_unite(spare, &b->next.at[i]->live);
    for (size_t i = b->events.count; i-- > 0;)
        live_event(&b->events.at[i], spare);
    return bits_unite(&b->live, spare);
}

struct visit {
    struct flow_block *block;
    size_t next;                   // the successor to go to
};

// Each block behind its successors, but for loops: swept in this order (and backwards, for what flows forward), a
// function without loops needs one sweep and one more to see that nothing grows. Depth first, without recursion.
struct flow_blocks order_blocks(const struct graph *graph)
{
    struct flow_blocks order = {};
    struct open vec(struct visit) open = {};
    bool *seen = memset(memory_resize(nullptr, graph->blocks.count), 0, graph->blocks.count);
    for (size_t i = 0; i < graph->blocks.count; i++) {
        if (!seen[i])
            vec_push(&open, ((struct visit){ graph->blocks.at[i], 0 }));
        seen[i] = true;
        while (open.count) {
            struct visit *v = &vec_last(&open);
            if (v->next == v->block->next.count) {
                vec_push(&order, v->block);
                open.count--;
                continue;
            }
            struct flow_block *next = v->block->next.at[v->next++];
            if (!seen[next->number])
                vec_push(&open, ((struct visit){ next, 0 }));
            seen[next->number] = true;
        }
    }
    free(seen);
    vec_fini(&open);
    return order;
}

static void sweep_live(const struct flow_blocks *order, struct bits *spare)
{
    for (bool changed = true; changed;) {
        changed = false;
        for (size_t i = 0; i < order->count; i++)
            changed |= live_block(order->at[i], spare);
    }
}

static bool is_in_scope(const struct variable *v, const struct event *suspend)
{
    const struct node *await = suspend->await;
    if (v->is_temporary && v->closed)
        return v->opened < suspend->step && suspend->step <= v->closed;
    return !v->scope || (await->stmt && await->stmt->first >= v->scope->first && await->stmt->end <= v->scope->end);
}

// Live outside its scope is only what a jump into the scope leaves indeterminate: nothing to keep. But a variable may
// be live above its declaration, when a jump back over it is followed by one past it; no C local can be that.
static void add_all(struct graph *graph, const struct event *suspend, const struct bits *which)
{
    struct node *await = suspend->await;
    for (size_t i = bits_next(which, 0); i < graph->variables.count; i = bits_next(which, i + 1)) {
        struct variable *v = graph->variables.at[i];
        if (!is_in_scope(v, suspend))
            continue;
        if (!v->is_temporary && !v->is_param && v->declared > await->at) {
            v->home = HOME_FRAME;
            graph->again = true;
        }
        vec_push(&await->save->live, v);
    }
}

static void note_live(struct graph *graph, struct bits *live)
{
    for (size_t i = 0; i < graph->blocks.count; i++) {
        struct flow_block *b = graph->blocks.at[i];
        bits_fill(live, false);
        for (size_t k = 0; k < b->next.count; k++)
            bits_unite(live, &b->next.at[k]->live);
        for (size_t k = b->events.count; k-- > 0;) {
            struct event *e = &b->events.at[k];
            if (e->kind == EVENT_SUSPEND) {
                e->await->save = arena_new(graph->arena, struct save);
                add_all(graph, e, live);
            }
            live_event(e, live);
        }
    }
}

// --- assigned ---

void assigned_event(const struct event *e, struct bits *assigned)
{
    if (e->kind == EVENT_WRITE)
        bits_add(assigned, e->variable->index);
    else if (e->kind == EVENT_DECLARE)
        bits_drop(assigned, e->variable->index);
}

// Forwards: what is true at the beginning of each block however it was reached. `at` says where that stands.
void sweep_surely(struct graph *graph, const struct flow_blocks *order, struct bits *(*at)(struct flow_block *),
                  void (*pass)(const struct event *, struct bits *), struct bits *spare)
{
    for (size_t i = 0; i < graph->blocks.count; i++)
        bits_fill(at(graph->blocks.at[i]), true);
    bits_fill(at(graph->blocks.at[0]), false);
    graph->blocks.at[0]->reached = true;
    for (bool changed = true; changed;) {
        changed = false;
        for (size_t i = order->count; i-- > 0;) {
            struct flow_block *b = order->at[i];
            if (!b->reached)
                continue;
            bits_copy(spare, at(b));
            for (size_t k = 0; k < b->events.count; k++)
                pass(&b->events.at[k], spare);
            for (size_t k = 0; k < b->next.count; k++) {
                changed |= !b->next.at[k]->reached;
                b->next.at[k]->reached = true;
                changed |= bits_intersect(at(b->next.at[k]), spare);
            }
        }
    }
}

static struct bits *assigned_at(struct flow_block *b)
{
    return &b->assigned;
}

static void note_unset(struct graph *graph, struct bits *assigned)
{
    for (size_t i = 0; i < graph->blocks.count; i++) {
        struct flow_block *b = graph->blocks.at[i];
        bits_copy(assigned, &b->assigned);
        for (size_t k = 0; k < b->events.count; k++) {
            const struct event *e = &b->events.at[k];
            if (e->kind == EVENT_SUSPEND)
                for (size_t v = 0; v < e->await->save->live.count; v++)
                    if (!bits_has(assigned, e->await->save->live.at[v]->index))
                        e->await->save->live.at[v]->maybe_unset = true;
            assigned_event(e, assigned);
        }
    }
}

// --- dirty ---

static bool is_dirtying(const struct event *e)
{
    return e->kind == EVENT_WRITE || e->kind == EVENT_MAY_WRITE || (e->kind == EVENT_DECLARE && e->variable->maybe_unset);
}

static void dirty_event(const struct event *e, struct bits *first, struct bits *later, bool *resumed)
{
    if (e->kind == EVENT_SUSPEND) {
        *resumed = true;
    } else if (is_dirtying(e)) {
        bits_add(first, e->variable->index);
        if (*resumed)
            bits_add(later, e->variable->index);
    } else if (e->kind == EVENT_DECLARE) {
        bits_drop(first, e->variable->index);
        bits_drop(later, e->variable->index);
    } else if (e->kind == EVENT_ENTER && e->loop->awaits) {
        bits_subtract(later, &e->loop->stored);
    }
}

static void sweep_dirty(const struct flow_blocks *order, struct bits *first, struct bits *later)
{
    for (bool changed = true; changed;) {
        changed = false;
        for (size_t i = order->count; i-- > 0;) {
            struct flow_block *b = order->at[i];
            bool resumed = b->resumed;
            bits_copy(first, &b->dirty_first);
            bits_copy(later, &b->dirty_later);
            for (size_t k = 0; k < b->events.count; k++)
                dirty_event(&b->events.at[k], first, later, &resumed);
            for (size_t k = 0; k < b->next.count; k++) {
                struct flow_block *n = b->next.at[k];
                changed |= resumed && !n->resumed;
                n->resumed |= resumed;
                changed |= bits_unite(&n->dirty_first, first);
                changed |= bits_unite(&n->dirty_later, later);
            }
        }
    }
}

static void note_saves(struct graph *graph, struct bits *first, struct bits *later)
{
    for (size_t i = 0; i < graph->blocks.count; i++) {
        struct flow_block *b = graph->blocks.at[i];
        bool resumed = b->resumed;
        bits_copy(first, &b->dirty_first);
        bits_copy(later, &b->dirty_later);
        for (size_t k = 0; k < b->events.count; k++) {
            const struct event *e = &b->events.at[k];
            if (e->kind == EVENT_SUSPEND) {
                struct save *save = e->await->save;
                save->first.count = save->later.count = 0;
                for (size_t v = 0; v < save->live.count; v++) {
                    struct variable *variable = save->live.at[v];
                    variable->needs_slot = true;
                    if (bits_has(first, variable->index))
                        vec_push(&save->first, variable);
                    if (resumed && bits_has(later, variable->index))
                        vec_push(&save->later, variable);
                }
            } else if (e->kind == EVENT_ENTER && e->loop->awaits) {
                bits_copy(&e->loop->changed, later);
            }
            dirty_event(e, first, later, &resumed);
        }
    }
}

void live_saves(struct graph *graph, const struct flow_blocks *order, struct bits *first, struct bits *later)
{
    for (size_t i = 0; i < graph->blocks.count; i++) {
        struct flow_block *b = graph->blocks.at[i];
        bits_fill(&b->dirty_first, false);
        bits_fill(&b->dirty_later, false);
        b->resumed = false;
    }
    sweep_dirty(order, first, later);
    note_saves(graph, first, later);
}

void live_compute(struct graph *graph)
{
    size_t count = graph->variables.count;
    for (size_t i = 0; i < graph->blocks.count; i++) {
        struct flow_block *b = graph->blocks.at[i];
        b->live = bits_new(graph->arena, count);
        b->assigned = bits_new(graph->arena, count);
        b->dirty_first = bits_new(graph->arena, count);
        b->dirty_later = bits_new(graph->arena, count);
        b->stored = bits_new(graph->arena, count);
        b->needed = bits_new(graph->arena, count);
    }
    struct bits one = bits_new(graph->arena, count), two = bits_new(graph->arena, count);
    struct flow_blocks order = order_blocks(graph);
    sweep_live(&order, &one);
    note_live(graph, &one);
    sweep_surely(graph, &order, assigned_at, assigned_event, &one);
    note_unset(graph, &one);
    stay_compute(graph, &order, &one, &two);
    vec_fini(&order);
}
