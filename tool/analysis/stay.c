// stay.c: which locals stay in the frame while a loop runs.
//
// Putting everything back at each resumption is too much where the await stands in a loop that uses a few locals only:
//
//     long a = …, b = …, c = …;
//     while (done < count) {              // in front: a, b and c are stored in the frame
//         await async_yield();            // resumed: done and count are put back
//         done++;
//     }                                   // behind: a, b and c are put back
//     return a + b + c + done;
//
// An activation that began as a call has no frame yet, and keeps its locals where they are: in the body that compilers
// make for it nothing is stored or put back. Any other has a frame. It stores in front of the loop what the frame does not
// have yet, and behind the loop everything comes back from there, whether or not anything has waited.
//
// Where one body serves both, all of that would have to be asked at run time, and gcc would warn of what was not put back.
// There everything is put back at once, and in front of the loop an activation that has resumed saves what has changed since.
//
// Three questions, each asked by a sweep over the blocks:
//
//     stored    is the local in the frame as it is here, however we came here? (In an activation with a frame.)
//               Parameters are from the beginning. Storing in front of a loop makes it so, a write ends it.
//     dirty     what has to be saved: see live.c. What was stored is not.
//     needed    may it be read before it is written or put back behind a loop? This is `live` with one more end.
//
// What is not stored behind a loop on every way there cannot have stayed; so jumps into a loop, past what stands in front of
// it, need no care. What is needed after an await is put back there; so jumps out of a loop need none either. A local that
// turns out to gain nothing makes us ask again without it: fewer stay, never more.
//
// Fills: node.stay of loops, save.back and save.called of awaits.
#include "analysis/analysis.h"

#include "model/declaration.h"

enum {
    FEW = 3,           // locals for which storing and reloading are not worth their code
    ROUNDS = 8,        // after these nothing stays
};

// --- candidates ---

// Its scope is around the loop, and it was declared in front.
static bool is_around(const struct graph *graph, const struct variable *v, const struct node *loop)
{
    const struct stmt *s = loop->stmt;
    if (v->is_temporary || !s)
        return false;
    if (v->is_param)
        return true;
    return v->scope && v->scope != s && v->scope->first <= s->first && v->scope->end >= s->end &&
           v->declared < token_at(graph->unit->source, s->first)->begin;
}

static void choose_assigned(const struct graph *graph, const struct event *e, const struct bits *assigned)
{
    for (size_t i = bits_next(assigned, 0); i < graph->variables.count; i = bits_next(assigned, i + 1))
        if (is_around(graph, graph->variables.at[i], e->loop->node))
            bits_add(&e->loop->staying, i);
}

// What is surely assigned in front of the loop, and live behind it.
static void choose(struct graph *graph, struct bits *set)
{
    for (size_t i = 0; i < graph->loops.count; i++) {
        struct flow_loop *loop = graph->loops.at[i];
        loop->staying = bits_new(graph->arena, graph->variables.count);
        loop->stored = bits_new(graph->arena, graph->variables.count);
        loop->useful = bits_new(graph->arena, graph->variables.count);
        loop->back = bits_new(graph->arena, graph->variables.count);
        loop->changed = bits_new(graph->arena, graph->variables.count);
    }
    for (size_t i = 0; i < graph->blocks.count; i++) {
        struct flow_block *b = graph->blocks.at[i];
        bits_copy(set, &b->assigned);
        for (size_t k = 0; k < b->events.count; k++) {
            const struct event *e = &b->events.at[k];
            if (e->kind == EVENT_ENTER && e->loop->awaits && b->reached)
                choose_assigned(graph, e, set);
            assigned_event(e, set);
        }
    }
    for (size_t i = 0; i < graph->blocks.count; i++) {
        struct flow_block *b = graph->blocks.at[i];
        bits_fill(set, false);
        for (size_t k = 0; k < b->next.count; k++)
            bits_unite(set, &b->next.at[k]->live);
        for (size_t k = b->events.count; k-- > 0;) {
            const struct event *e = &b->events.at[k];
            if (e->kind == EVENT_BEHIND)
                bits_intersect(&e->loop->staying, set);
            live_event(e, set);
        }
    }
}

// --- stored ---

static void stored_event(const struct event *e, struct bits *stored)
{
    switch (e->kind) {
    case EVENT_GIVEN: bits_add(stored, e->variable->index); break;
    case EVENT_WRITE: case EVENT_MAY_WRITE: case EVENT_DECLARE: bits_drop(stored, e->variable->index); break;
    case EVENT_ENTER:
        if (e->loop->awaits)
            bits_unite(stored, &e->loop->staying);
        break;
    default: break;
    }
}

static struct bits *stored_at(struct flow_block *b)
{
    return &b->stored;
}

// Returns true if something that was to stay cannot.
static bool note_stored(struct graph *graph, struct bits *stored)
{
    bool changed = false;
    for (size_t i = 0; i < graph->blocks.count; i++) {
        struct flow_block *b = graph->blocks.at[i];
        bits_copy(stored, &b->stored);
        for (size_t k = 0; k < b->events.count; k++) {
            const struct event *e = &b->events.at[k];
            if (e->kind == EVENT_ENTER && e->loop->awaits) {
                bits_copy(&e->loop->stored, &e->loop->staying);
                bits_subtract(&e->loop->stored, stored);
            } else if (e->kind == EVENT_BEHIND) {
                changed |= bits_intersect(&e->loop->staying, stored);
            }
            stored_event(e, stored);
        }
    }
    return changed;
}

