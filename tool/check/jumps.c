// jumps.c: where no jump may lead.
//
// A `defer` covers the rest of its block: a jump into that would leave open whether it is to run. The statement that it
// defers has one way in and one way out. And the statement of an async_timeout and its like has one way in.
//
//     {
//         …                          here a jump may begin,
//         defer S;                   but neither lead into or out of S
//         …                          nor come in here
//     }
//
// Needs: parse_unit().  Reports errors.
#include "check/check.h"

#include "model/report.h"

struct barrier {
    const struct stmt *stmt;
    uint32_t first, end;           // tokens that no jump from outside may lead to
    enum { COVERED, DEFERRED, GOVERNED } kind;     // … and none from inside of DEFERRED out of
};

struct walk {
    struct unit *unit;
    struct function *fn;
    const struct stmt *switch_stmt, *defer, *timed;       // innermost; the last: an async_timeout or async_group
    struct barriers vec(struct barrier) barriers;
    struct jumps vec(const struct stmt *) jumps;   // goto, break, continue, return; case and default
    struct froms vec(const struct stmt *) from;    // of each case: its switch
};

static uint32_t place_of(const struct walk *w, const struct stmt *s)
{
    return token_at(w->unit->source, s->first)->begin;
}

static void add_barrier(struct walk *w, const struct stmt *s, uint32_t first, uint32_t end, int kind)
{
    if (first < end)
        vec_push(&w->barriers, ((struct barrier){ s, first, end, kind }));
}

static void walk_list(struct walk *w, const struct stmt *s);

static void walk_expr(struct walk *w, const struct expr *e)
{
    for (; e; e = e->next) {
        if (e->block)
            walk_list(w, e->block);
        walk_expr(w, e->operands);
    }
}

static void walk_defer(struct walk *w, const struct stmt *s)
{
    const struct stmt *outer_switch = w->switch_stmt, *outer = w->defer;
    add_barrier(w, s, s->body->first, s->body->end, DEFERRED);
    w->defer = s;
    w->switch_stmt = nullptr;
    walk_list(w, s->body);
    w->switch_stmt = outer_switch;
    w->defer = outer;
}

static void walk_block(struct walk *w, const struct stmt *s)
{
    for (const struct stmt *child = s->children; child; child = child->next) {
        const struct stmt *inner = child;
        while (inner->kind == STMT_LABEL && inner->body)
            inner = inner->body;
        if (inner->kind == STMT_DEFER)
            add_barrier(w, inner, inner->end, s->end, COVERED);
    }
    walk_list(w, s->children);
}

static uint32_t word_of(const struct walk *w, const struct stmt *s)
{
    uint32_t word = s->first;
    while (!find_own_statement(w->unit, word) && word < s->end)
        word++;
    return word;
}

static void refuse(struct walk *w, const struct stmt *s, const char *word)
{
    report_error(w->unit->reports, place_of(w, s), "'%s' cannot leave a deferred statement", word);
    report_note(w->unit->reports, place_of(w, w->defer), "deferred here");
}

// Whoever takes the value goes on while the scope is open, and it is not his.
static void check_yield(struct walk *w, const struct stmt *s)
{
    const struct stmt *around = w->defer ? w->defer : w->timed;
    if (s->kind != STMT_EXPR || !s->cond || s->cond->kind != EXPR_AWAIT || !s->cond->await->is_yield || !around)
        return;
    report_error(w->unit->reports, place_of(w, s), w->defer ? "'yield' cannot stand in a deferred statement"
                 : "'yield' cannot stand in the statement of '%s'", token_text(w->unit->source, word_of(w, around)));
    report_note(w->unit->reports, place_of(w, around), w->defer ? "deferred here" : "it begins here");
}

static void walk_one(struct walk *w, const struct stmt *s)
{
    check_yield(w, s);
    walk_expr(w, s->cond);
    walk_expr(w, s->step);
    for (const struct var_decl *d = s->declarators; d; d = d->next)
        walk_expr(w, d->init);
    switch (s->kind) {
    case STMT_BLOCK: walk_block(w, s); return;
    case STMT_DEFER: walk_defer(w, s); return;
    case STMT_GOTO: vec_push(&w->jumps, s); vec_push(&w->from, s); break;
    case STMT_BREAK: case STMT_CONTINUE:
        if (s->target && s->target->kind == STMT_DEFER)
            refuse(w, s, s->kind == STMT_BREAK ? "break" : "continue");
        break;
    case STMT_RETURN:
        if (w->defer)
            refuse(w, s, "return");
        break;
    case STMT_LABEL:
        if ((s->is_case || s->is_default) && w->switch_stmt) {
            vec_push(&w->jumps, s);
            vec_push(&w->from, w->switch_stmt);
        }
        break;
    case STMT_TIMEOUT: case STMT_GROUP: case STMT_WITH: case STMT_EACH: add_barrier(w, s, s->body->first, s->body->end, GOVERNED); break;
    default: break;
    }
    const struct stmt *outer = w->switch_stmt;
    if (s->kind == STMT_SWITCH)
        w->switch_stmt = s;
    if (s->init)
        walk_list(w, s->init);
    const struct stmt *timed = w->timed;
    if (s->kind == STMT_TIMEOUT || s->kind == STMT_GROUP)
        w->timed = s;
    if (s->body)
        walk_list(w, s->body);
    w->timed = timed;
    if (s->otherwise)
        walk_list(w, s->otherwise);
    w->switch_stmt = outer;
}

// A body has no next of its own; children of a block have.
static void walk_list(struct walk *w, const struct stmt *s)
{
    for (; s; s = s->next)
        walk_one(w, s);
}

static bool is_inside(const struct barrier *b, uint32_t token)
{
    return token >= b->first && token < b->end;
}

static void check_jump(struct walk *w, const struct stmt *jump, const struct stmt *from)
{
    const struct stmt *to = jump->kind == STMT_GOTO ? find_label(w->fn, jump->label) : jump;
    const char *word = jump->kind == STMT_GOTO ? "goto" : jump->is_case ? "case" : "default";
    for (size_t i = 0; to && i < w->barriers.count; i++) {
        const struct barrier *b = &w->barriers.at[i];
        bool enters = is_inside(b, to->first) && !is_inside(b, from->first);
        bool leaves = b->kind == DEFERRED && is_inside(b, from->first) && !is_inside(b, to->first);
        if (!enters && !leaves)
            continue;
        report_error(w->unit->reports, place_of(w, jump), leaves ? "'%s' cannot leave a deferred statement"
                     : b->kind == DEFERRED ? "'%s' cannot jump into a deferred statement"
                     : b->kind == COVERED ? "'%s' cannot jump past a 'defer' into what it covers"
                     : "'%s' cannot jump into the statement of '%s'", word, token_text(w->unit->source, word_of(w, b->stmt)));
        report_note(w->unit->reports, place_of(w, b->stmt), b->kind == GOVERNED ? "it begins here" : "deferred here");
        return;
    }
}

void check_jumps(struct unit *unit, struct function *fn)
{
    struct walk w = { .unit = unit, .fn = fn };
    walk_list(&w, fn->body);
    for (size_t i = 0; w.barriers.count && i < w.jumps.count; i++)
        check_jump(&w, w.jumps.at[i], w.from.at[i]);
    vec_fini(&w.barriers);
    vec_fini(&w.jumps);
    vec_fini(&w.from);
}
