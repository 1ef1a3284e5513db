// layout.c: which fields of the frame share bytes.
//
// Two blocks of which neither is inside the other are never alive at the same time, so their variables may lie in the same place:
//
//     { char a[100]; … }                            union {
//     { int n; { char b[50]; … } … }                    char a[100];
//                                                       struct { int n; char b[50]; };
//                                                   };
//
// What stands in no block of the user's (parameters, temporaries, literals) has a place of its own; so has what is freed at the end of
// the function whether its block was entered or not, what is declared where nothing is executed, and a struct that has to be the
// last.
#include "analysis/analysis.h"

#include "model/report.h"
#include "model/warnings.h"

enum { DEEPEST = 32 };         // unions in each other; deeper blocks share nothing

static bool has_own_place(const struct variable *v)
{
    return !v->scope || v->is_param || v->is_before_cases || v->is_temporary || v->is_type || v->type->is_variable || v->type->is_flexible || v->bounds;
}

static void add_inner(struct slots *outer, struct slots *inner)
{
    struct slots **end = outer->last_inner ? &outer->last_inner->next : &outer->inner;
    *end = inner;
    outer->last_inner = inner;
    inner->next = nullptr;
}

// What was found inside of a block before one of the block's own variables was declared.
static void take_over(struct slots *outer, struct slots *from)
{
    struct slots *i = from->inner;
    from->inner = from->last_inner = nullptr;
    for (struct slots *next; i; i = next) {
        next = i->next;
        add_inner(stmt_is_inside(i->scope, outer->scope) ? outer : from, i);
    }
}

// Variables come in the order of the text, so the block that a new one stands in is the last one, or inside it, or new.
static struct slots *find(struct unit *unit, struct slots *slots, const struct stmt *scope, unsigned depth)
{
    for (; depth > 0 && slots->last_inner && stmt_is_inside(scope, slots->last_inner->scope); depth--)
        slots = slots->last_inner;
    if (slots->scope == scope || depth == 0)
        return slots;
    struct slots *made = arena_new(unit->arena, struct slots);
    made->scope = scope;
    if (slots->last_inner && stmt_is_inside(slots->last_inner->scope, scope))
        take_over(made, slots);
    add_inner(slots, made);
    return made;
}

static void add(struct unit *unit, struct slots *slots, struct variable *v)
{
    struct slot *slot = arena_new(unit->arena, struct slot);
    slot->variable = v;
    *(slots->last ? &slots->last->next : &slots->first) = slot;
    slots->last = slot;
}

static struct extent measure_inner(const struct slots *slots, struct extent e);

static struct extent extended(struct extent e, long long size, long long align)
{
    e.end = (e.end + align - 1) / align * align + size;
    e.align = align > e.align ? align : e.align;
    return e;
}

struct extent layout_add(struct extent e, const struct variable *v)
{
    const struct type *t = v->type;
    if (v->is_type)
        return e;
    if (t->is_variable)
        return extended(e, sizeof(void *), alignof(void *));
    return extended(e, t->size > 0 ? t->size : 0, t->align ? t->align : 1);
}

struct extent layout_measure(const struct slots *slots, struct extent e)
{
    for (const struct slot *s = slots->first; s; s = s->next)
        e = layout_add(e, s->variable);
    return measure_inner(slots, e);
}

struct extent layout_together(const struct slots *slots)
{
    struct extent together = { 0, 1 };
    for (const struct slots *i = slots->inner; i; i = i->next) {
        struct extent alone = layout_measure(i, (struct extent){ 0, 1 });
        together.end = alone.end > together.end ? alone.end : together.end;
        together.align = alone.align > together.align ? alone.align : together.align;
    }
    return together;
}

static struct extent measure_inner(const struct slots *slots, struct extent e)
{
    if (!slots_share(slots))
        return slots->inner ? layout_measure(slots->inner, e) : e;
    struct extent together = layout_together(slots);
    return extended(e, (together.end + together.align - 1) / together.align * together.align, together.align);
}

static void mark(struct slots *slots, bool shares)
{
    for (struct slot *s = slots->first; s; s = s->next)
        s->variable->shares_bytes = shares;
    shares |= slots_share(slots);
    for (struct slots *i = slots->inner; i; i = i->next)
        mark(i, shares);
}

static int by_place(const void *a, const void *b)
{
    const struct variable *x = *(struct variable *const *)a, *y = *(struct variable *const *)b;
    return x->declared < y->declared ? -1 : x->declared > y->declared;
}

void layout_choose(struct unit *unit, struct function *fn)
{
    struct flow *flow = fn->flow;
    struct variable **sharing = arena_array(unit->arena, struct variable *, flow->fields.count);
    size_t count = 0;
    for (size_t i = 0; i < flow->fields.count; i++) {
        if (has_own_place(flow->fields.at[i]))
            add(unit, &flow->slots, flow->fields.at[i]);
        else
            sharing[count++] = flow->fields.at[i];
    }
    qsort(sharing, count, sizeof *sharing, by_place);          // find() relies on the order of the text
    for (size_t i = 0; i < count; i++)
        add(unit, find(unit, &flow->slots, sharing[i]->scope, DEEPEST), sharing[i]);
    mark(&flow->slots, false);
    long long header = delivery_of(fn->result) == DELIVERY_OUT ? FRAME_HEADER_OUT : FRAME_HEADER;
    struct extent e = layout_measure(&flow->slots, (struct extent){ header, alignof(void *) });
    flow->frame_size = (e.end + e.align - 1) / e.align * e.align;
}

static const struct variable *find_largest(const struct function *fn)
{
    const struct variable *largest = nullptr;
    for (size_t i = 0; i < fn->flow->fields.count; i++) {
        const struct variable *v = fn->flow->fields.at[i];
        if (!v->type->is_variable && (!largest || v->type->size > largest->type->size))
            largest = v;
    }
    return largest;
}

void layout_check(struct unit *unit, const struct function *fn)
{
    long long limit = warnings_frame_size(unit->reports->flags);
    if (limit < 0 || fn->is_plain || fn->flow->frame_size <= limit)
        return;
    size_t before = unit->reports->list.count;
    report_warning(unit->reports, token_at(unit->source, fn->declaration->name)->begin, "frame-size",
                   "the frame of '%s' takes %lld bytes, more than %lld", fn->name, fn->flow->frame_size, limit);
    const struct variable *v = find_largest(fn);
    if (v && unit->reports->list.count > before)
        report_note(unit->reports, v->declared, "%lld of them are for '%s'; --emit=frames shows all", v->type->size,
                    v->is_temporary ? "a value that has no name" : v->name);
}
