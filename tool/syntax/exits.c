// exits.c: see exits.h.
//
// ASYNC_EXIT(T, f) is, once it is expanded, the declaration of a function that nobody defines or calls:
//
//     extern void async__exit_of_7(__typeof__(T) *, __typeof__((f)(*(__typeof__(T) *)0)) *);
//
// So libclang has the type, with its qualifiers and typedefs to be looked through, has checked that f takes it, and says what f
// gives. The name of f is in the text.
#include "syntax/exits.h"

#include "model/declaration.h"
#include "model/report.h"
#include "syntax/wording.h"

static const char prefix[] = "async__exit_of_";

static CXType plain_type(CXType type)
{
    return clang_getUnqualifiedType(clang_getCanonicalType(type));
}

const struct scope_exit *exits_find(const struct reader *reader, CXType type)
{
    for (size_t i = 0; i < reader->exits->count; i++)
        if (clang_equalTypes(reader->exits->at[i].type, plain_type(type)))
            return reader->exits->at[i].exit;
    return nullptr;
}

// The text of f, in `( void ( T ) * , typeof ( ( f ) …`, whose first token is `open`.
static const char *read_function_name(struct reader *reader, uint32_t open)
{
    const struct source *source = reader->source;
    uint32_t t = open + 1, end = token_at(source, open)->match;
    while (t < end && token_word(source, t) != ',')
        t = token_skip(source, t);
    const char *text = "";
    for (uint32_t f = t + 4; f < token_at(source, t + 3)->match; f++)        // behind `, typeof ( (`
        text = arena_printf(reader->arena, "%s%s%s", text, *text ? " " : "", token_text(source, f));
    return text;
}

// What a call of f gives: `*` was put behind it.
static CXType read_result(CXCursor cursor)
{
    return clang_getCanonicalType(clang_getPointeeType(clang_getCanonicalType(clang_getArgType(clang_getCursorType(cursor), 1))));
}

void exits_note(struct reader *reader, CXCursor cursor, const char *name)
{
    if (strncmp(name, prefix, sizeof prefix - 1) != 0 || clang_getNumArgTypes(clang_getCursorType(cursor)) != 2)
        return;
    uint32_t at = view_to_source(reader->view, cursor_location(reader, cursor), false), token = source_token_at(reader->source, at);
    CXType type = clang_getPointeeType(clang_getCanonicalType(clang_getArgType(clang_getCursorType(cursor), 0)));
    CXType result = read_result(cursor);
    struct scope_exit *exit = arena_new(reader->arena, struct scope_exit);
    exit->function = read_function_name(reader, token + 1);
    if (is_handle_type(result, "struct async_tag")) {
        exit->value = read_type(reader, handle_value_type(result));
        exit->callee = find_async(reader->unit, exit->function);
    }
    const struct scope_exit *other = exits_find(reader, type);
    if (!other)
        vec_push(reader->exits, ((struct typed_exit){ plain_type(type), exit }));
    else if (strcmp(other->function, exit->function) != 0)
        report_error(reader->unit->reports, at, "%s has an exit already: '%s'", type_in_users_words(reader, plain_type(type)), other->function);
}