// Of what is saved at first, what a frame that was there at the beginning has.
static void note_called(struct graph *graph, struct bits *stored)
{
    for (size_t i = 0; i < graph->blocks.count; i++) {
        struct flow_block *b = graph->blocks.at[i];
        bits_copy(stored, &b->stored);
        for (size_t k = 0; k < b->events.count; k++) {
            const struct event *e = &b->events.at[k];
            struct save *save = e->kind == EVENT_SUSPEND ? e->await->save : nullptr;
            for (size_t v = 0; save && v < save->first.count; v++)
                if (bits_has(stored, save->first.at[v]->index))
                    vec_push(&save->called, save->first.at[v]);
            stored_event(e, stored);
        }
    }
}

// --- needed ---

static void needed_event(const struct event *e, struct bits *needed)
{
    switch (e->kind) {
    case EVENT_SUSPEND:
        for (size_t i = 0; i < e->await->save->later.count; i++)
            bits_add(needed, e->await->save->later.at[i]->index);
        break;
    case EVENT_ENTER:
        if (e->loop->awaits)
            bits_unite(needed, &e->loop->stored);
        break;
    case EVENT_BEHIND: bits_subtract(needed, &e->loop->staying); break;
    default: live_event(e, needed); break;
    }
}

static void sweep_needed(struct graph *graph, const struct flow_blocks *order, struct bits *spare)
{
    for (size_t i = 0; i < graph->blocks.count; i++)
        bits_fill(&graph->blocks.at[i]->needed, false);
    for (bool changed = true; changed;) {
        changed = false;
        for (size_t i = 0; i < order->count; i++) {
            struct flow_block *b = order->at[i];
            bits_fill(spare, false);
            for (size_t k = 0; k < b->next.count; k++)
                bits_unite(spare, &b->next.at[k]->needed);
            for (size_t k = b->events.count; k-- > 0;)
                needed_event(&b->events.at[k], spare);
            changed |= bits_unite(&b->needed, spare);
        }
    }
}

static void note_back(const struct event *e, const struct bits *needed)
{
    struct save *save = e->await->save;
    save->back.count = 0;
    for (size_t i = 0; i < save->live.count; i++) {
        if (bits_has(needed, save->live.at[i]->index))
            vec_push(&save->back, save->live.at[i]);
        else if (e->loop)
            bits_add(&e->loop->useful, save->live.at[i]->index);
    }
}

// What of it is put back behind the loop: it may also be left to stay while the next one runs.
static void note_needed(struct graph *graph, struct bits *needed)
{
    for (size_t i = 0; i < graph->loops.count; i++)
        bits_fill(&graph->loops.at[i]->useful, false);
    for (size_t i = 0; i < graph->blocks.count; i++) {
        struct flow_block *b = graph->blocks.at[i];
        bits_fill(needed, false);
        for (size_t k = 0; k < b->next.count; k++)
            bits_unite(needed, &b->next.at[k]->needed);
        for (size_t k = b->events.count; k-- > 0;) {
            const struct event *e = &b->events.at[k];
            if (e->kind == EVENT_SUSPEND)
                note_back(e, needed);
            else if (e->kind == EVENT_BEHIND)
                bits_copy(&e->loop->back, needed);
            needed_event(e, needed);
        }
    }
}

static bool drop_useless(struct graph *graph)
{
    bool changed = false;
    for (size_t i = 0; i < graph->loops.count; i++) {
        struct flow_loop *loop = graph->loops.at[i];
        changed |= bits_intersect(&loop->staying, &loop->useful);
        size_t count = bits_count(&loop->staying);
        if (count > 0 && count < FEW) {
            bits_fill(&loop->staying, false);
            changed = true;
        }
    }
    return changed;
}

// --- all ---

static void list(const struct graph *graph, const struct bits *set, struct variable_set *out)
{
    for (size_t i = bits_next(set, 0); i < graph->variables.count; i = bits_next(set, i + 1))
        vec_push(out, graph->variables.at[i]);
}

static void note_stay(struct graph *graph)
{
    for (size_t i = 0; i < graph->loops.count; i++) {
        struct flow_loop *loop = graph->loops.at[i];
        if (!bits_count(&loop->staying))
            continue;
        loop->node->stay = arena_new(graph->arena, struct stay);
        list(graph, &loop->stored, &loop->node->stay->stored);
        bits_intersect(&loop->changed, &loop->stored);
        list(graph, &loop->changed, &loop->node->stay->changed);
        bits_intersect(&loop->back, &loop->staying);
        list(graph, &loop->back, &loop->node->stay->back);
    }
}

void stay_compute(struct graph *graph, const struct flow_blocks *order, struct bits *one, struct bits *two)
{
    choose(graph, one);
    bool changed = true;
    for (int round = 0; changed; round++) {
        if (round == ROUNDS || graph->fn->flow->has_openmp)
            for (size_t i = 0; i < graph->loops.count; i++)
                bits_fill(&graph->loops.at[i]->staying, false);
        sweep_surely(graph, order, stored_at, stored_event, one);
        changed = note_stored(graph, one);
        if (changed)
            continue;
        live_saves(graph, order, one, two);
        sweep_needed(graph, order, one);
        note_needed(graph, one);
        changed = drop_useless(graph);
    }
    note_called(graph, one);
    note_stay(graph);
}
