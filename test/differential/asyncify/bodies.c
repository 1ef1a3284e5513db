// bodies.c: awaits in the bodies of async functions.
//
// A body is walked with a *place* for each expression, which says what may be done to it there:
//
//     value        it is read: any form that gives the same value will do
//     condition    only whether it is zero matters
//     object       it is named, assigned to or measured by what stands around it: only its operands may change
//     fixed        it is constant or not evaluated: calls become awaits, nothing else
//
// The forms for a value x, all of which give x:
//
//     (_Await asyncify_id_0(x))                   its own async function, for types that have a name at file scope
//     (_Await asyncify_pause(), x)
//     ({ _Await asyncify_pause(); (x); })
//     (_Await asyncify_true() ? (x) : 0)          where the type of this is that of x
//     ((x) ?: _Await asyncify_zero())             the same, but for pointers
//     (_Await asyncify_true() && (x))             for conditions; also with ||
//
// The walk is done twice: first to count, so that large programs get as many awaits as small ones, and small ones not too few.
#include "asyncify.h"

enum place { PLACE_VALUE, PLACE_CONDITION, PLACE_OBJECT, PLACE_FIXED };

enum { LEAST_WRAPS = 12, MOST_WRAPS = 250, LEAST_PAUSES = 2, MOST_PAUSES = 80 };

struct walk {
    struct program *p;
    uint32_t start;                // of the function
    bool counting;
    unsigned wraps, pauses;        // counted
    unsigned wrap_rate, pause_rate;       // of 100000
};

static void walk_statement(struct walk *w, CXCursor cursor);
static void walk_expression(struct walk *w, CXCursor cursor, enum place place);

// --- questions about expressions ---

static bool same_span(CXCursor a, CXCursor b)
{
    return clang_equalRanges(clang_getCursorExtent(a), clang_getCursorExtent(b));
}

static CXType type_of(CXCursor cursor)
{
    return clang_getUnqualifiedType(clang_getCanonicalType(clang_getCursorType(cursor)));
}

static bool is_integer(CXType type)
{
    return (type.kind >= CXType_Bool && type.kind <= CXType_Int128) || type.kind == CXType_Enum;
}

static bool is_real(CXType type)
{
    return type.kind >= CXType_Float && type.kind <= CXType_LongDouble;
}

static bool is_implicit_cast(CXCursor cursor, const struct cursors *children)
{
    return clang_getCursorKind(cursor) == CXCursor_UnexposedExpr && children->count == 1 &&
           clang_isExpression(clang_getCursorKind(children->at[0])) && same_span(cursor, children->at[0]);
}

// The member that an expression reads or writes, if it is a bit-field.
static CXCursor bit_field_of(CXCursor cursor)
{
    struct cursors children = {};
    children_of(cursor, &children);
    CXCursor found = clang_getNullCursor();
    CXCursor first = children.count ? children.at[0] : found, last = children.count ? vec_last(&children) : found;
    switch (clang_getCursorKind(cursor)) {
    case CXCursor_MemberRefExpr:
        if (clang_Cursor_isBitField(clang_getCursorReferenced(cursor)))
            found = clang_getCursorReferenced(cursor);
        break;
    case CXCursor_UnexposedExpr: case CXCursor_ParenExpr:
        if (children.count == 1)
            found = bit_field_of(first);
        break;
    case CXCursor_CompoundAssignOperator: case CXCursor_UnaryOperator:
        if (children.count)
            found = bit_field_of(first);
        break;
    case CXCursor_BinaryOperator:
        if (clang_getCursorBinaryOperatorKind(cursor) == CXBinaryOperator_Assign)
            found = bit_field_of(first);
        else if (clang_getCursorBinaryOperatorKind(cursor) == CXBinaryOperator_Comma)
            found = bit_field_of(last);
        break;
    default:
        break;
    }
    vec_fini(&children);
    return found;
}

// A bit-field's value has a width that no type has, until it is promoted.
static bool is_unpromoted_bit_field(CXCursor cursor)
{
    CXCursor member = bit_field_of(cursor);
    return !clang_Cursor_isNull(member) && clang_equalTypes(type_of(cursor), type_of(member));
}

