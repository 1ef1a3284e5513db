// lifetime.c: see lifetime.h.
#include "model/lifetime.h"

bool awaits_in_scope(const struct function *fn, const struct stmt *scope)
{
    return scope ? scope->awaits : fn->body->awaits;
}

// The first evaluated await behind `at`; count: there is none.
static size_t first_await(const struct unit *unit, const struct function *fn, uint32_t at)
{
    return vec_search(&fn->awaits, 0, e, token_at(unit->source, (*e)->word)->begin < at);
}

// In its own initializer.
static bool mentions_itself(const struct function *fn, const struct variable *v)
{
    size_t low = vec_search(&fn->refs, 0, e, e->begin <= v->declared);
    for (; low < fn->refs.count && fn->refs.at[low].begin < v->initialized; low++)
        if (fn->refs.at[low].variable == v)
            return true;
    return false;
}

// Its statement may end with an await of ours.
static bool is_used_at_end(const struct variable *v)
{
    return v->scope && (v->scope->kind == STMT_GROUP || v->scope->kind == STMT_WITH || (v->scope->kind == STMT_EACH && v == v->scope->entered));
}

bool lives_at_an_await(const struct unit *unit, const struct function *fn, const struct variable *v)
{
    if (!awaits_in_scope(fn, v->scope))
        return false;
    if (!v->initialized || fn->has_labels || is_used_at_end(v) || (v->scope ? v->scope : fn->body)->defers_awaits)
        return true;
    size_t next = first_await(unit, fn, mentions_itself(fn, v) ? v->declared : v->initialized);
    uint32_t end = token_at(unit->source, (v->scope ? v->scope : fn->body)->end - 1)->begin;    // a group awaits at its last token
    return next < fn->awaits.count && token_at(unit->source, fn->awaits.at[next]->word)->begin <= end;
}

bool is_kept_variable(const struct unit *unit, const struct function *fn, const struct variable *v)
{
    if (!v->type->is_variable)
        return false;
    for (const struct bound *b = v->bounds; b; b = b->next)
        if (b->value)
            return true;
    return v->is_param || lives_at_an_await(unit, fn, v);
}

bool is_kept_cleanup(const struct unit *unit, const struct function *fn, const struct variable *v)
{
    bool beside_defers = v->scope && v->scope->defers;       // whose order the compiler does not know
    return v->has_cleanup && !v->is_param && (beside_defers || lives_at_an_await(unit, fn, v));
}
