// types.c: types that an expression defines, as in `sizeof(struct s { int a; })`.
//
// What C sees from there to the end of the block would be seen nowhere else once the expression is taken apart: its pieces
// go into blocks of their own, and some change places. So the definition goes in front, and the expression mentions it.
#include "lower/lower.h"

#include "model/declaration.h"

struct definition {
    uint32_t tag;                  // 0: it has none
    uint32_t open;                 // `{`
    uint32_t end;                  // behind it and its attributes
};

// Does the word at `t` begin a definition?
static bool find_definition(const struct source *source, uint32_t t, struct definition *found)
{
    enum word word = token_word(source, t);
    if (word != WORD_STRUCT && word != WORD_UNION && word != WORD_ENUM)
        return false;
    struct specifiers s = declaration_specifiers(source, t);
    *found = (struct definition){ s.tag, s.body_open, token_skip_attributes(source, s.body_close + 1) };
    return s.body_open;
}

bool types_defined(const struct lowering *l, uint32_t first, uint32_t end)
{
    struct definition found;
    for (uint32_t t = first; t < end; t++)
        if (find_definition(l->unit->source, t, &found))
            return true;
    return false;
}

static void put_in_front(struct lowering *l, uint32_t keyword, const struct definition *d)
{
    const struct source *source = l->unit->source;
    const char *word = token_text(source, keyword);
    const char *name = d->tag ? token_text(source, d->tag) : arena_printf(l->arena, "async__type_%zu", l->fn->edits.count + 1);
    uint32_t begin = token_at(source, keyword)->begin, end = token_at(source, d->end - 1)->end;
    struct node *node = lower_node(l, NODE_TYPE, begin);
    piece_text(l, &node->piece, word);
    if (d->tag) {
        piece_source(l, &node->piece, token_at(source, keyword)->end, end);
    } else {
        piece_source(l, &node->piece, token_at(source, keyword)->end, token_at(source, d->open - 1)->end);
        piece_text(l, &node->piece, arena_printf(l->arena, " %s ", name));
        piece_source(l, &node->piece, token_at(source, d->open)->begin, end);
    }
    edits_add(&l->fn->edits, begin, end, arena_printf(l->arena, "%s %s", word, name));
}

void types_lower(struct lowering *l, uint32_t first, uint32_t end)
{
    const struct source *source = l->unit->source;
    struct definition found;
    for (uint32_t t = first; t < end; t++) {
        if (token_word(source, t) == '(' && token_word(source, t + 1) == '{') {
            t = token_at(source, t)->match;       // its statements are lowered by themselves
        } else if (find_definition(source, t, &found)) {
            put_in_front(l, t, &found);
            t = found.end - 1;
        }
    }
}

void types_of_value(struct lowering *l, const struct expr *e)
{
    const struct source *source = l->unit->source;
    types_lower(l, source_token_at(source, e->begin), source_token_at(source, e->end - 1) + 1);
}