static bool is_null_pointer(CXCursor cursor)
{
    if (type_of(cursor).kind != CXType_Pointer)
        return false;
    while (clang_getCursorKind(cursor) == CXCursor_UnexposedExpr || clang_getCursorKind(cursor) == CXCursor_ParenExpr ||
           clang_getCursorKind(cursor) == CXCursor_CStyleCastExpr) {
        struct cursors children = {};
        children_of(cursor, &children);
        CXCursor inner = children.count ? vec_last(&children) : clang_getNullCursor();
        vec_fini(&children);
        if (clang_Cursor_isNull(inner))
            return false;
        cursor = inner;
    }
    return clang_getCursorKind(cursor) == CXCursor_IntegerLiteral;
}

// `vector + 1`: only a constant may lose something when it becomes a vector.
static bool becomes_vector(CXCursor cursor)
{
    return type_of(cursor).kind == CXType_Vector && type_of(skip_implicit(cursor)).kind != CXType_Vector;
}

static bool has_value_kind(CXCursor cursor)
{
    switch (clang_getCursorKind(cursor)) {
    case CXCursor_IntegerLiteral: case CXCursor_FloatingLiteral: case CXCursor_CharacterLiteral: case CXCursor_CallExpr:
    case CXCursor_BinaryOperator: case CXCursor_CompoundAssignOperator: case CXCursor_CStyleCastExpr:
    case CXCursor_ConditionalOperator:
        return true;
    case CXCursor_UnaryOperator: {
        enum CXUnaryOperatorKind op = clang_getCursorUnaryOperatorKind(cursor);
        return op != CXUnaryOperator_Deref && op != CXUnaryOperator_Real && op != CXUnaryOperator_Imag &&
               op != CXUnaryOperator_Extension;
    }
    case CXCursor_UnexposedExpr: {
        struct cursors children = {};
        children_of(cursor, &children);
        bool cast = is_implicit_cast(cursor, &children);
        vec_fini(&children);
        return cast;
    }
    default:
        return false;
    }
}

static bool is_value(CXCursor cursor)
{
    uint32_t begin, end;
    if (!has_value_kind(cursor) || !span_of(cursor, &begin, &end) || is_unpromoted_bit_field(cursor) ||
        becomes_vector(cursor))
        return false;
    CXType type = type_of(cursor);
    if (type.kind == CXType_Pointer) {
        CXType to = clang_getCanonicalType(clang_getPointeeType(type));
        if (to.kind == CXType_FunctionProto || to.kind == CXType_FunctionNoProto)
            return false;
        return !is_null_pointer(cursor);
    }
    return is_integer(type) || is_real(type) ||
           type.kind == CXType_Complex || type.kind == CXType_Record || type.kind == CXType_Vector;
}

// --- identities ---

// Can the type be named where the function begins?
static bool is_named_at(const struct walk *w, CXType type)
{
    type = clang_getCanonicalType(type);
    if (type.kind == CXType_Pointer)
        return is_named_at(w, clang_getPointeeType(type));
    if (type.kind == CXType_ConstantArray)
        return is_named_at(w, clang_getArrayElementType(type));
    if (type.kind == CXType_Complex)
        return true;
    if (type.kind == CXType_Record || type.kind == CXType_Enum) {
        CXCursor declared = clang_getTypeDeclaration(type);
        uint32_t begin, end;
        bool here = span_of(declared, &begin, &end);
        return clang_getCursorKind(clang_getCursorSemanticParent(declared)) == CXCursor_TranslationUnit &&
               (!here || end < w->start);
    }
    return type.kind == CXType_Void || is_integer(type) || is_real(type);
}

// A conversion that C makes for operators, but not for arguments: to a pointer with qualifiers further in.
static bool converts_pointer(CXCursor cursor)
{
    struct cursors children = {};
    children_of(cursor, &children);
    bool converts = false;
    if (is_implicit_cast(cursor, &children)) {
        CXType from = type_of(children.at[0]), to = type_of(cursor);
        converts = from.kind == CXType_Pointer && to.kind == CXType_Pointer && !clang_equalTypes(from, to);
    }
    vec_fini(&children);
    return converts;
}

// The number of the identity of a type; -1: it has none.
static int find_identity(struct walk *w, CXType type)
{
    const char *spelling = copy(w->p, clang_getTypeSpelling(type));
    if (!is_named_at(w, type) || strstr(spelling, "(unnamed") || strstr(spelling, "(anonymous") ||
        strstr(spelling, "__va_list_tag"))
        return -1;
    for (size_t i = 0; i < w->p->identities.count; i++)
        if (strcmp(w->p->identities.at[i].spelling, spelling) == 0)
            return (int)i;
    int number = (int)w->p->identities.count;
    vec_push(&w->p->identities, ((struct identity){spelling}));
    insert(w->p, w->start,
           arena_printf(&w->p->arena,
                        "typedef __typeof__(%s) asyncify_type_%d;\n"
                        "static _Async asyncify_type_%d asyncify_id_%d(asyncify_type_%d);\n",
                        spelling, number, number, number, number));
    return number;
}

