// read_calls.c: where coroutine objects are made, and where they are dropped.
//
// In debug mode the runtime names the line that made an object which was never awaited. So every call that gives a
// future, in any function of the file, is noted; but for those that are awaited on the spot, which cannot be lost.
// A future that is the value of a whole statement is lost for certain: that is a warning. So is one that is only tested,
// `if (f(3))`, where an await was forgotten and C sees a pointer that is not null.
//
// Fills: unit.makes, unit.fills. Warns of dropped handles, and of calls that block; operators that futures do not have are
// errors.
#include "syntax/blocking.h"
#include "syntax/cursor.h"
#include "syntax/groups.h"
#include "syntax/mutexes.h"
#include "syntax/operators.h"
#include "syntax/outliving.h"

// Of async_with: its future is awaited without a word that says so.
static bool is_entry(const struct reader *reader, uint32_t before)
{
    const struct unit *unit = reader->unit;
    size_t i = vec_search(&unit->awaits, 0, e, e->word < before);
    return i < unit->awaits.count && unit->awaits.at[i].word == before && unit->awaits.at[i].view_head;
}

static bool is_awaited_here(const struct reader *reader, uint32_t begin)
{
    uint32_t token = source_token_at(reader->source, begin);
    while (token_word(reader->source, token - 1) == '(' && !is_entry(reader, token - 1))
        token--;
    return token_word(reader->source, token - 1) == WORD_AWAIT || is_entry(reader, token - 1);
}

// Inside `typeof(…)`, which casts and declarations of our own macros are full of.
static bool is_measured(const struct reader *reader, uint32_t begin)
{
    const struct source *source = reader->source;
    uint32_t t = source_token_at(source, begin);
    while (--t > 0) {
        enum word word = token_word(source, t);
        uint32_t match = token_at(source, t)->match;
        if (match && match < t)
            t = match;
        else if (word == ';' || word == '{' || word == '}')
            return false;
        else if (word == '(' && token_word(source, t - 1) == WORD_TYPEOF)
            return true;
    }
    return false;
}

// `f(g(3))`, where f takes a future: a call, perhaps with a cast of a macro of ours around it.
static bool makes_handle(CXCursor e)
{
    while (clang_getCursorKind(e) == CXCursor_UnexposedExpr || clang_getCursorKind(e) == CXCursor_ParenExpr ||
           clang_getCursorKind(e) == CXCursor_CStyleCastExpr) {
        struct cursors children = {};
        cursor_children(e, &children);
        CXCursor inner = children.count ? children.at[children.count - 1] : clang_getNullCursor();
        cursors_fini(&children);
        e = inner;
    }
    return clang_getCursorKind(e) == CXCursor_CallExpr;
}

static void note_given(struct reader *reader, CXCursor call, struct make *make)
{
    CXType function = clang_getCanonicalType(cursor_type(call));
    struct cursors children = {};
    cursor_children(call, &children);
    if (children.count)
        function = clang_getCanonicalType(cursor_type(children.at[0]));
    if (function.kind == CXType_Pointer)
        function = clang_getCanonicalType(clang_getPointeeType(function));
    for (size_t i = 1; i < children.count; i++) {
        struct span span = cursor_span(reader, children.at[i]);
        if ((int)i - 1 < clang_getNumArgTypes(function) && is_handle_type(clang_getArgType(function, (unsigned)i - 1), "struct async_tag") &&
            makes_handle(children.at[i]) && span.begin < span.end)
            vec_push(&make->given, ((struct text_range){ span.begin, span.end }));
    }
    cursors_fini(&children);
}

static void note_make(struct reader *reader, CXCursor call, bool dropped)
{
    struct span span = cursor_span(reader, call);
    if (span.begin >= span.end || is_awaited_here(reader, span.begin) || is_measured(reader, span.begin) || contains_await(reader, call) ||
        token_at(reader->source, source_token_at(reader->source, span.begin))->system)
        return;
    struct type *value = read_type(reader, handle_value_type(cursor_type(call)));
    if (!value->spelling)
        return;
    struct make make = {
        .begin = span.begin, .end = span.end, .type = value->spelling, .is_dropped = dropped,
        .is_stream = is_handle_type(cursor_type(call), "struct async_generator_tag"),
    };
    note_given(reader, call, &make);
    vec_push(&reader->unit->makes, make);
}

