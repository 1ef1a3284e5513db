// operators.c: see operators.h.
//
// libclang takes a future for a pointer, and so `*f(1)`, `f(1)[0]`, `f(1) + 1` and `f(1) > 2` are C to it, or an error that
// speaks of pointers. Of a handle one can ask only what the language knows: is it null (`!`, `&&`, `||`, `?:`, `==`), where
// does it lie (`&`). In every other place an await was forgotten.
#include "syntax/operators.h"

#include "model/report.h"
#include "syntax/handles.h"
#include "syntax/wording.h"

// Null: no handle.
static const struct handle_kind *handle_kind(CXType type)
{
    for (int i = 0; i < HANDLE_KINDS; i++)
        if (is_handle_type(type, handle_kinds[i].tag))
            return &handle_kinds[i];
    return nullptr;
}

// The 0 that is compared with a handle has become a null one.
static bool is_converted(CXCursor operand)
{
    struct cursors inner = {};
    if (clang_getCursorKind(operand) == CXCursor_UnexposedExpr)
        cursor_children(operand, &inner);
    bool converted = inner.count && !handle_kind(cursor_type(inner.at[0]));
    cursors_fini(&inner);
    return converted;
}

bool is_opened_handle(CXType type)
{
    CXType canonical = clang_getCanonicalType(type);
    CXType function = canonical.kind == CXType_Pointer ? clang_getPointeeType(canonical) : canonical;
    if (function.kind != CXType_FunctionProto || clang_getNumArgTypes(function) != 1)
        return false;
    CXString text = clang_getTypeSpelling(clang_getArgType(function, 0));
    bool found = strncmp(clang_getCString(text), "struct async_", 13) == 0 && strstr(clang_getCString(text), "_tag *");
    clang_disposeString(text);
    return found;
}

// How the operator is written; null: it may be given a handle, or is none.
static const char *operator_name(CXCursor cursor)
{
    switch (clang_getCursorKind(cursor)) {
    case CXCursor_ArraySubscriptExpr:
        return "[]";
    case CXCursor_UnaryOperator:
        switch (clang_getCursorUnaryOperatorKind(cursor)) {
        case CXUnaryOperator_Deref: return "*";
        case CXUnaryOperator_PreInc: case CXUnaryOperator_PostInc: return "++";
        case CXUnaryOperator_PreDec: case CXUnaryOperator_PostDec: return "--";
        default: return nullptr;
        }
    case CXCursor_BinaryOperator: case CXCursor_CompoundAssignOperator:
        switch (clang_getCursorBinaryOperatorKind(cursor)) {
        case CXBinaryOperator_Add: return "+";
        case CXBinaryOperator_Sub: return "-";
        case CXBinaryOperator_LT: return "<";
        case CXBinaryOperator_GT: return ">";
        case CXBinaryOperator_LE: return "<=";
        case CXBinaryOperator_GE: return ">=";
        case CXBinaryOperator_AddAssign: return "+=";
        case CXBinaryOperator_SubAssign: return "-=";
        default: return nullptr;
        }
    default:
        return nullptr;
    }
}

// Of the operand at `at`: not in what the view put in, nor in a typeof of one of our macros.
static bool is_evaluated(const struct reader *reader, CXCursor operator, uint32_t at)
{
    return view_is_copied(reader->view, cursor_span(reader, operator).view_begin) &&
           !token_at(reader->source, source_token_at(reader->source, at))->measure;
}

void check_operator(struct reader *reader, CXCursor cursor)
{
    const char *name = operator_name(cursor);
    if (!name)
        return;
    struct cursors operands = {};
    cursor_children(cursor, &operands);
    for (size_t i = 0; i < operands.count; i++) {
        CXType type = cursor_type(operands.at[i]);
        const struct handle_kind *kind = handle_kind(type);
        if (!kind || is_converted(operands.at[i]))
            continue;
        uint32_t at = cursor_span(reader, operands.at[i]).begin;     // found by descending: not for every operand
        if (!is_evaluated(reader, cursor, at))
            continue;
        forget_consequences(reader, source_token_at(reader->source, at), "ncompatible ");
        forget_consequences(reader, source_token_at(reader->source, at), "_tag *)");
        report_error(reader->unit->reports, at, "operand of '%s' is a %s%s", name, type_in_users_words(reader, type),
                     kind == &handle_kinds[0] ? "; did you forget to await it?" : "");
        break;
    }
    cursors_fini(&operands);
}
