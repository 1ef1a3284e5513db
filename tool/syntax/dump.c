// dump.c: --emit=ast: the trees of async functions as text.
#include "syntax/parse.h"

static void dump_expr(const struct expr *e, struct buf *out, int depth)
{
    static const char *const names[] = {
        "other", "constant", "name", "paren", "member", "arrow", "index", "deref", "address", "assign", "compound-assign",
        "step", "and", "or", "cond", "elvis", "comma", "call", "list", "block", "await", "unevaluated",
    };
    for (; e; e = e->next) {
        buf_printf(out, "%*s%s '%s'%s%s\n", depth * 2, "", names[e->kind], e->type ? e->type->shown : "no type", e->awaits ? " awaits" : "",
                   e->effects ? " effects" : "");
        dump_expr(e->operands, out, depth + 1);
    }
}

static void dump_stmt(const struct unit *unit, const struct stmt *s, struct buf *out, int depth)
{
    static const char *const names[] = {
        "block", "declaration", "expression", "if", "while", "do", "for", "switch", "label", "goto", "computed goto", "break",
        "continue", "return", "null", "asm", "defer", "timeout", "group", "async_for", "async_with",
    };
    for (; s; s = s->next) {
        buf_printf(out, "%*s%s line %u%s\n", depth * 2, "", names[s->kind],
                   source_place(unit->source, token_at(unit->source, s->first)->begin).line, s->awaits ? " awaits" : "");
        dump_expr(s->cond, out, depth + 2);
        for (const struct var_decl *d = s->declarators; d; d = d->next)
            dump_expr(d->init, out, depth + 2);
        if (s->init)
            dump_stmt(unit, s->init, out, depth + 1);
        dump_stmt(unit, s->children, out, depth + 1);
        dump_stmt(unit, s->body, out, depth + 1);
        dump_stmt(unit, s->otherwise, out, depth + 1);
        dump_expr(s->step, out, depth + 2);
    }
}

void parse_dump(const struct unit *unit, struct buf *out)
{
    for (size_t i = 0; i < unit->functions.count; i++) {
        buf_printf(out, "%s\n", unit->functions.at[i]->name);
        dump_stmt(unit, unit->functions.at[i]->body, out, 1);
    }
}