static bool is_body_of(CXCursor parent)
{
    switch (clang_getCursorKind(parent)) {
    case CXCursor_CompoundStmt: case CXCursor_IfStmt: case CXCursor_WhileStmt: case CXCursor_ForStmt: case CXCursor_DoStmt:
    case CXCursor_LabelStmt: case CXCursor_CaseStmt: case CXCursor_DefaultStmt:
        return true;
    default:
        return false;
    }
}

// `;` follows, and not as the last statement of ({ … }), which is a value.
static bool is_whole_statement(const struct reader *reader, struct span span)
{
    const struct source *source = reader->source;
    uint32_t behind = source_token_at(source, span.end), before = source_token_at(source, span.begin) - 1;
    if (token_word(source, behind) != ';')
        return false;
    while (token_word(source, behind + 1) == ';')
        behind++;
    if (token_word(source, behind + 1) == '}' && token_word(source, behind + 2) == ')')
        return false;
    // The parts of a `for` are inside its parentheses.
    return token_word(source, before) == ';' || token_word(source, before) == '{' || token_word(source, before) == '}' ||
           token_word(source, before) == ')' || token_word(source, before) == ':' || token_word(source, before) == WORD_ELSE ||
           token_word(source, before) == WORD_DO || token_word(source, before) == WORD_DEFER;
}

static bool mentions(const struct reader *reader, struct span span, const char *name)
{
    for (uint32_t t = source_token_at(reader->source, span.begin); token_at(reader->source, t)->begin < span.end; t++)
        if (token_is(reader->source, t, name))
            return true;
    return false;
}

static void report_dropped(struct reader *reader, CXCursor cursor)
{
    struct span span = cursor_span(reader, cursor);
    struct reports *reports = reader->unit->reports;
    if (is_handle_type(cursor_type(cursor), "struct async_generator_tag")) {
        report_warning(reports, span.begin, "lost-handle", "this generator is lost: nobody will ask for its values, or close it");
    } else if (clang_getCursorKind(cursor) == CXCursor_CallExpr) {
        size_t before = reports->list.count;
        report_warning(reports, span.begin, "never-awaited", "coroutine '%s' is never awaited", cursor_name(reader, cursor));
        if (reports->list.count > before)
            report_note(reports, span.begin, "await it, or make it a task with 'async_create_task'");
    } else if (mentions(reader, span, "async__create_task") || mentions(reader, span, "async__start")) {
        size_t before = reports->list.count;
        report_warning(reports, span.begin, "lost-handle", "the handle of this task is lost");
        if (reports->list.count > before)
            report_note(reports, span.begin, "keep it, or let the task run without it with 'async_detach'");
    } else {
        report_warning(reports, span.begin, "never-awaited", "this future is never awaited");
    }
}

static bool is_handle(CXCursor cursor)
{
    return is_handle_type(cursor_type(cursor), "struct async_tag") || is_handle_type(cursor_type(cursor), "struct async_generator_tag");
}

static bool is_comma(CXCursor cursor)
{
    return clang_getCursorKind(cursor) == CXCursor_BinaryOperator &&
           clang_getCursorBinaryOperatorKind(cursor) == CXBinaryOperator_Comma;
}

static bool is_dropped_kind(enum CXCursorKind kind)
{
    return kind == CXCursor_CallExpr || kind == CXCursor_CStyleCastExpr || kind == CXCursor_ParenExpr;
}

static CXCursor strip_parentheses(CXCursor cursor)
{
    while (clang_getCursorKind(cursor) == CXCursor_ParenExpr) {
        struct cursors children = {};
        cursor_children(cursor, &children);
        if (children.count)
            cursor = children.at[0];
        bool stop = !children.count;
        cursors_fini(&children);
        if (stop)
            break;
    }
    return cursor;
}

