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

#include "model/declaration.h"
#include "model/lifetime.h"
#include "model/report.h"

enum { LARGE = 64 };       // bytes from which copying at every suspension costs more than living in the frame

// The literals that are still to be placed; they stand in the order of the text.
struct placing {
    const struct source *source;
    struct function *fn;
    size_t next;
};

static void place_literals(struct placing *p, uint32_t before, const struct stmt *scope)
{
    for (; p->next < p->fn->literals.count && p->fn->literals.at[p->next].begin < before; p->next++)
        if (awaits_in_scope(p->fn, scope))
            p->fn->literals.at[p->next].variable->home = HOME_FRAME;
}

static void place_in(struct placing *p, const struct stmt *s, const struct stmt *scope)
{
    for (; s; s = s->next) {
        place_literals(p, token_at(p->source, s->first)->begin, scope);
        const struct stmt *inner = s->kind == STMT_BLOCK || s->kind == STMT_FOR || s->kind == STMT_EACH ? s : scope;
        place_in(p, s->init, inner);
        place_in(p, s->children, inner);
        place_in(p, s->body, inner);
        place_in(p, s->otherwise, inner);
        place_literals(p, token_at(p->source, s->end - 1)->end, inner);
    }
}

// `switch (n) { int k; case 1: …`: an initial value that we gave it would never be assigned, so it lives where it needs
// none.
static void move_before_cases(struct stmt *s)
{
    for (; s; s = s->next) {
        bool cases = s->kind == STMT_SWITCH && s->awaits && s->body->kind == STMT_BLOCK;
        for (struct stmt *c = cases ? s->body->children : nullptr; c && c->kind == STMT_DECL; c = c->next)
            for (struct var_decl *d = c->declarators; d; d = d->next)
                if (d->variable)
                    d->variable->address_taken = d->variable->is_before_cases = true;
        move_before_cases(s->children);
        move_before_cases(s->body);
        move_before_cases(s->otherwise);
    }
}

static bool must_live_in_frame(const struct variable *v)
{
    const struct type *t = v->type;
    return v->address_taken || v->has_cleanup || t->is_array || t->is_volatile || t->is_atomic || t->size > LARGE || v->alignment;
}

static bool has_bound_in(const struct variable *v, uint32_t first, uint32_t end)
{
    for (const struct bound *b = v->bounds; b; b = b->next)
        if (b->open >= first && b->open < end)
            return true;
    return false;
}

// Each use names the type anew: what an expression in it does would happen each time.
static void refuse_effects_in_type(struct unit *unit, const struct variable *v)
{
    const struct source *source = unit->source;
    uint32_t at = 0;
    for (uint32_t t = v->specs; t < v->specs_end; t++)
        if (token_word(source, t) == WORD_TYPEOF && token_word(source, t + 1) == '(' &&
            !has_bound_in(v, t + 1, token_at(source, t + 1)->match) && tokens_have_effects(source, t + 2, token_at(source, t + 1)->match))
            at = t;
    struct declarator d = declaration_declarator(source, v->first);
    if (!declaration_specifiers(source, v->specs).has_type && tokens_have_effects(source, d.equals + 1, d.init_end))
        at = v->first;
    if (at)
        report_error(unit->reports, token_at(source, at)->begin,
                     "the expression that gives '%s' its type of variable length has effects, and would be evaluated again at each use; "
                     "take them out of it", v->name);
}

void homes_choose(struct unit *unit, struct function *fn)
{
    move_before_cases(fn->body);
    for (size_t i = 0; i < fn->variables.count; i++) {
        struct variable *v = fn->variables.at[i];
        if (v->is_temporary || v->is_constant)
            continue;
        if (is_kept_variable(unit, fn, v)) {
            v->home = HOME_FRAME;
            refuse_effects_in_type(unit, v);
            for (struct bound *b = v->bounds; b; b = b->next)
                b->size->home = HOME_FRAME;
            continue;
        }
        if (!lives_at_an_await(unit, fn, v))
            continue;
        if (must_live_in_frame(v))
            v->home = HOME_FRAME;
        else
            v->is_tracked = true;
    }
    struct placing placing = { unit->source, fn, 0 };
    place_in(&placing, fn->body, nullptr);
}

static int by_name(const void *a, const void *b)
{
    const struct variable *x = *(struct variable *const *)a, *y = *(struct variable *const *)b;
    int order = strcmp(x->name, y->name);
    return order ? order : x->index < y->index ? -1 : x->index > y->index;
}

// Variables of one name, in the order of declaration. A scope that does not reach to the next of them is over.
static void name_alike(struct unit *unit, struct function *fn, struct variable *const *alike, size_t count)
{
    const struct stmt **open = arena_array(unit->arena, const struct stmt *, count);
    size_t depth = 0;
    for (size_t i = 0; i < count; i++) {
        struct variable *v = alike[i];
        while (depth && !stmt_is_inside(v->scope, open[depth - 1]))
            depth--;
        bool hides = depth > 0;
        open[depth++] = v->scope;
        if (i > 0)
            v->field = arena_printf(unit->arena, "async__%zu_%s", i + 1, v->name);
        if (hides && awaits_in_scope(fn, v->scope))
            v->output = v->field;
    }
}

// The functions around the body have parameters of the same names, and call it.
static void name_parameters(struct unit *unit, struct function *fn)
{
    for (size_t i = 0; i < fn->param_count; i++) {
        struct variable *v = fn->variables.at[i];
        if (strcmp(v->name, fn->name) == 0)
            v->output = arena_printf(unit->arena, "async__0_%s", v->name);
    }
}

// What hides it may stand around an await, where the local is saved and put back by its name.
static void name_hidden(struct unit *unit, struct function *fn)
{
    for (size_t i = 0; i < fn->variables.count; i++) {
        struct variable *v = fn->variables.at[i];
        if (v->output == v->name && !v->is_type && map_find(&fn->hiding, v->name, strlen(v->name)))
            v->output = v->field = arena_printf(unit->arena, "async__%zu_%s", i + 1, v->name);
    }
}

// A local that hides another cannot keep its name where both are saved.
void homes_name(struct unit *unit, struct function *fn)
{
    size_t count = fn->variables.count;
    struct variable **sorted = arena_array(unit->arena, struct variable *, count);
    for (size_t i = 0; i < count; i++)
        sorted[i] = fn->variables.at[i];
    qsort(sorted, count, sizeof *sorted, by_name);
    for (size_t i = 0, end; i < count; i = end) {
        for (end = i + 1; end < count && strcmp(sorted[end]->name, sorted[i]->name) == 0;)
            end++;
        name_alike(unit, fn, sorted + i, end - i);
    }
    name_parameters(unit, fn);
    name_hidden(unit, fn);
}
