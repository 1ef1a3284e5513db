// jumps.c: where no jump may lead.
//
// A `defer` covers the rest of its block: a jump into that would leave open whether it is to run. The statement that it
// defers has one way in and one way out. And the statement of an async_timeout and its like has one way in, as its `else` has.
//
//     {
//         …                          here a jump may begin,
//         defer S;                   but neither lead into or out of S
//         …                          nor come in here
//     }
//
// A computed goto may lead to every label whose address is taken, one of an asm to those that it names: no `defer` and no such
// statement may lie between it and any of them, in either direction.
//
// Needs: parse_unit().  Reports errors.
#include "check/check.h"

#include "model/report.h"

struct barrier {
    const struct stmt *stmt;
    uint32_t first, end;           // tokens that no jump from outside may lead to
    enum { DEFERRED, COVERED, GOVERNED, OTHERWISE } kind;      // … and none from inside of DEFERRED out of
};

struct walk {
    struct unit *unit;
    struct function *fn;
    const struct stmt *switch_stmt, *defer, *timed;       // innermost; the last: an async_timeout or async_group
    struct barriers vec(struct barrier) barriers;
    struct jumps vec(const struct stmt *) jumps;   // goto, break, continue, return; case and default
    struct froms vec(const struct stmt *) from;    // of each case: its switch
    struct computed vec(const struct stmt *) computed;         // goto *p; asm goto
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
    const struct stmt *outer = w->defer;
    add_barrier(w, s, s->body->first, s->body->end, DEFERRED);
    w->defer = s;
    walk_list(w, s->body);
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
    case STMT_GOTO_COMPUTED: vec_push(&w->computed, s); break;
    case STMT_ASM:
        if (s->jumps)
            vec_push(&w->computed, s);
        break;
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
    if (s->otherwise) {
        if (s->kind == STMT_TIMEOUT || s->kind == STMT_GROUP)
            add_barrier(w, s, s->otherwise->first, s->otherwise->end, OTHERWISE);
        walk_list(w, s->otherwise);
    }
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

static void refuse_jump(struct walk *w, const struct stmt *jump, const struct barrier *b, bool leaves)
{
    static const char *const messages[] = {
        [DEFERRED] = "'%s' cannot jump into a deferred statement",
        [COVERED] = "'%s' cannot jump past a 'defer' into what it covers",
        [GOVERNED] = "'%s' cannot jump into the statement of '%s'",
        [OTHERWISE] = "'%s' cannot jump into the 'else' of '%s'",
    };
    const char *word = jump->kind == STMT_GOTO ? "goto" : jump->is_case ? "case" : "default";
    const char *message = leaves ? "'%s' cannot leave a deferred statement" : messages[b->kind];
    report_error(w->unit->reports, place_of(w, jump), message, word, token_text(w->unit->source, word_of(w, b->stmt)));
    report_note(w->unit->reports, place_of(w, b->stmt), b->kind == DEFERRED || b->kind == COVERED ? "deferred here" : "it begins here");
}

// One message for a jump: that it leads out of a deferred statement, or into one, says more than that it comes in behind a `defer`.
static void check_jump(struct walk *w, const struct stmt *jump, const struct stmt *from)
{
    const struct stmt *to = jump->kind == STMT_GOTO ? find_label(w->fn, jump->label) : jump;
    const struct barrier *first = nullptr;
    for (size_t i = 0; to && i < w->barriers.count; i++) {
        const struct barrier *b = &w->barriers.at[i];
        bool enters = is_inside(b, to->first) && !is_inside(b, from->first);
        bool leaves = b->kind == DEFERRED && is_inside(b, from->first) && !is_inside(b, to->first);
        if ((enters || leaves) && (!first || b->kind < first->kind))
            first = b;
    }
    if (first)
        refuse_jump(w, jump, first, is_inside(first, from->first));
}

static bool is_named(const struct stmt *label, const char *name)
{
    size_t length = strlen(name);
    return strncmp(label->label, name, length) == 0 && (!label->label[length] || label->label[length] == '.');    // a local one
}

static bool may_lead_to(const struct walk *w, const struct stmt *jump, const struct stmt *label)
{
    for (uint32_t t = jump->first; jump->kind == STMT_ASM && t < jump->end; t++)
        if (is_named(label, token_text(w->unit->source, t)))
            return true;
    for (size_t i = 0; jump->kind != STMT_ASM && i < w->fn->address_labels.count; i++)
        if (is_named(label, w->fn->address_labels.at[i]))
            return true;
    return false;
}

static bool separates(const struct barrier *b, const struct stmt *jump, const struct stmt *label)
{
    bool enters = is_inside(b, label->first) && !is_inside(b, jump->first), leaves = !is_inside(b, label->first) && is_inside(b, jump->first);
    return enters || (leaves && b->kind != OTHERWISE);
}

static void check_computed(struct walk *w, const struct stmt *jump, const struct stmt *label)
{
    static const char *const messages[] = {
        [DEFERRED] = "%s may lead into or out of a deferred statement",
        [COVERED] = "%s may lead into or out of what a 'defer' covers",
        [GOVERNED] = "%s may lead into or out of the statement of '%s'",
        [OTHERWISE] = "%s may lead into the 'else' of '%s'",
    };
    const struct barrier *b = nullptr;
    for (size_t i = 0; i < w->barriers.count; i++)
        if (separates(&w->barriers.at[i], jump, label) && (!b || w->barriers.at[i].kind < b->kind))
            b = &w->barriers.at[i];
    if (!b)
        return;
    const char *message = messages[b->kind], *word = jump->kind == STMT_ASM ? "the asm" : "a computed 'goto'";
    report_error(w->unit->reports, place_of(w, jump), message, word, token_text(w->unit->source, word_of(w, b->stmt)));
    report_note(w->unit->reports, place_of(w, label), "this is one of its labels");
    report_note(w->unit->reports, place_of(w, b->stmt), b->kind == DEFERRED || b->kind == COVERED ? "deferred here" : "it begins here");
}

void check_jumps(struct unit *unit, struct function *fn)
{
    struct walk w = { .unit = unit, .fn = fn };
    walk_list(&w, fn->body);
    for (size_t i = 0; w.barriers.count && i < w.jumps.count; i++)
        check_jump(&w, w.jumps.at[i], w.from.at[i]);
    for (size_t i = 0; w.barriers.count && i < w.computed.count; i++)
        for (size_t k = 0; k < fn->labels.count; k++)
            if (may_lead_to(&w, w.computed.at[i], fn->labels.at[k]))
                check_computed(&w, w.computed.at[i], fn->labels.at[k]);
    vec_fini(&w.computed);
    vec_fini(&w.barriers);
    vec_fini(&w.jumps);
    vec_fini(&w.from);
}
