// uses.c: tells debug mode of handles that macros of <async.h> are given.
//
//     async_detach(t)         async_detach(ASYNC__USED(t, "file.c:12", -1))
//
// The runtime then knows a handle that is used after it was consumed, and both places. What a call gives on the spot is new.
#include "print/parts.h"

#include "model/marks.h"

// The macros, and what they do to the number of the program's references.
static const struct {
    const char *name;
    int change;
} macros[] = {
    { "async_gather", -1 }, { "async_race", -1 }, { "async_as_completed", -1 }, { "async_wait_for", -1 }, { "async_join", -1 },
    { "async_shield", -1 }, { "async_spawn", -1 }, { "async_spawn_to", -1 }, { "async_detach", -1 }, { "async_release", -1 },
    { "async_create_task", 0 }, { "async_ensure_future", 0 }, { "async_start", 0 }, { "async_cancel", 0 }, { "async_done", 0 },
    { "async_cancelled", 0 }, { "async_result", 0 }, { "async_wait", 0 }, { "async_add_done_callback", 0 }, { "async_retain", 1 },
    { "async_next", 0 }, { "async_generator_close", -1 },
};

static bool is_of_stream(const char *macro)
{
    return strcmp(macro, "async_next") == 0 || strcmp(macro, "async_generator_close") == 0;
}

// These take an array of them first.
static const char *const arrays[] = {
    "async_gather_array", "async_as_completed_array", "async_race_array", "async_wait_all", "async_wait_any",
};

static bool is_of_array(const char *macro)
{
    for (size_t i = 0; i < sizeof arrays / sizeof *arrays; i++)
        if (strcmp(arrays[i], macro) == 0)
            return true;
    return false;
}

static const int *find_change(const char *macro)
{
    for (size_t i = 0; i < sizeof macros / sizeof *macros; i++)
        if (strcmp(macros[i].name, macro) == 0)
            return &macros[i].change;
    return nullptr;
}

// `_Generic((char (*)[_Generic(…)])0, …: (place))`: no handle, but a place for a value.
static bool is_place(const struct source *source, const struct mark *m)
{
    uint32_t t = m->bracket + 1;
    while (t < token_at(source, m->bracket)->match && token_word(source, t) != '[')
        t++;
    return token_word(source, t + 1) == WORD_GENERIC;
}

// A name, a member, an element: `t`, `jobs[i]->future`.
static bool is_kept(const struct source *source, struct token_range value)
{
    uint32_t last = value.end - 1;
    if (value.first >= value.end || token_at(source, value.first)->measure || token_word(source, value.first) == WORD_AWAIT)
        return false;
    return token_word(source, last) == ']' || (token_at(source, last)->kind == TOKEN_NAME && token_word(source, last) == WORD_NONE);
}

static bool has_await(const struct source *source, struct token_range value)
{
    for (uint32_t t = value.first; t < value.end; t++)
        if (token_word(source, t) == WORD_AWAIT)
            return true;
    return false;
}

static void add_use(struct unit *unit, struct edits *edits, const char *macro, struct token_range value, int change, bool reader)
{
    const char *name = is_of_stream(macro) ? (reader ? "ASYNC__USED_STREAM" : "async__used_stream") : reader ? "ASYNC__USED" : "async__used";
    uint32_t begin = token_at(unit->source, value.first)->begin, end = token_at(unit->source, value.end - 1)->end;
    edits_add(edits, begin, begin, arena_printf(unit->arena, reader ? "%s(" : "%s((void *)(", name));
    edits_add(edits, end, end, arena_printf(unit->arena, reader ? ", %s, %d)" : "), %s, %d)", place_text(unit, begin), change));
}

static void add_array(struct unit *unit, struct edits *edits, size_t macro, bool reader)
{
    const struct source *source = unit->source;
    size_t i = macro + 1;
    if (!marks_next_argument(source, &i, token_at(source, source->marks.at[macro].bracket)->match))
        return;
    struct token_range value = mark_value(source, &source->marks.at[i]);
    if (source->marks.at[i].kind != MARK_CHECK || value.first >= value.end || token_at(source, value.first)->measure || has_await(source, value))
        return;
    uint32_t begin = token_at(source, value.first)->begin, end = token_at(source, value.end - 1)->end;
    edits_add(edits, begin, begin, reader ? "ASYNC__USED_ARRAY(" : "async__used_array((void *)(");
    edits_add(edits, end, end, arena_printf(unit->arena, reader ? ", %s)" : "), %s)", place_text(unit, begin)));
}

void print_uses(struct unit *unit, struct edits *edits, bool reader)
{
    const struct source *source = unit->source;
    for (size_t i = 0; i < source->marks.count; i++) {
        const struct mark *macro = &source->marks.at[i];
        const int *change = macro->kind == MARK_MACRO && !token_at(source, macro->bracket)->measure ? find_change(macro->name) : nullptr;
        uint32_t close = token_at(source, macro->bracket)->match;
        size_t k = i + 1;
        if (macro->kind == MARK_MACRO && !token_at(source, macro->bracket)->measure && is_of_array(macro->name))
            add_array(unit, edits, i, reader);
        while (change && marks_next_argument(source, &k, close)) {
            const struct mark *m = &source->marks.at[k];
            struct token_range value = mark_value(source, m);
            if (m->kind == MARK_CHECK && !is_place(source, m) && is_kept(source, value) && !has_await(source, value))
                add_use(unit, edits, macro->name, value, *change, reader);
            k = marks_skip(source, k + 1, token_at(source, m->bracket)->match);
        }
    }
}
