// calls.c: macro calls of <async.h>, as the user wrote them.
//
// The text that we translate is preprocessed, and what async_gather(f(1), g(2)) expands to fills a screen. Output to be
// read includes <async/lowered.h>, which has the macros too: there the expansion is folded into the call again.
//
//     (async__gather( 2, (_Generic(… : (f(1)) ) ), (_Generic(… : (g(2)) ) )))
//     |async_gather(     ||           |f(1)|  ||,  ||           |g(2)|  || )|
//
// Each bar is the end of an edit, so that whatever lowering cuts out, an argument with or without what checks it, is
// whole.
#include "print/parts.h"

struct fold {
    struct unit *unit;
    const struct marks *marks;
    struct edits *edits;
};

static const struct token *bracket(const struct fold *f, const struct mark *m)
{
    return token_at(f->unit->source, m->bracket);
}

static uint32_t close_of(const struct fold *f, const struct mark *m)
{
    return bracket(f, m)->match;
}

static size_t skip_marks(const struct fold *f, size_t i, uint32_t token)
{
    while (i < f->marks->count && f->marks->at[i].bracket < token)
        i++;
    return i;
}

// Where a comma stands outside of all brackets, lowering may cut.
static bool may_be_cut(const struct fold *f, const struct mark *macro)
{
    const struct source *source = f->unit->source;
    uint32_t t = macro->bracket + 1, end = close_of(f, macro);
    for (; t < end; t = token_at(source, t)->match > t ? token_at(source, t)->match + 1 : t + 1)
        if (token_word(source, t) == ',')
            return true;
    return false;
}

static size_t fold_inside(struct fold *f, size_t i, uint32_t end);

// Returns the first mark behind the macro.
static size_t fold_macro(struct fold *f, size_t i)
{
    const struct source *source = f->unit->source;
    const struct mark *macro = &f->marks->at[i++];
    uint32_t close = close_of(f, macro);
    uint32_t at = bracket(f, macro)->begin;
    const char *before = arena_printf(f->unit->arena, "%s(", macro->name);
    while (i < f->marks->count && f->marks->at[i].bracket < close) {
        const struct mark *m = &f->marks->at[i];
        uint32_t first = m->bracket + 1, last = close_of(f, m) - 1;
        if (m->kind == MARK_MACRO) {               // in something that is only measured
            i = skip_marks(f, i + 1, close_of(f, m));
            continue;
        }
        if (last < first) {                        // async_resolve(p)
            i++;
            continue;
        }
        edits_add(f->edits, at, bracket(f, m)->begin, before);
        before = ", ";
        at = token_at(source, last + 1)->end;
        edits_add(f->edits, bracket(f, m)->begin, token_at(source, first)->begin, "");
        if (m->kind == MARK_CHECK) {
            uint32_t value_close = last - 1, value = token_at(source, value_close)->match + 1;
            edits_add(f->edits, token_at(source, first)->begin, token_at(source, value)->begin, "");
            i = fold_inside(f, skip_marks(f, i + 1, value), value_close);
            edits_add(f->edits, token_at(source, value_close - 1)->end, token_at(source, last)->end, "");
        } else {
            i = fold_inside(f, i + 1, last + 1);
        }
        edits_add(f->edits, token_at(source, last)->end, at, "");
        i = skip_marks(f, i, last);
    }
    const char *behind = *before == ',' ? ")" : arena_printf(f->unit->arena, "%s)", before);
    edits_add(f->edits, at, token_at(source, close)->end, behind);
    return i;
}

// The marks from `i` on whose brackets stand before `end`. Returns the first one behind.
static size_t fold_inside(struct fold *f, size_t i, uint32_t end)
{
    while (i < f->marks->count && f->marks->at[i].bracket < end) {
        const struct mark *m = &f->marks->at[i];
        bool whole = m->kind == MARK_MACRO && close_of(f, m) && !may_be_cut(f, m);
        i = whole ? fold_macro(f, i) : i + 1;
    }
    return i;
}

void print_calls(struct unit *unit, struct edits *edits)
{
    struct fold f = { unit, &unit->source->marks, edits };
    fold_inside(&f, 0, (uint32_t)unit->source->tokens.count);
}
