// owners.c: which variables own a handle where a scope is left by cancellation.
//
// A local of type future(T) or generator(T) owns what is stored in it until that is consumed. lower/ has put the closing of
// each such variable at the end of its scope, behind a label that only unwinding awaits go to:
//
//     auto t = async_create_task(f());         owns
//     await a();                               if it unwinds: to the label
//     await t;                                 is consumed, before it is waited for
//     await b();                               if it unwinds: there is nothing to close
//     if (0) { async__leave_1:;  close t;  … unwind further }
//
// So a sweep over the control flow follows for each variable whether it owns something. Awaits where it does not, pass the label by.
// Four outcomes for the others:
//
//     never      the closing goes away, and with it the label: most variables, and they cost nothing
//     always     it stays as it is
//     known      each await knows whether, but they differ, and a `defer` lies between: those that unwind say so (`flag = 1`)
//     unknown    some await does not know: every store and every use that consumes keeps the flag right
//
// To find out whether the cheap form of a flag would be right, the sweep follows the flag beside the truth:
// `pairs` is a set of (owns, flag).
//
// The same sweep knows a handle that is lost on a way out and one that is consumed twice; warnings are here too.
//
// Needs: lower_function(), homes_choose().  Changes the nodes; fills ref.owns, node.owning.
#include "analysis/analysis.h"

#include "model/report.h"

// --- what is known at a place ---

enum { CLEAR = 1, OWNED = 2, CONSUMED = 4, KEPT = 8, SURELY = 16 };       // what the variable may be; SURELY: consumed, and no condition since
enum { ALL_PAIRS = 16 };

struct state {
    uint8_t what;                  // 0: nobody comes here
    uint8_t pairs;                 // bit owns * 2 + flag
    uint32_t stored, consumed;     // one of the places where it was
};

// One variable in work.
struct work {
    struct unit *unit;
    struct function *fn;
    struct graph *graph;
    const struct flow_blocks *order;
    struct owner *owner;
    struct variable *v;
    struct state *begin, *end;     // of each block
    struct state *again;           // … when a loop comes round
    bool *is_head;                 // of each block: does a loop begin there?
    uint32_t *turn;                // … its place in the order
    bool warns;                    // only what happens without cancellation is of interest
    uint8_t closed;                // pairs at the label
    uint32_t stores, consumes;     // how many places do it
    bool consumes_again;           // one of them may come after itself
};

static uint8_t pair(bool owns, bool flag)
{
    return (uint8_t)(1u << (owns * 2 + flag));
}

static uint8_t with_owner(uint8_t pairs, bool owns)
{
    uint8_t result = 0;
    for (int flag = 0; flag < 2; flag++)
        if (pairs & (pair(false, flag) | pair(true, flag)))
            result |= pair(owns, flag);
    return result;
}

// The flag is set to what is known here. Where nothing certain is, it may be wrong.
static uint8_t with_flag(uint8_t pairs)
{
    bool owns = pairs & (pair(true, false) | pair(true, true)), owns_not = pairs & (pair(false, false) | pair(false, true));
    if (owns && owns_not)
        return ALL_PAIRS - 1;
    return (uint8_t)((owns ? pair(true, true) : 0) | (owns_not ? pair(false, false) : 0));
}

static bool join(struct state *to, const struct state *from)
{
    uint8_t what = to->what | from->what, pairs = to->pairs | from->pairs;
    bool grows = what != to->what || pairs != to->pairs;
    to->what = what;
    to->pairs = pairs;
    to->stored = to->stored ? to->stored : from->stored;
    to->consumed = to->consumed ? to->consumed : from->consumed;
    return grows;
}

