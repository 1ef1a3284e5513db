// mutexes.c: awaits while this thread holds a mutex.
//
// The task waits, and with it the mutex. Another task of the loop that locks it blocks the thread, which is the one that would
// unlock it: nothing goes on any more. We warn where it is held for certain, whichever way one has come:
//
//     held_in(b)  = held_out of each block in front of it, all of them
//     held_out(b) = held_in(b) + locked(b) - unlocked(b)
//
// Needs: lower_function(), homes_choose().
#include "analysis/analysis.h"

#include "model/report.h"

enum { MOST_MUTEXES = 64 };            // of one function; the others are not followed

typedef uint64_t held_set;

struct search {
    struct unit *unit;
    struct function *fn;
    struct graph *graph;
    const char *names[MOST_MUTEXES];
    unsigned count;
};

struct seen_awaits vec(const struct node *);

// Its number, and one behind all of them if it has none.
static unsigned find_mutex(const struct search *search, const char *name)
{
    unsigned i = 0;
    while (i < search->count && strcmp(search->names[i], name) != 0)
        i++;
    return i;
}

static void find_mutexes(struct search *search)
{
    const struct locks *locks = &search->unit->locks;
    for (size_t i = 0; i < locks->count; i++)
        if (locks->at[i].locks && search->count < MOST_MUTEXES && find_mutex(search, locks->at[i].mutex) == search->count)
            search->names[search->count++] = locks->at[i].mutex;
}

static held_set pass(const struct search *search, held_set held, const struct event *e)
{
    if (e->kind != EVENT_LOCK && e->kind != EVENT_UNLOCK)
        return held;
    unsigned mutex = find_mutex(search, e->lock->mutex);
    if (mutex == search->count)        // under another name it may be any of them
        return e->kind == EVENT_UNLOCK ? 0 : held;
    return e->kind == EVENT_LOCK ? held | (held_set)1 << mutex : held & ~((held_set)1 << mutex);
}

static held_set pass_block(const struct search *search, held_set held, const struct flow_block *b)
{
    for (size_t i = 0; i < b->events.count; i++)
        held = pass(search, held, &b->events.at[i]);
    return held;
}

// In blocks that nobody comes to all are held: they take nothing from the others.
static void sweep(const struct search *search, const struct flow_blocks *order, held_set *begin)
{
    memset(begin, 0xFF, search->graph->blocks.count * sizeof *begin);
    begin[0] = 0;
    for (bool changed = true; changed;) {
        changed = false;
        for (size_t i = order->count; i-- > 0;) {
            const struct flow_block *b = order->at[i];
            held_set end = pass_block(search, begin[b->number], b);
            for (size_t k = 0; k < b->next.count; k++) {
                held_set *next = &begin[b->next.at[k]->number], both = *next & end;
                changed |= both != *next;
                *next = both;
            }
        }
    }
}

// Of a handle, where its scope is left by cancellation: nothing that the user wrote.
static bool is_closing(const struct search *search, const struct node *await)
{
    const struct owners *owners = &search->fn->lowered->owners;
    for (size_t i = 0; i < owners->count; i++)
        for (const struct node *node = owners->at[i].node->children; node; node = node->next)
            if (node == await)
                return true;
    return false;
}

static const struct lock *find_lock(const struct search *search, const char *mutex, uint32_t at)
{
    const struct locks *locks = &search->unit->locks;
    const struct lock *found = nullptr;
    for (size_t i = 0; i < locks->count; i++)
        if (locks->at[i].locks && locks->at[i].begin < at && strcmp(locks->at[i].mutex, mutex) == 0 &&
            (!found || locks->at[i].begin > found->begin))
            found = &locks->at[i];
    return found;
}

static void warn(struct search *search, const struct node *await, held_set held)
{
    unsigned mutex = 0;
    while (!(held >> mutex & 1))
        mutex++;
    struct reports *reports = search->unit->reports;
    size_t before = reports->list.count;
    uint32_t at = await->await->begin;
    report_warning(reports, at, "await-with-mutex", "this waits while the thread holds the mutex '%s': a task that locks it would block the loop for ever",
                   search->names[mutex]);
    const struct lock *lock = find_lock(search, search->names[mutex], at);
    if (reports->list.count > before && lock)
        report_note(reports, lock->begin, "it is locked here");
}

static bool is_reached(const struct search *search, const held_set *begin, const struct flow_block *b)
{
    return search->count == MOST_MUTEXES || !(begin[b->number] >> search->count);
}

static bool is_known(const struct seen_awaits *seen, const struct node *await)
{
    for (size_t i = 0; i < seen->count; i++)
        if (seen->at[i]->await->begin == await->await->begin)
            return true;
    return false;
}

static void warn_in_blocks(struct search *search, const held_set *begin)
{
    struct seen_awaits seen = {};      // a cleanup stands in the graph more than once, an async_for waits in several ways
    for (size_t i = 0; i < search->graph->blocks.count; i++) {
        const struct flow_block *b = search->graph->blocks.at[i];
        held_set held = begin[i];
        for (size_t k = 0; k < b->events.count && is_reached(search, begin, b); k++) {
            const struct event *e = &b->events.at[k];
            held = pass(search, held, e);
            if (e->kind != EVENT_SUSPEND || !held || is_closing(search, e->await) || is_known(&seen, e->await))
                continue;
            vec_push(&seen, e->await);
            warn(search, e->await, held);
        }
    }
    vec_fini(&seen);
}

static bool has_locks(const struct unit *unit, const struct function *fn)
{
    uint32_t begin = token_at(unit->source, fn->declaration->body)->begin, end = token_at(unit->source, fn->declaration->body_close)->end;
    for (size_t i = 0; i < unit->locks.count; i++)
        if (unit->locks.at[i].begin > begin && unit->locks.at[i].begin < end)
            return true;
    return false;
}

void mutexes_check(struct unit *unit, struct function *fn)
{
    if (!has_locks(unit, fn))
        return;
    struct graph graph = { .arena = unit->arena, .unit = unit, .fn = fn, .with_handles = true };
    graph_build(&graph);
    struct flow_blocks order = order_blocks(&graph);
    struct search search = { .unit = unit, .fn = fn, .graph = &graph };
    find_mutexes(&search);
    held_set *begin = arena_array(unit->arena, held_set, graph.blocks.count);
    sweep(&search, &order, begin);
    warn_in_blocks(&search, begin);
    vec_fini(&order);
    graph_fini(&graph);
}
