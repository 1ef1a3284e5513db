// unit.c: see unit.h.
#include "model/unit.h"

#include "model/flow.h"

const struct async_declaration *find_async(const struct unit *unit, const char *name)
{
    uint32_t found = map_find(&unit->async_names, name, strlen(name));
    return found ? &unit->declarations.at[found - 1] : nullptr;
}

static size_t first_own_statement(const struct unit *unit, uint32_t token)
{
    return vec_search(&unit->statements, 0, e, e->word < token);
}

struct own_statement *find_own_statement(const struct unit *unit, uint32_t token)
{
    size_t i = first_own_statement(unit, token);
    return i < unit->statements.count && unit->statements.at[i].word == token ? &unit->statements.at[i] : nullptr;
}

bool has_own_statement(const struct unit *unit, uint32_t first, uint32_t end)
{
    size_t i = first_own_statement(unit, first);
    return i < unit->statements.count && unit->statements.at[i].word < end;
}

const struct stmt *find_label(const struct function *fn, const char *label)
{
    for (size_t i = 0; i < fn->labels.count; i++)
        if (strcmp(fn->labels.at[i]->label, label) == 0)
            return fn->labels.at[i];
    return nullptr;
}

void edits_add(struct edits *edits, uint32_t begin, uint32_t end, const char *text)
{
    vec_push(edits, ((struct edit){ begin, end, text }));
}

// By position; what is inserted at a place stands before what replaces the text there. Merge sort, to be stable.
static bool stands_before(const struct edit *a, const struct edit *b)
{
    if (a->begin != b->begin)
        return a->begin < b->begin;
    return a->end == a->begin && b->end != b->begin;
}

static void merge_sort(struct edit *edits, struct edit *spare, size_t count)
{
    if (count < 2)
        return;
    size_t half = count / 2, i = 0, j = half, n = 0;
    merge_sort(edits, spare, half);
    merge_sort(edits + half, spare, count - half);
    if (!stands_before(&edits[half], &edits[half - 1]))
        return;
    while (i < half || j < count)
        spare[n++] = j == count || (i < half && !stands_before(&edits[j], &edits[i])) ? edits[i++] : edits[j++];
    memcpy(edits, spare, count * sizeof *edits);
}

static bool is_sorted(const struct edits *edits)
{
    for (size_t i = 1; i < edits->count; i++)
        if (stands_before(&edits->at[i], &edits->at[i - 1]))
            return false;
    return true;
}

// Most lists are made in the order of the text.
void edits_sort(struct edits *edits)
{
    if (is_sorted(edits))
        return;
    struct edit *spare = memory_resize(nullptr, edits->count * sizeof *spare);
    merge_sort(edits->at, spare, edits->count);
    free(spare);
}

size_t edits_find(const struct edits *edits, uint32_t at)
{
    return vec_search(edits, 0, e, e->begin < at);
}

struct make *find_make(const struct unit *unit, uint32_t begin, uint32_t end)
{
    struct make *found = nullptr;
    for (size_t i = 0; i < unit->makes.count; i++) {
        struct make *m = &unit->makes.at[i];
        if (m->begin <= begin && m->end >= end && (!found || m->begin > found->begin))
            found = m;
    }
    return found;
}

static void function_fini(struct function *fn)
{
    vec_fini(&fn->variables);
    vec_fini(&fn->refs);
    vec_fini(&fn->null_tests);
    vec_fini(&fn->literals);
    vec_fini(&fn->aliases);
    vec_fini(&fn->pointer_choices);
    map_fini(&fn->hiding);
    vec_fini(&fn->address_labels);
    vec_fini(&fn->inner_returns);
    vec_fini(&fn->labels);
    vec_fini(&fn->inner_continues);
    vec_fini(&fn->edits);
    vec_fini(&fn->awaits);
    if (fn->flow)
        vec_fini(&fn->flow->clause_reads);
    if (!fn->lowered)
        return;
    vec_fini(&fn->lowered->exits);
    vec_fini(&fn->lowered->owners);
}

void unit_fini(struct unit *unit)
{
    for (size_t i = 0; i < unit->functions.count; i++)
        function_fini(unit->functions.at[i]);
    vec_fini(&unit->functions);
    vec_fini(&unit->declarations);
    map_fini(&unit->async_names);
    vec_fini(&unit->awaits);
    vec_fini(&unit->statements);
    for (size_t i = 0; i < unit->makes.count; i++)
        vec_fini(&unit->makes.at[i].given), vec_fini(&unit->makes.at[i].owns);
    vec_fini(&unit->makes);
    vec_fini(&unit->choices);
    vec_fini(&unit->mentions);
    vec_fini(&unit->locks);
    for (size_t i = 0; i < unit->wrappers.count; i++)
        vec_fini(&unit->wrappers.at[i].parameters);
    vec_fini(&unit->wrappers);
    vec_fini(&unit->fills);
    vec_fini(&unit->constants);
    vec_fini(&unit->view_words);
    vec_fini(&unit->entries);
    vec_fini(&unit->words);
    vec_fini(&unit->handles);
    map_fini(&unit->generator_names);
}