// --- forms ---

static bool keeps_type_beside_zero(CXType type)
{
    return type.kind == CXType_Pointer || (type.kind >= CXType_Int && type.kind <= CXType_LongLong) ||
           (type.kind >= CXType_UInt && type.kind <= CXType_ULongLong) || is_real(type);
}

static const char *begin_form(struct walk *w, uint32_t begin, const char *before, const char *behind)
{
    insert(w->p, begin, before);
    return behind;
}

// Writes what goes before the expression and gives what goes behind it.
static const char *wrap(struct walk *w, CXCursor cursor, uint32_t begin, enum place place)
{
    CXType type = type_of(cursor);
    unsigned form = draw(w->p, 16);
    if (place == PLACE_CONDITION && type.kind != CXType_Record && form < 6)
        return form < 3 ? begin_form(w, begin, "(_Await asyncify_true() && (", "))")
                        : begin_form(w, begin, "(!_Await asyncify_true() || (", "))");
    if (form < 9 && !converts_pointer(cursor)) {
        int identity = find_identity(w, type);
        if (identity >= 0)
            return begin_form(w, begin, arena_printf(&w->p->arena, "(_Await asyncify_id_%d((", identity), ")))");
    }
    if (form == 9 && keeps_type_beside_zero(type) && type.kind != CXType_Pointer)
        return begin_form(w, begin, "((", ") ?: _Await asyncify_zero())");
    if (form < 12 && keeps_type_beside_zero(type))
        return begin_form(w, begin, "(_Await asyncify_true() ? (", ") : 0)");
    // A pointer may point to what the braces would end: a compound literal, a member of a struct that a call gave.
    // clang 19 crashes when braces end with an atomic object.
    bool atomic = clang_getCanonicalType(clang_getCursorType(skip_implicit(cursor))).kind == CXType_Atomic;
    if (form < 14 && type.kind != CXType_Pointer && !atomic)
        return begin_form(w, begin, "({ _Await asyncify_pause(); (", "); })");
    return begin_form(w, begin, "(_Await asyncify_pause(), (", "))");
}

static bool is_drawn(struct walk *w, unsigned *count, unsigned rate)
{
    ++*count;
    return !w->counting && draw(w->p, 100000) < rate;
}

// --- expressions ---

static bool is_awaited(struct walk *w, CXCursor call)
{
    CXCursor declared = direct_callee(call);
    if (clang_Cursor_isNull(declared))
        return !w->p->pointers_stay;
    const struct function *f = find_function(w->p, declared);
    return f && !f->plain;
}

// Does a subscript or a member follow, which an await without parentheses would take for its operand?
static bool binds_more_tightly(const struct program *p, uint32_t end)
{
    const char *behind = p->source.text + end + strspn(p->source.text + end, " \n\t");
    return *behind == '.' || *behind == '[' || *behind == '(' || (*behind == '-' && behind[1] == '>');
}

static void walk_all(struct walk *w, const struct cursors *children, size_t first, enum place place)
{
    for (size_t i = first; i < children->count; i++)
        if (clang_isExpression(clang_getCursorKind(children->at[i])))
            walk_expression(w, children->at[i], place);
}

// An await of what the call gives, as written or by way of a task or a variable. What goes behind is returned.
static const char *await_call(struct walk *w, CXCursor call, uint32_t begin, uint32_t end, enum place place)
{
    CXType type = type_of(call);
    bool number = is_integer(type) || is_real(type);
    unsigned form = place == PLACE_FIXED ? 0 : draw(w->p, 16);
    if (form == 15)
        return begin_form(w, begin, "(_Await async_create_task(", "))");
    // Not for pointers and structs: the braces would end what they may point to.
    if (form == 14 && number)
        return begin_form(w, begin, "({ __auto_type asyncify_future = ", "; _Await asyncify_future; })");
    if (form % 2 || binds_more_tightly(w->p, end))
        return begin_form(w, begin, "(_Await ", ")");
    return begin_form(w, begin, " _Await ", "");
}

// f(x)   →   (*f)(x)
static void call_by_pointer(struct walk *w, CXCursor callee)
{
    uint32_t begin, end;
    if (draw(w->p, 16) == 0 && clang_getCursorKind(skip_implicit(callee)) == CXCursor_DeclRefExpr && span_of(callee, &begin, &end)) {
        insert(w->p, begin, "(*");
        insert(w->p, end, ")");
    }
}