// Is it an argument of the async function that the await calls? Where that cannot begin for want of memory, it is not consumed.
static bool is_argument(const struct work *w, const struct node *await)
{
    bool calls = await->kind == NODE_AWAIT && await->await->callee && strncmp(await->await->callee->spelling, "async__", 7) != 0;
    for (size_t i = 0; calls && i < await->argument_count; i++)
        for (const struct segment *s = await->arguments[i].first; s; s = s->next) {
            size_t k = s->kind == SEGMENT_SOURCE ? vec_search(&w->fn->refs, 0, e, e->begin < s->begin) : w->fn->refs.count;
            for (; k < w->fn->refs.count && w->fn->refs.at[k].begin < s->end; k++)
                if (w->fn->refs.at[k].variable == w->v && w->fn->refs.at[k].use == USE_MAKE && w->fn->refs.at[k].sure)
                    return true;
        }
    return false;
}

static bool is_consumed_by(const struct state *s, const struct node *await)
{
    return s->consumed >= await->at && s->consumed < await->end;
}

static void pass(const struct work *w, struct state *s, const struct event *e)
{
    if (e->kind < EVENT_STORE || !s->what)
        return;
    struct state before = *s;
    if (e->kind == EVENT_UNWIND)
        s->pairs = is_consumed_by(s, e->await) && is_argument(w, e->await) ? pair(false, false) | pair(true, true) : with_flag(s->pairs);
    if (w->warns && (e->kind == EVENT_UNWIND || e->kind == EVENT_UNWOUND))
        s->what = 0;
    // A call may have found no memory, and have consumed nothing.
    if (e->is_test && e->variable != w->v && s->what & CONSUMED)
        s->what = KEPT;
    if (e->variable != w->v || !s->what)
        return;
    switch (e->kind) {
    case EVENT_STORE: *s = (struct state){ OWNED, with_owner(s->pairs, true), e->at, 0 }; break;
    case EVENT_CLEAR: *s = (struct state){ CLEAR, with_owner(s->pairs, false), 0, 0 }; break;
    case EVENT_CONSUME:
        *s = (struct state){ CONSUMED | SURELY, with_owner(s->pairs, false) | (e->needs_memory ? before.pairs : 0), s->stored, e->at };
        break;
    case EVENT_KEEP: *s = (struct state){ KEPT, with_owner(s->pairs, false), s->stored, 0 }; break;
    case EVENT_LEFT: *s = (struct state){ CLEAR, s->pairs, 0, 0 }; break;
    default: return;
    }
    if (e->is_uncertain) {
        join(s, &before);
        s->what &= ~SURELY;
    }
}

static struct state pass_block(const struct work *w, struct state s, const struct flow_block *b)
{
    for (size_t i = 0; i < b->events.count; i++)
        pass(w, &s, &b->events.at[i]);
    return s;
}

static bool is_unwinding(const struct flow_block *b)
{
    for (size_t i = 0; i < b->events.count; i++)
        if (b->events.at[i].kind == EVENT_UNWIND)
            return true;
    return false;
}

// What is known behind a block. Where it ends in a condition, that may tell the ways apart on which we came.
static struct state behind(const struct flow_block *b, struct state s)
{
    size_t ways = 0;
    for (size_t i = 0; i < b->next.count && s.what & SURELY; i++)
        ways += !is_unwinding(b->next.at[i]);
    if (ways > 1)
        s.what &= ~SURELY;
    return s;
}

static void sweep(struct work *w)
{
    memset(w->begin, 0, w->graph->blocks.count * sizeof *w->begin);
    memset(w->end, 0, w->graph->blocks.count * sizeof *w->end);
    w->begin[0] = (struct state){ .what = CLEAR, .pairs = pair(false, false) };
    for (bool changed = true; changed;) {
        changed = false;
        for (size_t i = w->order->count; i-- > 0;) {
            const struct flow_block *b = w->order->at[i];
            if (!w->begin[b->number].what)
                continue;
            struct state s = w->end[b->number] = behind(b, pass_block(w, w->begin[b->number], b));
            for (size_t k = 0; k < b->next.count; k++)
                changed |= join(&w->begin[b->next.at[k]->number], &s);
        }
    }
}

// --- warnings ---

