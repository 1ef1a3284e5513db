// groups.c: see groups.h.
//
// The first failure of a group ends its statement, and then the program goes on behind it as if all were well, unless somebody
// asks. Who asks is an `else`, be it empty, or any mention of the group that is more than giving it children or stopping them:
// async_group_error(g), or g handed on to a function.
//
// That a child finds no memory is not meant: every group can fail so. What is, are children whose value says whether they have
// failed (an int, long or long long), and async_group_fail.
#include "syntax/groups.h"

#include "syntax/statements.h"

static CXCursor inside_parens(CXCursor e)
{
    while (clang_getCursorKind(e) == CXCursor_ParenExpr || clang_getCursorKind(e) == CXCursor_UnexposedExpr) {
        struct cursors children = {};
        cursor_children(e, &children);
        CXCursor inner = children.count ? children.at[0] : clang_getNullCursor();
        cursors_fini(&children);
        e = inner;
    }
    return e;
}

// The third argument of async__spawn is the size of a value that may be a failure; else, and for async_spawn_to, 0.
static bool can_fail(const struct reader *reader, CXCursor call)
{
    const char *name = cursor_name(reader, call);
    if (strcmp(name, "async_group_fail") == 0)
        return true;
    long long size = 0;
    return strcmp(name, "async__spawn") == 0 && clang_Cursor_getNumArguments(call) == 4 &&
           cursor_evaluate(clang_Cursor_getArgument(call, 2), &size) && size > 0;
}

struct own_statement *find_group(const struct unit *unit, uint32_t token, const char *name)
{
    struct own_statement *found = nullptr;
    for (size_t i = 0; i < unit->statements.count && unit->statements.at[i].word < token; i++) {
        struct own_statement *s = &unit->statements.at[i];
        if (s->kind == OWN_GROUP && s->end > token && token_is(unit->source, s->open + 1, name))
            found = s;
    }
    return found;
}

// `async__spawn((g), …`, `async_group_cancel(g)`.
static bool only_uses(const struct source *source, uint32_t token)
{
    static const char *const names[] = { "async__spawn", "async_group_cancel", "async_group_fail", "async_group_wait" };
    uint32_t t = token - 1;
    while (token_word(source, t) == '(')
        t--;
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (t + 1 < token && token_is(source, t, names[i]))
            return true;
    return false;
}

static bool is_looked_at(const struct source *source, const struct own_statement *s, const char *name)
{
    for (uint32_t t = s->body; t < s->end; t++)
        if (token_is(source, t, name) && !only_uses(source, t))
            return true;
    return token_word(source, statement_end(source, s->body)) == WORD_ELSE;
}

void warn_unchecked_group(struct reader *reader, CXCursor call)
{
    if (!can_fail(reader, call))
        return;
    CXCursor group = inside_parens(clang_Cursor_getArgument(call, 0));
    if (clang_getCursorKind(group) != CXCursor_DeclRefExpr)
        return;
    uint32_t at = cursor_span(reader, call).begin;
    const char *name = cursor_name(reader, group);
    struct own_statement *s = find_group(reader->unit, source_token_at(reader->source, at), name);
    if (!s || s->is_checked)
        return;
    s->is_checked = true;
    if (is_looked_at(reader->source, s, name))
        return;
    struct reports *reports = reader->unit->reports;
    size_t before = reports->list.count;
    report_warning(reports, token_at(reader->source, s->word)->begin, "unchecked-group",
                   "nobody looks whether the group '%s' has failed; give it an 'else', which may be empty", name);
    if (reports->list.count > before)
        report_note(reports, at, "%s", strcmp(cursor_name(reader, call), "async_group_fail") == 0 ? "it may fail here" : "it fails where the value of this child is negative");
}
