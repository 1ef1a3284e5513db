// cursor.c: questions to one cursor of libclang. See cursor.h.
#include "syntax/cursor.h"

static uint32_t offset_of(CXSourceLocation location)
{
    unsigned offset;
    clang_getFileLocation(location, nullptr, nullptr, nullptr, &offset);
    return offset;
}

struct span cursor_span(const struct reader *reader, CXCursor cursor)
{
    CXSourceRange range = clang_getCursorExtent(cursor);
    struct span span = { .view_begin = offset_of(clang_getRangeStart(range)), .view_end = offset_of(clang_getRangeEnd(range)) };
    span.begin = view_to_source(reader->view, span.view_begin, false);
    span.end = view_to_source(reader->view, span.view_end, true);
    return span;
}

uint32_t cursor_location(const struct reader *reader, CXCursor cursor)
{
    (void)reader;
    return offset_of(clang_getCursorLocation(cursor));
}

static enum CXChildVisitResult add_child(CXCursor cursor, CXCursor parent, CXClientData data)
{
    (void)parent;
    struct cursors *children = data;
    vec_push(children, cursor);
    return CXChildVisit_Continue;
}

void cursor_children(CXCursor cursor, struct cursors *children)
{
    clang_visitChildren(cursor, add_child, children);
}

// What libclang keeps of an expression that has an error may have no type.
bool cursor_is_expression(CXCursor cursor)
{
    return clang_isExpression(clang_getCursorKind(cursor)) && clang_getCursorType(cursor).kind != CXType_Invalid;
}

bool cursor_is_constant(CXCursor cursor)
{
    return cursor_evaluate(cursor, &(long long){ });
}

bool cursor_is_number(CXCursor cursor)
{
    CXEvalResult result = clang_Cursor_Evaluate(cursor);
    CXEvalResultKind kind = result ? clang_EvalResult_getKind(result) : CXEval_UnExposed;
    if (result)
        clang_EvalResult_dispose(result);
    return kind == CXEval_Int || kind == CXEval_Float;
}

bool cursor_evaluate(CXCursor cursor, long long *value)
{
    CXEvalResult result = clang_Cursor_Evaluate(cursor);
    bool constant = result && clang_EvalResult_getKind(result) == CXEval_Int;
    if (constant)
        *value = clang_EvalResult_getAsLongLong(result);
    if (result)
        clang_EvalResult_dispose(result);
    return constant;
}

bool is_asking_builtin(const struct source *source, uint32_t token)
{
    static const char *const names[] = {
        "__builtin_constant_p", "__builtin_classify_type", "__builtin_object_size", "__builtin_dynamic_object_size",
        "__builtin_types_compatible_p", "__builtin_choose_expr",
    };
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (token_is(source, token, names[i]))
            return true;
    return false;
}

const char *cursor_name(const struct reader *reader, CXCursor cursor)
{
    CXString name = clang_getCursorSpelling(cursor);
    const char *text = clang_getCString(name);
    char *copy = arena_copy(reader->arena, text ? text : "", text ? strlen(text) : 0);
    clang_disposeString(name);
    return copy;
}

struct await *cursor_await(const struct reader *reader, CXCursor cursor)
{
    if (clang_getCursorKind(cursor) != CXCursor_ParenExpr)
        return nullptr;
    uint32_t begin = offset_of(clang_getRangeStart(clang_getCursorExtent(cursor)));
    const struct unit *unit = reader->unit;
    size_t low = vec_search(&unit->awaits, 0, e, e->view_begin < begin);
    return low < unit->awaits.count && unit->awaits.at[low].view_begin == begin ? &unit->awaits.at[low] : nullptr;
}

struct variable *cursor_variable(const struct reader *reader, CXCursor cursor)
{
    CXCursor declared = clang_getCursorReferenced(cursor);
    enum CXCursorKind kind = clang_getCursorKind(declared);
    if ((kind != CXCursor_VarDecl && kind != CXCursor_ParmDecl && kind != CXCursor_TypedefDecl) || !reader->function)
        return nullptr;
    uint32_t at = offset_of(clang_getCursorLocation(declared));
    struct variables *variables = (struct variables *)&reader->function->variables;
    size_t low = vec_search(variables, 0, e, (*e)->index < at);
    return low < variables->count && variables->at[low]->index == at ? variables->at[low] : nullptr;
}

size_t first_await(const struct reader *reader, uint32_t begin)
{
    const struct unit *unit = reader->unit;
    return vec_search(&unit->awaits, 0, e, token_at(unit->source, e->word)->begin < begin);
}

bool contains_await(const struct reader *reader, CXCursor cursor)
{
    struct span span = cursor_span(reader, cursor);
    const struct unit *unit = reader->unit;
    size_t i = first_await(reader, span.begin);
    return i < unit->awaits.count && token_at(unit->source, unit->awaits.at[i].word)->begin < span.end;
}

static bool is_jump(enum word word)
{
    return word == WORD_RETURN || word == WORD_GOTO || word == WORD_BREAK || word == WORD_CONTINUE;
}

bool jumps_from_block(const struct reader *reader, CXCursor cursor)
{
    if (!reader->function)
        return false;
    const struct source *source = reader->source;
    struct span span = cursor_span(reader, cursor);
    uint32_t block_end = 0;
    for (uint32_t t = source_token_at(source, span.begin); token_at(source, t)->begin < span.end; t++) {
        if (token_word(source, t) == '(' && token_word(source, t + 1) == '{' && token_at(source, t)->match > block_end)
            block_end = token_at(source, t)->match;
        if (t < block_end && (is_jump(token_word(source, t)) || find_own_statement(reader->unit, t)))
            return true;
    }
    return false;
}