static void note_stored(const struct work *w, const struct state *s)
{
    bool is_argument = w->v->is_param && s->stored == w->v->declared;
    const char *text = is_argument ? "the function owns it from its beginning"
                       : w->v->type->is_generator ? "it was stored here; end it with 'async_generator_close'"
                       : "it was stored here; await it, or give it back with 'async_release' or 'async_detach'";
    if (s->stored)
        report_note(w->unit->reports, s->stored, "%s", text);
}

static const char *way_out(const struct work *w, const struct node *node)
{
    switch (token_word(w->unit->source, source_token_at(w->unit->source, node->at))) {
    case WORD_RETURN: return "by this 'return'";
    case WORD_BREAK: return "by this 'break'";
    case WORD_CONTINUE: return "by this 'continue'";
    case WORD_GOTO: return "by this 'goto'";
    default: return "at the end of its scope";
    }
}

static const char *noun(const struct work *w)
{
    return w->v->type->is_generator ? "generator" : "handle";
}

// Certainly owned; or on one of two ways that part at the only place where it is consumed, and not in a loop: then no other
// variable can tell the program which way it came.
static bool is_lost(const struct work *w, const struct state *s)
{
    uint8_t what = s->what & ~SURELY;
    return what == OWNED || (what == (OWNED | CONSUMED) && w->stores == 1 && w->consumes == 1 && !w->consumes_again);
}

static void warn_left(const struct work *w, const struct state *s, const struct event *e)
{
    struct reports *reports = w->unit->reports;
    if (!is_lost(w, s))
        return;
    size_t before = reports->list.count;
    const char *place = w->v->is_unnamed ? "a parameter without a name" : arena_printf(w->unit->arena, "'%s'", w->v->name);
    report_warning(reports, e->await->at, "lost-handle", "the %s in %s is lost %s%s", noun(w), place, way_out(w, e->await),
                   s->what == OWNED ? "" : ", if it was not consumed before");
    if (reports->list.count > before)
        note_stored(w, s);
}

static void warn_store(const struct work *w, const struct state *s, const struct event *e)
{
    struct reports *reports = w->unit->reports;
    if (s->what != OWNED)
        return;
    size_t before = reports->list.count;
    report_warning(reports, e->at, "lost-handle", "the %s in '%s' is lost when another is stored there", noun(w), w->v->name);
    if (reports->list.count > before)
        note_stored(w, s);
}

static void warn_consume(const struct work *w, const struct state *s, const struct event *e)
{
    struct reports *reports = w->unit->reports;
    // On every way, or on one whose condition nobody has asked for again.
    if ((s->what & ~SURELY) != CONSUMED && (!(s->what & SURELY) || e->is_uncertain))
        return;
    size_t before = reports->list.count;
    bool same = s->consumed == e->at;
    report_warning(reports, e->at, "consumed-twice", "the %s in '%s' is consumed twice%s", noun(w), w->v->name,
                   same ? ": here, each time the loop comes round" : "");
    if (reports->list.count > before && !same)
        report_note(reports, s->consumed, "it was consumed here");
}

static void find_closed(struct work *w)
{
    for (size_t i = 0; i < w->graph->blocks.count; i++) {
        const struct flow_block *b = w->graph->blocks.at[i];
        for (size_t k = 0; k < b->events.count; k++)
            if (b->events.at[k].kind == EVENT_CLOSE && b->events.at[k].variable == w->v)
                w->closed |= w->begin[i].pairs;      // it is the first thing there
    }
}

// How often it is stored and consumed, to tell which warnings are certain.
static void count_places(struct work *w)
{
    for (size_t i = 0; i < w->graph->blocks.count; i++) {
        const struct flow_block *b = w->graph->blocks.at[i];
        struct state s = w->begin[i];
        for (size_t k = 0; k < b->events.count; k++) {
            const struct event *e = &b->events.at[k];
            bool here = e->variable == w->v && s.what;
            w->stores += here && e->kind == EVENT_STORE;
            w->consumes += here && (e->kind == EVENT_CONSUME || e->kind == EVENT_KEEP);
            w->consumes_again |= here && e->kind == EVENT_CONSUME && s.what & CONSUMED;
            pass(w, &s, e);
        }
    }
}

