// text.c: places in the source, and what is inserted there.
#include "asyncify.h"

#include <ctype.h>
#include <stdio.h>

static uint32_t offset_of(CXSourceLocation location)
{
    unsigned offset;
    clang_getFileLocation(location, nullptr, nullptr, nullptr, &offset);
    return offset;
}

bool span_of(CXCursor cursor, uint32_t *begin, uint32_t *end)
{
    CXSourceRange range = clang_getCursorExtent(cursor);
    *begin = offset_of(clang_getRangeStart(range));
    *end = offset_of(clang_getRangeEnd(range));
    return clang_Location_isFromMainFile(clang_getRangeStart(range)) && *begin < *end;
}

const char *copy(struct program *p, CXString string)
{
    const char *text = clang_getCString(string);
    char *result = arena_copy(&p->arena, text ? text : "", text ? strlen(text) : 0);
    clang_disposeString(string);
    return result;
}

static enum CXChildVisitResult add_child(CXCursor cursor, CXCursor parent, CXClientData data)
{
    (void)parent;
    vec_push((struct cursors *)data, cursor);
    return CXChildVisit_Continue;
}

void children_of(CXCursor cursor, struct cursors *children)
{
    clang_visitChildren(cursor, add_child, children);
}

bool is_word(const struct program *p, uint32_t at, const char *word)
{
    size_t length = strlen(word);
    return strncmp(p->source.text + at, word, length) == 0 && !isalnum((unsigned char)p->source.text[at + length]) &&
           p->source.text[at + length] != '_';
}

void insert(struct program *p, uint32_t at, const char *text)
{
    vec_push(&p->edits, ((struct edit){.at = at, .order = (uint32_t)p->edits.count, .text = text}));
}

bool is_edited(const struct program *p, uint32_t at)
{
    for (size_t i = 0; i < p->edits.count; i++)
        if (p->edits.at[i].at == at)
            return true;
    return false;
}

static bool is_in_directive(const struct program *p, uint32_t at)
{
    while (at > 0 && p->source.text[at - 1] != '\n')
        at--;
    return p->source.text[at] == '#';
}

// libclang's extent of a declaration may begin behind attributes: go back to the end of what stands before.
uint32_t declaration_start(const struct program *p, uint32_t at)
{
    size_t i = 0;
    while (i < p->tokens.count && p->tokens.at[i] < at)
        i++;
    while (i > 0) {
        uint32_t before = p->tokens.at[i - 1];
        char c = p->source.text[before];
        if (c == ';' || c == '}' || is_in_directive(p, before))
            break;
        at = before;
        i--;
    }
    return at;
}

static int by_place(const void *a, const void *b)
{
    const struct edit *x = a, *y = b;
    if (x->at != y->at)
        return x->at < y->at ? -1 : 1;
    return x->order < y->order ? -1 : x->order > y->order;
}

void write_edited(struct program *p)
{
    if (p->edits.count)
        qsort(p->edits.at, p->edits.count, sizeof *p->edits.at, by_place);
    uint32_t at = 0;
    for (size_t i = 0; i < p->edits.count; i++) {
        const struct edit *edit = &p->edits.at[i];
        fwrite(p->source.text + at, 1, edit->at - at, stdout);
        fputs(edit->text, stdout);
        at = edit->at;
    }
    fwrite(p->source.text + at, 1, p->source.length - at, stdout);
}