static void walk_call(struct walk *w, CXCursor call, const struct cursors *children, enum place place)
{
    uint32_t begin, end;
    bool awaited = span_of(call, &begin, &end) && is_awaited(w, call) && !w->counting;
    const char *behind = awaited ? await_call(w, call, begin, end, place) : "";
    CXCursor declared = direct_callee(call);
    if (awaited && children->count)
        call_by_pointer(w, children->at[0]);
    const char *name = clang_Cursor_isNull(declared) ? "" : copy(w->p, clang_getCursorSpelling(declared));
    bool builtin = strncmp(name, "__", 2) == 0;
    if (clang_Cursor_isNull(declared) && children->count)
        walk_expression(w, children->at[0], PLACE_OBJECT);
    walk_all(w, children, 1, builtin || place == PLACE_FIXED ? PLACE_FIXED : PLACE_VALUE);
    if (*behind)
        insert(w->p, end, behind);
}

static void walk_binary(struct walk *w, CXCursor cursor, const struct cursors *children)
{
    enum CXBinaryOperatorKind op = clang_getCursorBinaryOperatorKind(cursor);
    bool assigns = op >= CXBinaryOperator_Assign && op <= CXBinaryOperator_OrAssign;
    bool logical = op == CXBinaryOperator_LAnd || op == CXBinaryOperator_LOr;
    if (children->count != 2)
        return;
    walk_expression(w, children->at[0], assigns ? PLACE_OBJECT : logical ? PLACE_CONDITION : PLACE_VALUE);
    walk_expression(w, children->at[1], logical ? PLACE_CONDITION : PLACE_VALUE);
}

static void walk_unary(struct walk *w, CXCursor cursor, const struct cursors *children)
{
    enum place place = PLACE_OBJECT;
    switch (clang_getCursorUnaryOperatorKind(cursor)) {
    case CXUnaryOperator_LNot: place = PLACE_CONDITION; break;
    case CXUnaryOperator_Deref: case CXUnaryOperator_Plus: case CXUnaryOperator_Minus: case CXUnaryOperator_Not:
        place = PLACE_VALUE;
        break;
    default: break;
    }
    walk_all(w, children, 0, place);
}

// An implicit conversion; `a ?: b`, whose first operand libclang lists several times; a designator with its value; and
// what is better left alone.
static void walk_unexposed(struct walk *w, CXCursor cursor, const struct cursors *children, enum place place)
{
    if (is_implicit_cast(cursor, children)) {
        bool fixed = is_null_pointer(cursor) || becomes_vector(cursor);
        walk_expression(w, children->at[0], fixed ? PLACE_FIXED : place);
    } else if (children->count >= 3 && same_span(children->at[0], children->at[1])) {
        walk_expression(w, children->at[0], PLACE_OBJECT);
        walk_expression(w, vec_last(children), place);
    } else {
        walk_all(w, children, 0, PLACE_FIXED);
    }
}

static void walk_list(struct walk *w, const struct cursors *children)
{
    for (size_t i = 0; i < children->count; i++) {
        struct cursors inner = {};
        children_of(children->at[i], &inner);
        bool designated = clang_getCursorKind(children->at[i]) == CXCursor_UnexposedExpr && inner.count &&
                          !is_implicit_cast(children->at[i], &inner);
        if (designated)
            walk_expression(w, vec_last(&inner), PLACE_VALUE);
        else if (clang_isExpression(clang_getCursorKind(children->at[i])))
            walk_expression(w, children->at[i], PLACE_VALUE);
        vec_fini(&inner);
    }
}