static void warn_in_block(struct work *w, struct state s, const struct flow_block *b, bool again)
{
    for (size_t k = 0; k < b->events.count && s.what; k++) {
        const struct event *e = &b->events.at[k];
        if (e->variable == w->v) {
            if (e->kind == EVENT_LEFT && !again)
                warn_left(w, &s, e);
            else if (e->kind == EVENT_STORE && !again)
                warn_store(w, &s, e);
            else if (e->kind == EVENT_CONSUME)
                warn_consume(w, &s, e);
        }
        pass(w, &s, e);
    }
}

// What holds when a loop comes round: where it begins, only what its end knows counts. An `await h` in a loop may be right the first
// time, and is wrong the second.
static void sweep_again(struct work *w)
{
    size_t count = w->graph->blocks.count;
    struct state *again = memset(w->again, 0, count * sizeof *w->again);
    bool *is_head = memset(w->is_head, 0, count * sizeof *w->is_head);
    for (size_t i = 0; i < count; i++)
        for (size_t k = 0; k < w->graph->blocks.at[i]->next.count; k++) {
            uint32_t next = w->graph->blocks.at[i]->next.at[k]->number;
            if (w->end[i].what && w->turn[next] >= w->turn[i]) {
                is_head[next] = true;
                join(&again[next], &w->end[i]);
            }
        }
    for (size_t i = w->order->count; i-- > 0;) {
        const struct flow_block *b = w->order->at[i];
        struct state s = behind(b, pass_block(w, again[b->number], b));
        warn_in_block(w, again[b->number], b, true);
        for (size_t k = 0; k < b->next.count && s.what; k++)
            if (!is_head[b->next.at[k]->number])
                join(&again[b->next.at[k]->number], &s);
    }
}

static void warn(struct work *w)
{
    w->warns = true;
    sweep(w);
    count_places(w);
    for (size_t i = 0; i < w->graph->blocks.count; i++)
        warn_in_block(w, w->begin[i], w->graph->blocks.at[i], false);
    sweep_again(w);
    w->warns = false;
}

// --- the nodes ---

static void each_node(struct node *node, void (*visit)(void *, struct node *), void *data)
{
    for (; node; node = node->next) {
        visit(data, node);
        each_node(node->init, visit, data);
        each_node(node->children, visit, data);
        each_node(node->otherwise, visit, data);
    }
}

static void unwind_past(struct node *await, const struct node *closing)
{
    await->unwind_to = closing->otherwise->kind == NODE_GOTO ? closing->otherwise->text : nullptr;
    await->exit = await->unwind_to ? await->exit : nullptr;
}

// Whoever came to the label of this one goes where it would have gone on to.
static void bypass(void *data, struct node *node)
{
    struct node *gone = data, *next = gone->otherwise;
    if (node->unwind_to == gone->text)
        unwind_past(node, gone);
    if (node->kind == NODE_GOTO && node->text == gone->text) {
        node->kind = next->kind;
        node->text = next->text;
        node->exit = next->exit;
    }
}

static bool owns(uint8_t pairs)
{
    return pairs & (pair(true, false) | pair(true, true));
}

static void pass_by(struct work *w, struct flow_block *b, struct node *node)
{
    const char *label = w->owner->node->otherwise->kind == NODE_GOTO ? w->owner->node->otherwise->text : nullptr;
    bypass(w->owner->node, node);
    b->next.count = 0;
    if (label)
        vec_push(&b->next, graph_label(w->graph, label));
}

// Where nothing is owned no await that unwinds need come to the label, nor a closing farther in on its way out. True: there was one.
static bool shorten(struct work *w)
{
    const char *label = w->owner->node->text;
    bool any = false;
    for (size_t i = 0; label && i < w->graph->blocks.count; i++) {
        struct flow_block *b = w->graph->blocks.at[i];
        struct state s = w->begin[i];
        for (size_t k = 0; k < b->events.count; k++) {
            const struct event *e = &b->events.at[k];
            pass(w, &s, e);
            bool comes = (e->kind == EVENT_UNWIND && e->await->unwind_to == label) ||
                         (e->kind == EVENT_UNWOUND && e->await->kind == NODE_GOTO && e->await->text == label);
            if (comes && s.what && !owns(s.pairs)) {
                pass_by(w, b, e->await);
                any = true;
            }
        }
    }
    return any;
}

