// wording.c: see wording.h.
//
// libclang has checked the view, and so its messages speak of what the view is made of: pointers to pointers to functions,
// bodies of their own, `typeof`. Here they become futures, functions and types again.
#define _GNU_SOURCE
#include "syntax/wording.h"

#include "model/report.h"
#include "syntax/handles.h"
#include "syntax/own_names.h"

#include <string.h>

static void replace_all(struct arena *arena, const char **text, const char *from, const char *to)
{
    for (const char *hit; (hit = strstr(*text, from));)
        *text = arena_printf(arena, "%.*s%s%s", (int)(hit - *text), *text, to, hit + strlen(from));
}

// The `(` that belongs to the `)` at `close`.
static const char *opening(const char *text, const char *close)
{
    int depth = 0;
    for (const char *p = close; p >= text; p--) {
        depth += *p == ')';
        depth -= *p == '(';
        if (depth == 0)
            return p;
    }
    return nullptr;
}

// `int (**)(struct async_tag *)` is called future(int), and `int (**(*)(double))(struct async_tag *)` future(int) (*)(double).
static void name_handles(struct arena *arena, const char **text, const struct handle_kind *kind)
{
    if (!strstr(*text, kind->tag))
        return;
    const char *tail = arena_printf(arena, ")(%s *)", kind->tag);
    for (const char *hit; (hit = strstr(*text, tail));) {
        const char *open = opening(*text, hit), *from = open;
        if (!open || strncmp(open, "(**", 3) != 0)
            return;
        for (int depth = 0; from > *text && from[-1] != '\'' && (depth || (from[-1] != '(' && from[-1] != ',')); from--)
            depth += (from[-1] == ')') - (from[-1] == '(');
        from += *from == ' ';
        const char *end = open > from && open[-1] == ' ' ? open - 1 : open;
        int inner = (int)(hit - open - 3);
        *text = arena_printf(arena, "%.*s%s(%.*s)%s%.*s%s", (int)(from - *text), *text, kind->type, (int)(end - from), from,
                             inner && open[3] != '[' ? " " : "", inner, open + 3, hit + strlen(tail));
    }
}

// `struct (unnamed at file.c:1:2)`, or `(unnamed struct at …)`: the place is one of the preprocessed text.
static void drop_places(struct arena *arena, const char **text)
{
    for (const char *hit, *end; (hit = strstr(*text, "(unnamed ")) && (end = strchr(hit, ')'));)
        *text = arena_printf(arena, "%.*s{ … }%s", (int)(hit - *text), *text, end + 1);
}

// The end of the literal that begins here.
static const char *skip_literal(const char *p, const char *end)
{
    char quote = *p++;
    while (p < end && *p != quote)
        p += *p == '\\' ? 2 : 1;
    return p;
}

// Has it a typeof, and each bracket its match? There may be quotes inside, of literals.
static bool is_whole_spelling(const char *from, const char *end)
{
    int depth = 0;
    const char *p = from;
    for (; p < end && depth >= 0; p++) {
        if (*p == '\'' || *p == '"')
            p = skip_literal(p, end);
        else
            depth += (*p == '(') - (*p == ')');
    }
    return p == end && depth == 0 && memmem(from, (size_t)(end - from), "typeof", 6);
}

// `'…typeof(…)…' (aka 'B')` is B: how the tool spells a future is not the user's business, nor what a macro measures.
static void drop_spellings(struct arena *arena, const char **text)
{
    for (const char *from = *text, *aka; (aka = strstr(from, "' (aka '"));) {
        const char *hit = aka, *end = strchr(aka + 8, '\'');
        while (hit > *text && (hit[-1] != '\'' || !is_whole_spelling(hit, aka)))
            hit--;
        from = aka + 1;
        if (!end || end[1] != ')' || hit == *text)
            continue;
        *text = arena_printf(arena, "%.*s%.*s'%s", (int)(hit - *text), *text, (int)(end - aka - 8), aka + 8, end + 2);
        from = *text;
    }
}

