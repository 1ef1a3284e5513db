// source.c: questions about positions in the text.
#include "model/source.h"

static uint32_t find_line(const struct source *source, uint32_t at)
{
    size_t low = 0, high = source->lines.count;
    while (high - low > 1) {
        size_t middle = (low + high) / 2;
        if (source->lines.at[middle] <= at)
            low = middle;
        else
            high = middle;
    }
    return (uint32_t)low;
}

uint32_t source_region(const struct source *source, uint32_t at)
{
    size_t low = 0, high = source->regions.count;
    while (high - low > 1) {
        size_t middle = (low + high) / 2;
        if (source->regions.at[middle].begin <= at)
            low = middle;
        else
            high = middle;
    }
    return (uint32_t)low;
}

struct position source_place(const struct source *source, uint32_t at)
{
    const struct region *region = &source->regions.at[source_region(source, at)];
    uint32_t lines = find_line(source, at) - region->first_line;
    return (struct position){ region->file, region->line + lines, region->system };
}

uint32_t source_line_begin(const struct source *source, uint32_t at)
{
    return source->lines.at[find_line(source, at)];
}

uint32_t source_token_at(const struct source *source, uint32_t at)
{
    size_t low = 0, high = source->tokens.count - 1;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (source->tokens.at[middle].end <= at)
            low = middle + 1;
        else
            high = middle;
    }
    return (uint32_t)low;
}

char *token_text(const struct source *source, uint32_t token)
{
    const struct token *t = token_at(source, token);
    return arena_copy(source->arena, source->text + t->begin, t->end - t->begin);
}

const char *note_weak_name(const struct note *note)
{
    static const char head[] = "#pragma weak ";
    bool weak = note->kind == NOTE_PRAGMA && strncmp(note->text, head, sizeof head - 1) == 0;
    return weak ? note->text + sizeof head - 1 : nullptr;
}

const char *note_openmp_directive(const struct note *note)
{
    const char *word = note->text + strspn(note->text, "# \t");
    if (note->kind != NOTE_PRAGMA || strncmp(word, "pragma", 6) != 0)
        return nullptr;
    word += 6 + strspn(word + 6, " \t");
    return strncmp(word, "omp", 3) == 0 && strchr(" \t", word[3]) ? word + 3 : nullptr;
}

void source_fini(struct source *source)
{
    vec_fini(&source->tokens);
    vec_fini(&source->regions);
    vec_fini(&source->lines);
    vec_fini(&source->notes);
    vec_fini(&source->marks);
}