static void walk_inside(struct walk *w, CXCursor cursor, enum place place)
{
    struct cursors children = {};
    children_of(cursor, &children);
    enum CXCursorKind kind = clang_getCursorKind(cursor);
    if (kind == CXCursor_CallExpr) {
        walk_call(w, cursor, &children, place);
    } else if (kind == CXCursor_StmtExpr) {
        if (children.count)
            walk_statement(w, children.at[0]);
    } else if (kind == CXCursor_UnaryExpr || kind == CXCursor_GenericSelectionExpr || place == PLACE_FIXED) {
        walk_all(w, &children, 0, PLACE_FIXED);
    } else if (kind == CXCursor_BinaryOperator || kind == CXCursor_CompoundAssignOperator) {
        walk_binary(w, cursor, &children);
    } else if (kind == CXCursor_UnaryOperator) {
        walk_unary(w, cursor, &children);
    } else if (kind == CXCursor_UnexposedExpr) {
        walk_unexposed(w, cursor, &children, place);
    } else if (kind == CXCursor_InitListExpr) {
        walk_list(w, &children);
    } else if (kind == CXCursor_ConditionalOperator && children.count == 3) {
        walk_expression(w, children.at[0], PLACE_CONDITION);
        walk_all(w, &children, 1, PLACE_VALUE);
    } else if (kind == CXCursor_CStyleCastExpr) {
        if (children.count)
            walk_expression(w, vec_last(&children), is_null_pointer(cursor) ? PLACE_FIXED : PLACE_VALUE);
    } else if (kind == CXCursor_ParenExpr) {
        walk_all(w, &children, 0, place);
    } else if (kind == CXCursor_ArraySubscriptExpr) {
        walk_all(w, &children, 0, PLACE_VALUE);
    } else if (kind == CXCursor_MemberRefExpr) {
        bool arrow = children.count && type_of(children.at[0]).kind == CXType_Pointer;
        walk_all(w, &children, 0, arrow ? PLACE_VALUE : PLACE_OBJECT);
    } else {
        walk_all(w, &children, 0, PLACE_OBJECT);
    }
    vec_fini(&children);
}

static void walk_expression(struct walk *w, CXCursor cursor, enum place place)
{
    const char *behind = nullptr;
    uint32_t begin, end;
    if (place <= PLACE_CONDITION && is_value(cursor) && is_drawn(w, &w->wraps, w->wrap_rate) &&
        span_of(cursor, &begin, &end))
        behind = wrap(w, cursor, begin, place);
    // What is wrapped is followed by our own parenthesis.
    walk_inside(w, cursor, place);
    if (behind)
        insert(w->p, end, behind);
}

// --- statements ---

static void pause_before(struct walk *w, CXCursor statement, const char *text)
{
    uint32_t begin, end;
    if (is_drawn(w, &w->pauses, w->pause_rate) && span_of(statement, &begin, &end) && !is_word(w->p, begin, "__label__"))
        insert(w->p, begin, text);
}

static void walk_block(struct walk *w, const struct cursors *children)
{
    for (size_t i = 0; i < children->count; i++) {
        enum CXCursorKind kind = clang_getCursorKind(children->at[i]);
        if (kind != CXCursor_CaseStmt && kind != CXCursor_DefaultStmt && kind != CXCursor_UnexposedStmt)
            pause_before(w, children->at[i], " _Await asyncify_pause(); ");
        walk_statement(w, children->at[i]);
    }
}

// The statement that an if, a loop or a label governs.
static void walk_body(struct walk *w, CXCursor body)
{
    if (clang_isExpression(clang_getCursorKind(body)))
        pause_before(w, body, " _Await asyncify_pause(), ");
    walk_statement(w, body);
}

// The lengths of an array, or of what a type has in it.
static void walk_lengths(struct walk *w, CXCursor declaration, CXCursor init)
{
    CXType type = clang_getCanonicalType(clang_getCursorType(declaration));
    bool is_variable = type.kind == CXType_VariableArray && clang_getCanonicalType(clang_getArrayElementType(type)).kind != CXType_VariableArray;
    struct cursors children = {};
    children_of(declaration, &children);
    for (size_t i = 0; i < children.count; i++)
        if (clang_isExpression(clang_getCursorKind(children.at[i])) && !clang_equalCursors(children.at[i], init))
            walk_expression(w, children.at[i], is_variable ? PLACE_VALUE : PLACE_FIXED);
    vec_fini(&children);
}

static void walk_variable(struct walk *w, CXCursor variable)
{
    enum CX_StorageClass storage = clang_Cursor_getStorageClass(variable);
    CXCursor init = clang_Cursor_getVarDeclInitializer(variable);
    walk_lengths(w, variable, init);
    if (storage == CX_SC_Static || storage == CX_SC_Extern || clang_Cursor_isNull(init))
        return;
    walk_expression(w, init, PLACE_VALUE);
}

