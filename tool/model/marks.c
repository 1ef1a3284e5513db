// marks.c: see marks.h.
#include "model/marks.h"

static uint32_t close_of(const struct source *source, const struct mark *m)
{
    return token_at(source, m->bracket)->match;
}

struct token_range mark_value(const struct source *source, const struct mark *argument)
{
    uint32_t first = argument->bracket + 1, end = close_of(source, argument);
    if (argument->kind != MARK_CHECK)
        return (struct token_range){ first, end };
    uint32_t value_close = end - 2;              // _Generic(…, …: (value)) is all there is
    return (struct token_range){ token_at(source, value_close)->match + 1, value_close };
}

size_t marks_skip(const struct source *source, size_t i, uint32_t token)
{
    return vec_search(&source->marks, i, e, e->bracket < token);
}

bool marks_next_argument(const struct source *source, size_t *i, uint32_t close)
{
    while (*i < source->marks.count && source->marks.at[*i].bracket < close) {
        const struct mark *m = &source->marks.at[*i];
        if (m->kind != MARK_MACRO)
            return true;
        *i = marks_skip(source, *i + 1, close_of(source, m));
    }
    return false;
}

static bool holds(const struct source *source, const struct mark *m, uint32_t token)
{
    return token >= m->bracket && token <= close_of(source, m);
}

// Goes into the arguments of a macro that holds the token. Returns where its value begins, or 0.
static size_t enter_value(const struct source *source, size_t macro, uint32_t token, const struct mark **argument)
{
    uint32_t close = close_of(source, &source->marks.at[macro]);
    size_t i = macro + 1;
    while (marks_next_argument(source, &i, close)) {
        const struct mark *m = &source->marks.at[i];
        struct token_range value = mark_value(source, m);
        if (holds(source, m, token)) {
            *argument = m;
            return token >= value.first && token < value.end ? marks_skip(source, i + 1, value.first) : 0;
        }
        i = marks_skip(source, i + 1, close_of(source, m));
    }
    *argument = nullptr;
    return 0;
}

struct mark_place marks_find(const struct source *source, uint32_t token)
{
    for (size_t i = 0; i < source->marks.count && source->marks.at[i].bracket <= token;) {
        const struct mark *m = &source->marks.at[i], *argument;
        if (m->kind != MARK_MACRO || !close_of(source, m)) {
            i++;
        } else if (!holds(source, m, token)) {
            i = marks_skip(source, i + 1, close_of(source, m));
        } else {
            size_t value = enter_value(source, i, token, &argument);
            if (!value)
                return (struct mark_place){ m, argument };
            i = value;
        }
    }
    return (struct mark_place){};
}
