// outliving.c: see outliving.h.
//
// A task that the function itself awaits, or whose handle a local owns, ends before the function's locals do. These do not:
//
//     async_detach(f(&x))        nobody waits for it
//     async_spawn(g, f(&x))      x is declared in the statement of the group, which is left before the children are awaited;
//                                or the group is somebody else's
//     return f(&x)               the coroutine object goes, x stays behind
//     outer = async_create_task(f(&x))     and x is gone before outer is: nobody awaits it in the scope of x
//
// An address is `&x`, `&x.member`, `&x[i]`, or an array. Pointers that hold one are not followed.
#include "syntax/outliving.h"

#include "syntax/groups.h"
#include "syntax/statements.h"

struct giving {
    struct reader *reader;
    const char *what;              // is given it
    const char *awaited;           // unless this name is mentioned behind it, in the scope of the variable; null: in any case
    uint32_t inside, inside_end;   // only variables that are declared in these tokens
    uint32_t until;                // … and whose scope ends in front of this one
};

static CXCursor child_of(CXCursor e, bool last)
{
    struct cursors children = {};
    cursor_children(e, &children);
    CXCursor child = children.count ? children.at[last ? children.count - 1 : 0] : clang_getNullCursor();
    cursors_fini(&children);
    return child;
}

static CXCursor inside_casts(CXCursor e)
{
    for (;;)
        switch (clang_getCursorKind(e)) {
        case CXCursor_ParenExpr: case CXCursor_UnexposedExpr: case CXCursor_CStyleCastExpr: case CXCursor_GenericSelectionExpr:
            e = child_of(e, true);
            break;
        default:
            return e;
        }
}

// The variable that the object lies in; null: there is none that we know.
static CXCursor find_root(CXCursor e)
{
    for (;;) {
        e = inside_casts(e);
        enum CXCursorKind kind = clang_getCursorKind(e);
        if (kind == CXCursor_DeclRefExpr)
            return clang_getCursorReferenced(e);
        if (kind != CXCursor_MemberRefExpr && kind != CXCursor_ArraySubscriptExpr)
            return clang_getNullCursor();
        CXCursor of = inside_casts(child_of(e, false));
        if (clang_getCanonicalType(clang_getCursorType(of)).kind == CXType_Pointer)
            return clang_getNullCursor();
        e = of;
    }
}

static CXCursor find_addressed(CXCursor argument)
{
    CXCursor e = inside_casts(argument);
    enum CXTypeKind type = clang_getCanonicalType(clang_getCursorType(e)).kind;
    if (clang_getCursorKind(e) == CXCursor_UnaryOperator && clang_getCursorUnaryOperatorKind(e) == CXUnaryOperator_AddrOf)
        return find_root(child_of(e, false));
    return type == CXType_ConstantArray || type == CXType_VariableArray ? find_root(e) : clang_getNullCursor();
}

static bool is_local(CXCursor variable)
{
    if (clang_getCursorKind(variable) == CXCursor_ParmDecl)
        return true;
    enum CX_StorageClass storage = clang_Cursor_getStorageClass(variable);
    return clang_getCursorKind(variable) == CXCursor_VarDecl && clang_getCursorKind(clang_getCursorSemanticParent(variable)) == CXCursor_FunctionDecl &&
           storage != CX_SC_Static && storage != CX_SC_Extern && clang_getCursorTLSKind(variable) == CXTLS_None;
}

static uint32_t declared_at(const struct reader *reader, CXCursor variable)
{
    return source_token_at(reader->source, view_to_source(reader->view, cursor_location(reader, variable), false));
}

// Where the scope of what this token declares ends.
static uint32_t scope_end(const struct source *source, uint32_t token)
{
    for (uint32_t t = token - 1; t > 0; t--) {
        uint32_t match = token_at(source, t)->match;
        if (match && match < t)
            t = match;
        else if (token_word(source, t) == '{')
            return match;
        else if (token_word(source, t) == '(' && match)        // of a parameter list, or the head of a statement
            return token_word(source, match + 1) == '{' ? token_at(source, match + 1)->match : statement_end(source, t - 1);
    }
    return UINT32_MAX;
}

static bool is_mentioned(const struct source *source, uint32_t first, uint32_t end, const char *name)
{
    for (uint32_t t = first; t < end && token_at(source, t)->kind != TOKEN_END; t++)
        if (token_is(source, t, name))
            return true;
    return false;
}