// The value of an expression goes nowhere: of `a ? b : c` neither b nor c, of `a, b` not b.
// What a comma has in front of it goes nowhere anyway: see visit().
static void warn_dropped(struct reader *reader, CXCursor cursor)
{
    CXCursor inner = strip_parentheses(cursor);
    struct cursors children = {};
    if (is_comma(inner) || clang_getCursorKind(inner) == CXCursor_ConditionalOperator)
        cursor_children(inner, &children);
    else if (is_dropped_kind(clang_getCursorKind(cursor)) && !cursor_await(reader, cursor) && is_handle(cursor))
        report_dropped(reader, cursor);
    for (size_t i = 1; i < children.count; i++)
        warn_dropped(reader, children.at[i]);
    cursors_fini(&children);
}

// The left one of a comma.
static void warn_dropped_operand(struct reader *reader, CXCursor comma)
{
    struct cursors children = {};
    cursor_children(comma, &children);
    if (children.count)
        warn_dropped(reader, children.at[0]);
    cursors_fini(&children);
}

static void warn_dropped_statement(struct reader *reader, CXCursor cursor)
{
    // Before its place is asked for, which takes time in a long line: of these only a handle can be dropped.
    if (!is_handle(cursor) && !is_comma(strip_parentheses(cursor)) && clang_getCursorKind(strip_parentheses(cursor)) != CXCursor_ConditionalOperator)
        return;
    struct span span = cursor_span(reader, cursor);
    if (!is_whole_statement(reader, span))
        return;
    enum CXCursorKind kind = clang_getCursorKind(cursor);
    // We say it; the compiler need not say of the macro's expansion that its value is unused.
    if (is_dropped_kind(kind) && kind != CXCursor_CallExpr && is_handle(cursor))
        edits_add(&reader->unit->fills, span.begin, span.begin, "(void)");
    warn_dropped(reader, cursor);
}

// `for (a, b; …; c, d)`: single calls there are looked at by is_tested().
static bool is_dropped_part_of_for(const struct reader *reader, CXCursor cursor, CXCursor parent)
{
    if (clang_getCursorKind(parent) != CXCursor_ForStmt || !is_comma(cursor))
        return false;
    struct span span = cursor_span(reader, cursor);
    uint32_t behind = source_token_at(reader->source, span.end), before = source_token_at(reader->source, span.begin) - 1;
    return token_word(reader->source, before) == '(' || token_word(reader->source, behind) == ')';
}

// The call's value is true or false here, and then gone.
static bool is_tested(CXCursor call, CXCursor parent)
{
    switch (clang_getCursorKind(parent)) {
    case CXCursor_IfStmt: case CXCursor_WhileStmt: case CXCursor_DoStmt: case CXCursor_ForStmt:
        return true;
    case CXCursor_UnaryOperator:
        return clang_getCursorUnaryOperatorKind(parent) == CXUnaryOperator_LNot;
    case CXCursor_BinaryOperator:
        return clang_getCursorBinaryOperatorKind(parent) == CXBinaryOperator_LAnd ||
               clang_getCursorBinaryOperatorKind(parent) == CXBinaryOperator_LOr;
    case CXCursor_ConditionalOperator:
        return clang_equalLocations(clang_getRangeStart(clang_getCursorExtent(call)), clang_getRangeStart(clang_getCursorExtent(parent)));
    case CXCursor_UnexposedExpr:
        return clang_getCanonicalType(cursor_type(parent)).kind == CXType_Bool;
    default:
        return false;
    }
}

static void warn_tested(struct reader *reader, CXCursor call, CXCursor parent)
{
    struct span span = cursor_span(reader, call);
    if (is_whole_statement(reader, span) || is_measured(reader, span.begin))
        return;
    // The other parts of a `for` test nothing.
    bool tested = clang_getCursorKind(parent) != CXCursor_ForStmt;
    report_warning(reader->unit->reports, span.begin, "never-awaited", "coroutine '%s' is never awaited%s", cursor_name(reader, call),
                   tested ? "; this tests the future, not its value" : "");
}

