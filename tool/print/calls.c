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

#include "model/marks.h"

struct fold {
    struct unit *unit;
    const struct source *source;
    struct edits *edits;
};

static const struct token *bracket(const struct fold *f, const struct mark *m)
{
    return token_at(f->source, m->bracket);
}

// Where a comma stands outside of all brackets, lowering may cut.
static bool may_be_cut(const struct fold *f, const struct mark *macro)
{
    const struct source *source = f->source;
    uint32_t t = macro->bracket + 1, end = bracket(f, macro)->match;
    for (; t < end; t = token_at(source, t)->match > t ? token_at(source, t)->match + 1 : t + 1)
        if (token_word(source, t) == ',')
            return true;
    return false;
}

static void fold_inside(struct fold *f, size_t i, uint32_t end);

// Removes what stands around the value. Returns the first mark behind the argument.
static size_t fold_argument(struct fold *f, size_t i)
{
    const struct source *source = f->source;
    const struct mark *m = &source->marks.at[i];
    uint32_t first = m->bracket + 1, close = bracket(f, m)->match;
    struct token_range value = mark_value(source, m);
    edits_add(f->edits, bracket(f, m)->begin, token_at(source, first)->begin, "");
    if (value.first > first)
        edits_add(f->edits, token_at(source, first)->begin, token_at(source, value.first)->begin, "");
    fold_inside(f, marks_skip(source, i + 1, value.first), value.end);
    if (value.end < close)
        edits_add(f->edits, token_at(source, value.end - 1)->end, token_at(source, close - 1)->end, "");
    edits_add(f->edits, token_at(source, close - 1)->end, token_at(source, close)->end, "");
    return marks_skip(source, i + 1, close);
}

// Returns the first mark behind the macro.
static size_t fold_macro(struct fold *f, size_t i)
{
    const struct source *source = f->source;
    const struct mark *macro = &source->marks.at[i++];
    // A macro for a type is the operand of a typeof: __typeof__(…) itself stands for async_promise(int).
    bool is_type = token_word(source, macro->bracket - 1) == WORD_TYPEOF;
    uint32_t close = bracket(f, macro)->match, at = token_at(source, macro->bracket - is_type)->begin;
    const char *before = arena_printf(f->unit->arena, "%s(", macro->name);
    while (marks_next_argument(source, &i, close)) {
        const struct mark *m = &source->marks.at[i];
        struct token_range value = mark_value(source, m);
        if (value.first == value.end) {            // async_resolve(p)
            i++;
            continue;
        }
        edits_add(f->edits, at, bracket(f, m)->begin, before);
        before = ", ";
        at = token_at(source, bracket(f, m)->match)->end;
        i = fold_argument(f, i);
    }
    const char *behind = *before == ',' ? ")" : arena_printf(f->unit->arena, "%s)", before);
    edits_add(f->edits, at, token_at(source, close)->end, behind);
    return i;
}

// The marks from `i` on whose brackets stand before `end`.
static void fold_inside(struct fold *f, size_t i, uint32_t end)
{
    const struct marks *marks = &f->source->marks;
    while (i < marks->count && marks->at[i].bracket < end) {
        const struct mark *m = &marks->at[i];
        bool whole = m->kind == MARK_MACRO && bracket(f, m)->match && !may_be_cut(f, m);
        i = whole ? fold_macro(f, i) : i + 1;
    }
}

void print_calls(struct unit *unit, struct edits *edits)
{
    struct fold f = { unit, unit->source, edits };
    fold_inside(&f, 0, (uint32_t)unit->source->tokens.count);
}