static void remove_closing(struct work *w)
{
    struct node *gone = w->owner->node;
    w->owner->rest->bare = true;
    if (!gone->text)
        return;
    each_node(w->fn->lowered->body, bypass, gone);
    gone->text = nullptr;
    gone->children = gone->otherwise = nullptr;
}

static bool is_inside(const struct work *w, const struct node *await)
{
    const struct stmt *scope = w->v->scope;
    return !scope || (await->stmt && await->stmt->first >= scope->first && await->stmt->end <= scope->end);
}

static struct variable *new_flag(struct work *w)
{
    struct arena *arena = w->unit->arena;
    struct type *type = arena_new(arena, struct type);
    *type = (struct type){ .spelling = "int", .shown = "int", .size = sizeof(int), .align = alignof(int), .is_integer = true };
    struct variable *flag = arena_new(arena, struct variable);
    flag->name = flag->output = flag->field = arena_printf(arena, "async__owns_%zu", (size_t)(w->owner - w->fn->lowered->owners.at) + 1);
    flag->type = type;
    flag->declared = token_at(w->unit->source, w->fn->declaration->body)->begin;
    flag->is_temporary = flag->is_preset = true;
    vec_push(&w->fn->lowered->temporaries, flag);
    w->owner->node->exit = flag;
    return flag;
}

// Every await that unwinds inside the scope says what it knows; or only those that may find no memory to begin with.
static void tell_at_awaits(struct work *w, struct variable *flag, bool all)
{
    for (size_t i = 0; i < w->graph->blocks.count; i++) {
        const struct flow_block *b = w->graph->blocks.at[i];
        struct state s = w->begin[i];
        for (size_t k = 0; k < b->events.count; k++) {
            const struct event *e = &b->events.at[k];
            pass(w, &s, e);
            if (e->kind != EVENT_UNWIND || !s.what || !is_inside(w, e->await))
                continue;
            bool is_given = is_argument(w, e->await);
            if (!all && !is_given)
                continue;
            struct owning *owning = arena_new(w->unit->arena, struct owning);
            *owning = (struct owning){ flag, !is_given && s.pairs & pair(true, true), is_given, e->await->owning };
            e->await->owning = owning;
        }
    }
}

static struct node *new_set(struct work *w, struct variable *flag, bool owns, const struct node *beside)
{
    struct node *set = arena_new(w->unit->arena, struct node);
    struct segment *text = arena_new(w->unit->arena, struct segment);
    *text = (struct segment){ .kind = SEGMENT_TEXT, .text = owns ? "1" : "0" };
    *set = (struct node){ .kind = NODE_SET, .stmt = beside->stmt, .at = beside->at, .variable = flag, .piece = { text, text } };
    return set;
}

// What declares it, or stores into it as a statement of ours.
static void tell_behind(void *data, struct node *node)
{
    struct work *w = data;
    bool stores = node->kind == NODE_SET && node->variable == w->v, owns = stores;
    for (const struct declare *d = node->declares; d; d = d->next)
        if (d->decl->variable == w->v) {
            stores = true;
            owns = d->init.first;
        }
    if (!stores)
        return;
    struct node *set = new_set(w, w->owner->node->exit, owns, node);
    set->next = node->next;
    node->next = set;
    node->raw = false;
}

// `h = wrap(h)`: stores in the end.
static bool is_stored_around(const struct work *w, size_t i)
{
    const struct refs *refs = &w->fn->refs;
    const char *text = w->unit->source->text;
    for (size_t k = i; k-- > 0;) {
        uint32_t begin = refs->at[k].end, length = refs->at[i].begin - begin;
        if (memchr(text + begin, ';', length) || memchr(text + begin, '}', length))
            return false;
        if (refs->at[k].variable == w->v && refs->at[k].access == ACCESS_WRITE)
            return true;
    }
    return false;
}