// `{}` for a scalar, which older compilers do not know: `{0}`, or 0 inside other braces, where they dislike these.
static void fill_empty_braces(struct reader *reader, CXCursor list, CXCursor parent)
{
    CXType type = clang_getCanonicalType(cursor_type(list));
    struct span span = cursor_span(reader, list);
    uint32_t open = source_token_at(reader->source, span.begin);
    if (type.kind == CXType_Record || type.kind == CXType_ConstantArray || type.kind == CXType_IncompleteArray ||
        type.kind == CXType_VariableArray || type.kind == CXType_Vector || token_word(reader->source, open) != '{' ||
        token_at(reader->source, open)->match != open + 1 || token_at(reader->source, open)->measure)
        return;
    bool is_inner = clang_getCursorKind(parent) == CXCursor_InitListExpr;
    uint32_t begin = is_inner ? span.begin : token_at(reader->source, open)->end;
    edits_add(&reader->unit->fills, begin, is_inner ? token_at(reader->source, open + 1)->end : begin, "0");
}

static enum CXChildVisitResult fill_inside(CXCursor cursor, CXCursor parent, CXClientData data)
{
    if (clang_getCursorKind(cursor) == CXCursor_InitListExpr)
        fill_empty_braces(data, cursor, parent);
    return CXChildVisit_Recurse;
}

// A coroutine object, or a generator with one in it.
static bool makes_object(CXCursor call)
{
    return is_handle_type(cursor_type(call), "struct async_tag") || is_handle_type(cursor_type(call), "struct async_generator_tag");
}

// `async_gather(f(1), …)`: the macro chooses its argument with a _Generic.
static enum CXChildVisitResult note_argument(CXCursor cursor, CXCursor parent, CXClientData data)
{
    struct reader *reader = data;
    (void)parent;
    if (clang_getCursorKind(cursor) == CXCursor_CallExpr && makes_object(cursor)) {
        size_t before = reader->unit->makes.count;
        note_make(reader, cursor, false);
        if (reader->unit->makes.count > before)
            vec_last(&reader->unit->makes).is_argument = true;
    }
    return CXChildVisit_Recurse;
}

static enum CXChildVisitResult visit(CXCursor cursor, CXCursor parent, CXClientData data)
{
    struct reader *reader = data;
    enum CXCursorKind kind = clang_getCursorKind(cursor);
    if (kind == CXCursor_CallExpr && reader->is_async) {
        warn_blocking(reader, cursor);
        warn_unchecked_group(reader, cursor);
        note_lock(reader, cursor);
    }
    if (kind == CXCursor_InitListExpr && reader->unit->lacks_c23)
        fill_empty_braces(reader, cursor, parent);
    if (kind == CXCursor_GenericSelectionExpr && reader->unit->lacks_c23)
        clang_visitChildren(cursor, fill_inside, reader);
    if (kind == CXCursor_GenericSelectionExpr)
        clang_visitChildren(cursor, note_argument, reader);
    if (kind == CXCursor_UnaryExpr || kind == CXCursor_GenericSelectionExpr)
        return CXChildVisit_Continue;      // measured, or one of the runtime's own macros
    check_operator(reader, cursor);
    warn_outliving(reader, cursor);
    if (clang_isExpression(kind) && is_body_of(parent))
        warn_dropped_statement(reader, cursor);
    else if (is_dropped_part_of_for(reader, cursor, parent))
        warn_dropped(reader, cursor);
    if (is_comma(cursor))
        warn_dropped_operand(reader, cursor);
    if (kind == CXCursor_CallExpr && makes_object(cursor)) {
        if (is_tested(cursor, parent))
            warn_tested(reader, cursor, parent);
        note_make(reader, cursor, is_body_of(parent) && is_whole_statement(reader, cursor_span(reader, cursor)));
    }
    return CXChildVisit_Recurse;
}

void read_calls(struct reader *reader, CXCursor function)
{
    cursor_visit(function, visit, reader);
}