static void walk_statement(struct walk *w, CXCursor cursor)
{
    struct cursors children = {};
    children_of(cursor, &children);
    size_t last = children.count ? children.count - 1 : 0;
    enum CXCursorKind kind = clang_getCursorKind(cursor);
    switch (kind) {
    case CXCursor_CompoundStmt:
        walk_block(w, &children);
        break;
    case CXCursor_DeclStmt:
        for (size_t i = 0; i < children.count; i++)
            if (clang_getCursorKind(children.at[i]) == CXCursor_VarDecl)
                walk_variable(w, children.at[i]);
            else if (clang_getCursorKind(children.at[i]) == CXCursor_TypedefDecl)
                walk_lengths(w, children.at[i], clang_getNullCursor());
        break;
    case CXCursor_CaseStmt: case CXCursor_DefaultStmt: case CXCursor_LabelStmt:
        if (children.count)
            walk_body(w, children.at[last]);
        break;
    case CXCursor_IfStmt: case CXCursor_WhileStmt: case CXCursor_SwitchStmt:
        if (children.count < 2)
            break;
        walk_expression(w, children.at[0], kind == CXCursor_SwitchStmt ? PLACE_VALUE : PLACE_CONDITION);
        for (size_t i = 1; i < children.count; i++)
            walk_body(w, children.at[i]);
        break;
    case CXCursor_DoStmt:
        if (children.count != 2)
            break;
        walk_body(w, children.at[0]);
        walk_expression(w, children.at[1], PLACE_CONDITION);
        break;
    case CXCursor_ForStmt:
        for (size_t i = 0; i < children.count; i++) {
            if (i == last)
                walk_body(w, children.at[i]);
            else if (clang_isExpression(clang_getCursorKind(children.at[i])))
                walk_expression(w, children.at[i], PLACE_VALUE);
            else
                walk_statement(w, children.at[i]);
        }
        break;
    case CXCursor_ReturnStmt: case CXCursor_IndirectGotoStmt:
        walk_all(w, &children, 0, PLACE_VALUE);
        break;
    case CXCursor_UnexposedStmt:           // with an attribute
        if (children.count && clang_isStatement(clang_getCursorKind(children.at[last])))
            walk_statement(w, children.at[last]);
        break;
    default:
        if (clang_isExpression(kind))
            walk_expression(w, cursor, PLACE_VALUE);
        break;
    }
    vec_fini(&children);
}

// --- functions ---

// Calls in typeof: libclang does not show them, except those in the types of some expressions.
static void await_in_typeof(struct walk *w)
{
    struct program *p = w->p;
    for (size_t t = 0; t + 1 < p->tokens.count; t++) {
        if (!is_word(p, p->tokens.at[t], "typeof") && !is_word(p, p->tokens.at[t], "__typeof__"))
            continue;
        int depth = 0;
        do {
            char c = p->source.text[p->tokens.at[++t]];
            depth += (c == '(') - (c == ')');
            for (size_t i = 0; i < p->functions.count; i++)
                if (!p->functions.at[i]->plain && is_word(p, p->tokens.at[t], p->functions.at[i]->name) &&
                    p->source.text[p->tokens.at[t + 1]] == '(' && !is_edited(p, p->tokens.at[t]))
                    insert(p, p->tokens.at[t], "_Await ");
        } while (depth && t + 1 < p->tokens.count);
    }
}

static void walk_functions(struct walk *w)
{
    for (size_t i = 0; i < w->p->functions.count; i++) {
        const struct function *f = w->p->functions.at[i];
        uint32_t begin, end;
        if (f->plain || !span_of(f->definition, &begin, &end))
            continue;
        w->start = declaration_start(w->p, begin);
        struct cursors children = {};
        children_of(f->definition, &children);
        if (children.count && clang_getCursorKind(vec_last(&children)) == CXCursor_CompoundStmt)
            walk_statement(w, vec_last(&children));
        vec_fini(&children);
    }
}

static unsigned rate(unsigned wanted, unsigned count, unsigned least, unsigned most)
{
    unsigned rate = wanted * 100;
    if ((unsigned long long)rate * count / 100000 < least)
        return count > least ? (unsigned)(least * 100000ull / count) : 100000;
    return (unsigned long long)rate * count / 100000 > most ? (unsigned)(most * 100000ull / count) : rate;
}

void add_awaits(struct program *p, const struct amounts *amounts)
{
    struct walk count = {.p = p, .counting = true};
    walk_functions(&count);
    struct walk w = {
        .p = p,
        .wrap_rate = rate(amounts->wraps, count.wraps, LEAST_WRAPS, MOST_WRAPS),
        .pause_rate = rate(amounts->pauses, count.pauses, LEAST_PAUSES, MOST_PAUSES),
    };
    walk_functions(&w);
    await_in_typeof(&w);
}