// That a handle is a pointer is not the user's business either.
static void drop_pointers(struct arena *arena, const char **text)
{
    replace_all(arena, text, "incompatible pointer to integer conversion", "incompatible conversion");
    replace_all(arena, text, "incompatible integer to pointer conversion", "incompatible conversion");
    replace_all(arena, text, "incompatible pointer types", "incompatible types");
    replace_all(arena, text, "comparison between pointer and integer", "comparison of incompatible types");
}

static const char member_head[] = "member reference base type '";

// `->` takes the outer pointer of its base away, which for a handle leaves `T (*)(struct async_tag *)`.
static void restore_base(struct arena *arena, const char **text)
{
    const char *hit = strstr(*text, ")(struct async_"), *open = hit ? opening(*text, hit) : nullptr;
    if (strncmp(*text, member_head, sizeof member_head - 1) == 0 && open && open[1] == '*' && open[2] != '*')
        *text = arena_printf(arena, "%.*s*%s", (int)(open + 1 - *text), *text, open + 1);
}

// The base is a future and nothing around it.
static void suggest_await(struct arena *arena, const char **text)
{
    const char *type = *text + sizeof member_head - 1, *end = strstr(*text, ")' ");
    if (strncmp(*text, member_head, sizeof member_head - 1) == 0 && strncmp(type, "future(", 7) == 0 && end &&
        opening(*text, end) == type + 6)
        *text = arena_printf(arena, "%s; did you forget to await it?", *text);
}

const char *users_words(struct arena *arena, const char *text)
{
    drop_spellings(arena, &text);
    const char *made = text;
    restore_base(arena, &text);
    for (int i = 0; i < HANDLE_KINDS; i++)
        name_handles(arena, &text, &handle_kinds[i]);
    if (text != made)
        drop_pointers(arena, &text);
    suggest_await(arena, &text);
    drop_places(arena, &text);
    replace_all(arena, &text, "async__body__", "");
    replace_all(arena, &text, "async__main", "main");
    char *copy = arena_copy(arena, text, strlen(text));
    own_names_restore(copy);
    return copy;
}

// `typeof(typeof(size_t) (**)(struct async_tag *))`, the view's spelling of future(size_t), keeps the name of the typedef.
static const char *unwrap_handle(struct arena *arena, const char *spelling)
{
    static const char head[] = "typeof(typeof(";
    const char *end = strstr(spelling, ") (**)(struct async_");
    if (strncmp(spelling, head, sizeof head - 1) != 0 || !end || opening(spelling, end) != spelling + sizeof head - 2 ||
        end[strlen(end) - 1] != ')' || opening(spelling, end + strlen(end) - 1) != spelling + 6)
        return nullptr;
    const char *value = spelling + sizeof head - 1, *tail = end + 1;
    return strstr(value, "typeof") ? nullptr
           : arena_printf(arena, "'%.*s%.*s'", (int)(end - value), value, (int)(strlen(tail) - 1), tail);
}

const char *type_in_users_words(const struct reader *reader, CXType type)
{
    CXString spelling = clang_getTypeSpelling(type);
    const char *unwrapped = unwrap_handle(reader->arena, clang_getCString(spelling));
    if (unwrapped) {
        clang_disposeString(spelling);
        return users_words(reader->arena, unwrapped);
    }
    if (strstr(clang_getCString(spelling), "typeof")) {
        clang_disposeString(spelling);
        spelling = clang_getTypeSpelling(clang_getCanonicalType(type));
    }
    const char *text = users_words(reader->arena, arena_printf(reader->arena, "'%s'", clang_getCString(spelling)));
    clang_disposeString(spelling);
    return text;
}

void forget_consequences(struct reader *reader, uint32_t token, const char *about)
{
    const struct source *source = reader->source;
    uint32_t first = token, end = token;
    while (first > 1 && token_word(source, first - 1) != ';' && token_word(source, first - 1) != '{' && token_word(source, first - 1) != '}')
        first--;
    while (token_word(source, end) != ';' && token_at(source, end)->kind != TOKEN_END)
        end++;
    report_forget(reader->unit->reports, token_at(source, first)->begin, token_at(source, end)->begin, about);
}
