// homes.c: which variables stay C locals and which live in the frame.
//
// A C local is gone when the function returns to the loop, so what is needed later is saved in the frame and put back.
// That does not do for a variable that somebody else may reach by its address, nor for one whose every access counts
// (volatile, atomic), and it costs too much for large ones: these live in the frame. If nothing can suspend while a
// variable is alive, it can stay a C local, whatever it is:
//
//     int n = await count();
//     char line[80];              // the await is over, unless a loop or a goto comes back to it
//     format(line, n);
#include "analysis/analysis.h"

#include "model/report.h"

enum { LARGE = 64 };       // bytes from which copying at every suspension costs more than living in the frame

static bool awaits_in_scope(const struct function *fn, const struct stmt *scope)
{
    return scope ? scope->awaits : fn->body->awaits;
}

static const struct stmt *innermost(const struct unit *unit, const struct stmt *s, uint32_t at, const struct stmt *scope)
{
    for (; s; s = s->next) {
        if (at < token_at(unit->source, s->first)->begin || at >= token_at(unit->source, s->end - 1)->end)
            continue;
        if (s->kind == STMT_BLOCK || s->kind == STMT_FOR)
            scope = s;
        const struct stmt *inside[] = { s->children, s->init, s->body, s->otherwise };
        for (size_t i = 0; i < sizeof inside / sizeof *inside; i++)
            if (inside[i])
                scope = innermost(unit, inside[i], at, scope);
        return scope;
    }
    return scope;
}

static bool must_live_in_frame(const struct variable *v)
{
    const struct type *t = v->type;
    return v->address_taken || t->is_array || t->is_volatile || t->is_atomic || t->size > LARGE || v->alignment;
}

// The first evaluated await behind `at`; count: there is none.
static size_t first_await(const struct unit *unit, const struct function *fn, uint32_t at)
{
    size_t low = 0, high = fn->awaits.count;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (token_at(unit->source, fn->awaits.at[middle]->word)->begin < at)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

// In its own initializer.
static bool mentions_itself(const struct function *fn, const struct variable *v)
{
    size_t low = 0, high = fn->refs.count;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (fn->refs.at[middle].begin <= v->declared)
            low = middle + 1;
        else
            high = middle;
    }
    for (; low < fn->refs.count && fn->refs.at[low].begin < v->initialized; low++)
        if (fn->refs.at[low].variable == v)
            return true;
    return false;
}

static bool lives_at_an_await(const struct unit *unit, const struct function *fn, const struct variable *v)
{
    if (!awaits_in_scope(fn, v->scope))
        return false;
    if (!v->initialized || fn->has_labels)
        return true;
    size_t next = first_await(unit, fn, mentions_itself(fn, v) ? v->declared : v->initialized);
    uint32_t end = token_at(unit->source, (v->scope ? v->scope : fn->body)->end - 1)->begin;
    return next < fn->awaits.count && token_at(unit->source, fn->awaits.at[next]->word)->begin < end;
}

static void refuse(struct unit *unit, const struct variable *v, const char *what, const char *instead)
{
    report_error(unit->reports, v->declared, "%s '%s' is in scope at an await, which this version of asyncc cannot translate",
                 what, v->name);
    report_note(unit->reports, v->declared, "%s", instead);
}

static void check_variable(struct unit *unit, const struct variable *v)
{
    if (v->type->is_variable)
        refuse(unit, v, v->type->is_array ? "variable length array" : "variable of variably modified type",
               "allocate it with malloc, or give it a block of its own that does not await");
    else if (v->has_cleanup)
        refuse(unit, v, "variable with a cleanup attribute", "give it a block of its own that does not await");
}

void homes_choose(struct unit *unit, struct function *fn)
{
    for (size_t i = 0; i < fn->variables.count; i++) {
        struct variable *v = fn->variables.at[i];
        if (!lives_at_an_await(unit, fn, v))
            continue;
        check_variable(unit, v);
        if (must_live_in_frame(v))
            v->home = HOME_FRAME;
        else
            v->is_tracked = true;
    }
    for (size_t i = 0; i < fn->literals.count; i++) {
        struct variable *v = fn->literals.at[i].variable;
        if (awaits_in_scope(fn, innermost(unit, fn->body, v->declared, nullptr)))
            v->home = HOME_FRAME;
    }
}

static bool is_inside(const struct stmt *scope, const struct stmt *outer)
{
    if (!outer)
        return true;
    for (; scope; scope = scope->parent)
        if (scope == outer)
            return true;
    return false;
}

// A local that hides another cannot keep its name where both are saved.
void homes_name(struct unit *unit, struct function *fn)
{
    for (size_t i = 0; i < fn->variables.count; i++) {
        struct variable *v = fn->variables.at[i];
        uint32_t same = 1;
        bool hides = false;
        for (size_t k = 0; k < i; k++) {
            struct variable *other = fn->variables.at[k];
            if (strcmp(other->name, v->name) != 0)
                continue;
            same++;
            hides |= is_inside(v->scope, other->scope);
        }
        if (same > 1)
            v->field = arena_printf(unit->arena, "async__%s_%u", v->name, same);
        if (hides && awaits_in_scope(fn, v->scope))
            v->output = v->field;
    }
}