static void check_address(const struct giving *g, CXCursor argument)
{
    struct reader *reader = g->reader;
    CXCursor variable = find_addressed(argument);
    if (clang_Cursor_isNull(variable) || !is_local(variable))
        return;
    struct span span = cursor_span(reader, inside_casts(argument));
    uint32_t declared = declared_at(reader, variable), behind = source_token_at(reader->source, span.end);
    uint32_t end = scope_end(reader->source, declared);
    if (declared < g->inside || declared >= g->inside_end || end >= g->until)
        return;
    if (g->awaited && is_mentioned(reader->source, behind, end, g->awaited))
        return;
    struct reports *reports = reader->unit->reports;
    size_t before = reports->list.count;
    const char *name = cursor_name(reader, variable);
    report_warning(reports, span.begin, "address-of-local", "the address of '%s' is given to %s", name, g->what);
    if (reports->list.count > before)
        report_note(reports, token_at(reader->source, declared)->begin, "'%s' is declared here", name);
}

static bool gives_handle(CXCursor call)
{
    return is_handle_type(cursor_type(call), "struct async_tag") || is_handle_type(cursor_type(call), "struct async_generator_tag");
}

// All calls of async functions in an expression, but for what is only measured.
static void check_calls(const struct giving *g, CXCursor e)
{
    enum CXCursorKind kind = clang_getCursorKind(e);
    if (kind == CXCursor_UnaryExpr || clang_Cursor_isNull(e) || cursor_await(g->reader, e))
        return;
    if (kind == CXCursor_GenericSelectionExpr || kind == CXCursor_CStyleCastExpr) {        // the others are types, or ask for one
        check_calls(g, child_of(e, true));
        return;
    }
    struct cursors children = {};
    cursor_children(e, &children);
    bool gives = kind == CXCursor_CallExpr && gives_handle(e);
    for (size_t i = 0; i < children.count; i++) {
        if (gives && i > 0)
            check_address(g, children.at[i]);
        check_calls(g, children.at[i]);
    }
    cursors_fini(&children);
}

static void check_child(struct reader *reader, CXCursor call)
{
    CXCursor group = inside_casts(clang_Cursor_getArgument(call, 0));
    if (clang_getCursorKind(group) != CXCursor_DeclRefExpr || clang_Cursor_getNumArguments(call) != 4)
        return;
    uint32_t token = source_token_at(reader->source, cursor_span(reader, call).begin);
    const struct own_statement *s = find_group(reader->unit, token, cursor_name(reader, group));
    struct giving g = {
        .reader = reader, .what = "a child of the group, which can outlive it", .awaited = "async_group_wait",
        .inside_end = UINT32_MAX, .until = UINT32_MAX,
    };
    if (s) {
        g.inside = s->body;
        g.inside_end = s->end;
    }
    check_calls(&g, clang_Cursor_getArgument(call, 1));
    check_address(&g, clang_Cursor_getArgument(call, 3));      // of async_spawn_to
}

static void check_assignment(struct reader *reader, CXCursor assignment)
{
    CXCursor to = inside_casts(child_of(assignment, false));
    if (!gives_handle(to) || clang_getCursorKind(to) != CXCursor_DeclRefExpr)
        return;
    CXCursor variable = clang_getCursorReferenced(to);
    struct giving g = { .reader = reader, .what = "a task that can outlive it", .awaited = cursor_name(reader, variable),
                        .inside_end = UINT32_MAX, .until = UINT32_MAX };
    if (is_local(variable))
        g.until = scope_end(reader->source, declared_at(reader, variable));
    check_calls(&g, child_of(assignment, true));
}

void warn_outliving(struct reader *reader, CXCursor cursor)
{
    struct giving anybody = { .reader = reader, .what = "a task that can outlive it", .inside_end = UINT32_MAX, .until = UINT32_MAX };
    const char *name = "";
    switch (clang_getCursorKind(cursor)) {
    case CXCursor_CallExpr:
        name = cursor_name(reader, cursor);
        if (strcmp(name, "async__spawn") == 0)
            check_child(reader, cursor);
        else if (strcmp(name, "async__detach") == 0)
            check_calls(&anybody, clang_Cursor_getArgument(cursor, 0));
        break;
    case CXCursor_ReturnStmt:
        anybody.what = "what is returned, which outlives it";
        if (gives_handle(child_of(cursor, true)))
            check_calls(&anybody, child_of(cursor, true));
        break;
    case CXCursor_BinaryOperator:
        if (clang_getCursorBinaryOperatorKind(cursor) == CXBinaryOperator_Assign)
            check_assignment(reader, cursor);
        break;
    default:
        break;
    }
}