// Every change of owner says so where it happens.
static void tell_always(struct work *w, struct variable *flag)
{
    tell_at_awaits(w, flag, false);
    for (size_t i = 0; i < w->fn->refs.count; i++) {
        struct ref *r = &w->fn->refs.at[i];
        bool declares = r->begin == w->v->declared;
        if (r->variable != w->v || declares || (r->access != ACCESS_WRITE && (r->use == USE_LOOK || is_stored_around(w, i))))
            continue;
        r->owns = flag;
        struct make *make = r->use == USE_MAKE && r->sure ? find_make(w->unit, r->begin, r->end) : nullptr;
        if (make)
            vec_push(&make->owns, flag);
    }
    if (w->v->is_param) {
        struct node *set = new_set(w, flag, true, w->fn->lowered->body);
        set->next = w->fn->lowered->body->children;
        w->fn->lowered->body->children = set;
    }
    each_node(w->fn->lowered->body, tell_behind, w);
}

static void choose(struct work *w)
{
    bool owns_not = w->closed & (pair(false, false) | pair(false, true));
    if (!owns(w->closed))
        remove_closing(w);
    else if (!owns_not)
        return;
    else if (w->closed & (pair(true, false) | pair(false, true)))
        tell_always(w, new_flag(w));
    else
        tell_at_awaits(w, new_flag(w), true);
}

// The closings that stay are awaits like all others.
static void number_closings(struct lowered *lowered)
{
    for (size_t i = 0; i < lowered->owners.count; i++)
        for (struct node *node = lowered->owners.at[i].node->children; node; node = node->next)
            if (node->kind == NODE_AWAIT)
                node->number = ++lowered->await_count;
}

static void note_unwinding(void *data, struct node *node)
{
    *(bool *)data |= node->unwind_to != nullptr;
}

// Where nothing is left to do on a way out, nobody asks which one it was.
static void forget_exits(struct lowered *lowered)
{
    bool unwinds = lowered->has_cleanups;
    each_node(lowered->body, note_unwinding, &unwinds);
    if (unwinds)
        return;
    size_t kept = 0;
    for (size_t i = 0; i < lowered->temporaries.count; i++) {
        bool is_exit = false;
        for (size_t k = 0; k < lowered->exits.count; k++)
            is_exit |= lowered->exits.at[k] == lowered->temporaries.at[i];
        if (!is_exit)
            lowered->temporaries.at[kept++] = lowered->temporaries.at[i];
    }
    lowered->temporaries.count = kept;
    lowered->exits.count = 0;
}

void owners_resolve(struct unit *unit, struct function *fn)
{
    struct lowered *lowered = fn->lowered;
    if (!lowered->owners.count)
        return;
    struct graph graph = { .arena = unit->arena, .unit = unit, .fn = fn, .with_handles = true };
    graph_build(&graph);
    size_t count = graph.blocks.count;
    struct flow_blocks order = order_blocks(&graph);
    uint32_t *turn = arena_array(unit->arena, uint32_t, count);
    for (size_t i = 0; i < order.count; i++)
        turn[order.at[i]->number] = (uint32_t)i;
    struct state *begin = arena_array(unit->arena, struct state, count), *end = arena_array(unit->arena, struct state, count);
    struct state *again = arena_array(unit->arena, struct state, count);
    bool *is_head = arena_array(unit->arena, bool, count);
    for (size_t i = 0; i < lowered->owners.count; i++) {
        struct owner *owner = &lowered->owners.at[i];
        struct work w = { .unit = unit, .fn = fn, .graph = &graph, .order = &order, .owner = owner, .v = owner->variable, .begin = begin,
                          .end = end, .again = again, .is_head = is_head, .turn = turn };
        warn(&w);
        sweep(&w);
        if (shorten(&w))
            sweep(&w);
        find_closed(&w);
        choose(&w);
    }
    vec_fini(&order);
    graph_fini(&graph);
    number_closings(lowered);
    forget_exits(lowered);
}
