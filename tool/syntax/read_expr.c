// read_expr.c: from libclang's expressions to ours.
//
// Only expressions that contain an await (or stand beside one in a full expression) get here. libclang shows implicit
// conversions as nodes of their own with the extent of their operand; we fold them into it and keep the outer type.
// It lists some children twice or out of order, so operands are sorted by place and doubles dropped.
#include "syntax/cursor.h"

#include "model/declaration.h"
#include "syntax/choices.h"
#include "syntax/operators.h"
#include "syntax/wording.h"

static struct expr *new_expr(struct reader *reader, CXCursor cursor, enum expr_kind kind)
{
    struct expr *e = arena_new(reader->arena, struct expr);
    struct span span = cursor_span(reader, cursor);
    e->kind = kind;
    e->begin = span.begin;
    e->end = span.end;
    e->type = e->lvalue_type = read_type(reader, cursor_type(cursor));
    return e;
}

static void append(struct expr *e, struct expr ***end, struct expr *operand)
{
    **end = operand;
    *end = &operand->next;
    e->awaits |= operand->awaits;
    e->effects |= operand->effects;
    e->makes_array |= operand->makes_array;
}

static int by_place(const void *a, const void *b)
{
    const struct expr *x = *(struct expr *const *)a, *y = *(struct expr *const *)b;
    if (x->begin != y->begin)
        return x->begin < y->begin ? -1 : 1;
    return x->end < y->end ? 1 : x->end > y->end ? -1 : 0;
}

// Does `at` lie in the parentheses of a typeof, sizeof or the like that begin at or behind `begin`?
static bool is_in_type(const struct source *source, uint32_t begin, uint32_t at)
{
    uint32_t measure = token_at(source, source_token_at(source, at))->measure;
    return measure && token_at(source, measure)->begin >= begin;
}

// The type of a compound literal may have an expression as its length, which is none of its operands.
static uint32_t first_operand_of(const struct source *source, CXCursor cursor, const struct expr *e)
{
    if (clang_getCursorKind(cursor) != CXCursor_CompoundLiteralExpr)
        return e->begin;
    const struct token *open = token_at(source, source_token_at(source, e->begin));
    return open->match ? token_at(source, open->match)->begin : e->begin;
}

// Reads all children that are expressions, in the order of the text. What a type mentions is no operand.
static void read_operands(struct reader *reader, CXCursor cursor, struct expr *e)
{
    struct cursors children = {};
    struct operands vec(struct expr *) operands = {};
    cursor_children(cursor, &children);
    uint32_t first = first_operand_of(reader->source, cursor, e);
    struct span last = {};         // what is listed twice is read once, or its locals would be declared twice
    for (size_t i = 0; i < children.count; i++)
        if (cursor_is_expression(children.at[i])) {
            struct span span = cursor_span(reader, children.at[i]);
            if (span.begin >= first && span.end <= e->end && span.begin < span.end &&
                (span.begin != last.begin || span.end != last.end) && !is_in_type(reader->source, e->begin, span.begin))
                vec_push(&operands, read_expr(reader, children.at[i]));
            last = span;
        }
    if (operands.count)
        qsort(operands.at, operands.count, sizeof *operands.at, by_place);
    struct expr **end = &e->operands;
    uint32_t behind = 0;
    for (size_t i = 0; i < operands.count; i++)
        if (operands.at[i]->begin >= behind) {
            append(e, &end, operands.at[i]);
            behind = operands.at[i]->end;
        }
    vec_fini(&operands);
    cursors_fini(&children);
}

static size_t count_operands(const struct expr *e)
{
    size_t count = 0;
    for (const struct expr *o = e->operands; o; o = o->next)
        count++;
    return count;
}

// --- await ---

static CXCursor first_expression(CXCursor cursor)
{
    struct cursors children = {};
    CXCursor found = clang_getNullCursor();
    cursor_children(cursor, &children);
    for (size_t i = 0; i < children.count && clang_Cursor_isNull(found); i++)
        if (cursor_is_expression(children.at[i]))
            found = children.at[i];
    cursors_fini(&children);
    return found;
}

// The E of ((**(E))((struct async_tag *)0)): inside the second parenthesis that does not begin the await itself.
static CXCursor awaited_cursor(const struct reader *reader, CXCursor cursor, const struct await *await)
{
    CXCursor c = cursor;
    for (int depth = 0; depth < 12 && !clang_Cursor_isNull(c); depth++) {
        c = first_expression(c);
        if (clang_getCursorKind(c) == CXCursor_ParenExpr && cursor_span(reader, c).view_begin == await->view_begin + 4)
            return first_expression(c);
    }
    return clang_getNullCursor();
}

static CXCursor skip_parens(CXCursor cursor)
{
    while (clang_getCursorKind(cursor) == CXCursor_UnexposedExpr || clang_getCursorKind(cursor) == CXCursor_ParenExpr) {
        CXCursor inner = first_expression(cursor);
        if (clang_Cursor_isNull(inner))
            break;
        cursor = inner;
    }
    return cursor;
}

// `f(…)` where f is a function that this file knows as async at file scope: its start can be called.
static const struct async_declaration *find_callee(struct reader *reader, CXCursor call)
{
    if (clang_getCursorKind(call) != CXCursor_CallExpr || cursor_await(reader, call))
        return nullptr;
    CXCursor callee = skip_parens(first_expression(call));
    if (clang_getCursorKind(callee) != CXCursor_DeclRefExpr)
        return nullptr;
    CXCursor declared = clang_getCursorReferenced(callee);
    if (clang_getCursorKind(declared) != CXCursor_FunctionDecl)
        return nullptr;
    const char *name = cursor_name(reader, declared);
    if (strcmp(name, "async__main") == 0)
        name = "main";
    const struct async_declaration *d = find_async(reader->unit, name);
    return d && !d->generator ? d : nullptr;
}

static void read_call_operands(struct reader *reader, CXCursor call, struct expr *e, bool with_callee)
{
    struct cursors children = {};
    cursor_children(call, &children);
    struct expr **end = &e->operands;
    for (size_t i = with_callee ? 0 : 1; i < children.count; i++)
        if (cursor_is_expression(children.at[i]))
            append(e, &end, read_expr(reader, children.at[i]));
    cursors_fini(&children);
}

static void check_operand(struct reader *reader, CXCursor operand, struct await *await)
{
    CXType type = cursor_type(operand);
    if (is_handle_type(type, "struct async_tag"))
        return;
    uint32_t at = token_at(reader->source, await->operand)->begin;
    CXType canonical = clang_getCanonicalType(type);
    if (is_handle_type(type, "struct async_generator_tag")) {
        report_error(reader->unit->reports, at, "a generator cannot be awaited; use 'async_next' or 'async_for'");
    } else if (canonical.kind == CXType_FunctionProto || canonical.kind == CXType_FunctionNoProto ||
               (canonical.kind == CXType_Pointer && is_handle_type(clang_getResultType(clang_getPointeeType(canonical)), "struct async_tag"))) {
        // What libclang says of the statement because it took a function for its future.
        forget_consequences(reader, await->operand, "'future(");
        report_error(reader->unit->reports, at, "operand of 'await' is a function, not a future; did you forget to call it?");
    } else if (clang_getCursorKind(operand) != CXCursor_InvalidCode && canonical.kind != CXType_Invalid
               && canonical.kind != CXType_Dependent && !is_opened_handle(type)) {       // these: an error inside has been reported
        report_error(reader->unit->reports, at, "operand of 'await' is not a future but has type %s", type_in_users_words(reader, type));
    }
}

// `((void (*)(T))0)(E)`: T and E.
static void read_yielded(struct reader *reader, CXCursor cursor, struct expr *e)
{
    CXCursor call = cursor;
    while (!clang_Cursor_isNull(call) && clang_getCursorKind(call) != CXCursor_CallExpr)
        call = first_expression(call);
    if (clang_Cursor_isNull(call) || clang_Cursor_getNumArguments(call) != 1)
        return;
    CXType callee = clang_getPointeeType(clang_getCanonicalType(cursor_type(first_expression(call))));
    struct expr **end = &e->operands;
    e->lvalue_type = read_type(reader, clang_getArgType(callee, 0));
    append(e, &end, read_expr(reader, clang_Cursor_getArgument(call, 0)));
}

static struct expr *read_await(struct reader *reader, CXCursor cursor, struct await *await)
{
    struct expr *e = new_expr(reader, cursor, EXPR_AWAIT);
    e->begin = token_at(reader->source, await->word)->begin;
    e->end = token_at(reader->source, await->operand_end - 1)->end;
    e->await = await;
    await->evaluated = true;
    e->awaits = e->effects = true;
    CXCursor operand = awaited_cursor(reader, cursor, await);
    if (await->is_yield) {
        read_yielded(reader, operand, e);
        vec_push(&reader->function->awaits, await);
        return e;
    }
    if (clang_Cursor_isNull(operand)) {
        report_error(reader->unit->reports, e->begin, "operand of 'await' is not a future");
        return e;
    }
    check_operand(reader, operand, await);
    CXCursor call = skip_parens(operand);
    e->callee = find_callee(reader, call);
    if (e->callee) {
        read_call_operands(reader, call, e, false);
    } else {
        struct expr **end = &e->operands;
        append(e, &end, read_expr(reader, operand));
    }
    vec_push(&reader->function->awaits, await);
    return e;
}

// --- the other kinds ---

static struct expr *read_unary(struct reader *reader, CXCursor cursor)
{
    struct expr *e = new_expr(reader, cursor, EXPR_OTHER);
    switch (clang_getCursorUnaryOperatorKind(cursor)) {
    case CXUnaryOperator_AddrOf: e->kind = EXPR_ADDRESS; break;
    case CXUnaryOperator_Real: case CXUnaryOperator_Imag: e->kind = EXPR_MEMBER; break;
    case CXUnaryOperator_Deref: e->kind = EXPR_DEREF; break;
    case CXUnaryOperator_Extension: e->kind = EXPR_PAREN; break;       // changes nothing
    case CXUnaryOperator_PreInc: case CXUnaryOperator_PreDec:
    case CXUnaryOperator_PostInc: case CXUnaryOperator_PostDec:
        e->kind = EXPR_STEP;
        e->effects = true;
        break;
    default: break;
    }
    read_operands(reader, cursor, e);
    if (e->kind == EXPR_STEP && e->operands)
        e->is_bit_field = e->operands->is_bit_field;
    return e;
}

static struct expr *read_binary(struct reader *reader, CXCursor cursor)
{
    struct expr *e = new_expr(reader, cursor, EXPR_OTHER);
    enum CXBinaryOperatorKind op = clang_getCursorBinaryOperatorKind(cursor);
    switch (op) {
    case CXBinaryOperator_LAnd: e->kind = EXPR_AND; break;
    case CXBinaryOperator_LOr: e->kind = EXPR_OR; break;
    case CXBinaryOperator_Comma: e->kind = EXPR_COMMA; break;
    case CXBinaryOperator_Assign: e->kind = EXPR_ASSIGN; e->effects = true; break;
    default:
        if (op >= CXBinaryOperator_MulAssign && op <= CXBinaryOperator_OrAssign) {
            e->kind = EXPR_COMPOUND_ASSIGN;
            e->effects = true;
        }
    }
    read_operands(reader, cursor, e);
    if (e->kind != EXPR_OTHER && e->operands) {
        struct expr *last = e->operands;
        while (e->kind == EXPR_COMMA && last->next)
            last = last->next;
        e->is_bit_field = (e->kind != EXPR_AND && e->kind != EXPR_OR) && last->is_bit_field;
    }
    return e;
}

// Nothing is evaluated but, by sizeof, what has a variable length.
static struct expr *read_measured(struct reader *reader, CXCursor cursor)
{
    struct expr *e = new_expr(reader, cursor, EXPR_UNEVALUATED);
    e->effects = !cursor_is_constant(cursor);
    return e;
}

static struct expr *read_member(struct reader *reader, CXCursor cursor)
{
    struct expr *e = new_expr(reader, cursor, EXPR_MEMBER);
    CXCursor base = first_expression(cursor);
    if (clang_getCanonicalType(cursor_type(base)).kind == CXType_Pointer)
        e->kind = EXPR_ARROW;
    e->is_bit_field = clang_Cursor_isBitField(clang_getCursorReferenced(cursor));
    read_operands(reader, cursor, e);
    e->makes_array |= is_made_array(e);
    return e;
}

static struct expr *read_name(struct reader *reader, CXCursor cursor)
{
    struct expr *e = new_expr(reader, cursor, EXPR_NAME);
    CXCursor declared = clang_getCursorReferenced(cursor);
    switch (clang_getCursorKind(declared)) {
    case CXCursor_EnumConstantDecl: case CXCursor_FunctionDecl:
        e->kind = EXPR_CONSTANT;
        break;
    default:
        e->variable = cursor_variable(reader, cursor);
        // An array's value is its address, whatever changes inside.
        if (e->type->is_array && !e->type->is_variable && (!e->variable || !e->variable->is_param))
            e->kind = e->variable ? EXPR_NAME : EXPR_CONSTANT;
        e->effects = e->type->is_volatile || e->type->is_atomic;
    }
    return e;
}

// Only what lies in [begin, end) is evaluated: the other operands are dropped, and their awaits, which are those from
// `first` on, do not count.
static void keep_operands(struct reader *reader, struct expr *e, uint32_t begin, uint32_t end, size_t first)
{
    e->awaits = e->effects = false;
    struct expr **link = &e->operands;
    for (struct expr *o = e->operands; o; o = o->next) {
        if (o->begin < begin || o->end > end) {
            for (size_t i = first; i < reader->function->awaits.count; i++) {
                struct await *a = reader->function->awaits.at[i];
                uint32_t at = token_at(reader->source, a->word)->begin;
                a->evaluated &= at < o->begin || at >= o->end;
            }
            *link = o->next;
        } else {
            e->awaits |= o->awaits;
            e->effects |= o->effects;
            link = &o->next;
        }
    }
    size_t kept = first;
    for (size_t i = first; i < reader->function->awaits.count; i++)
        if (reader->function->awaits.at[i]->evaluated)
            reader->function->awaits.at[kept++] = reader->function->awaits.at[i];
    reader->function->awaits.count = kept;
}

// The controlling expression is not evaluated, so no await in it counts. Where nothing is taken apart we need not know which
// association is.
static struct expr *read_generic(struct reader *reader, CXCursor cursor)
{
    struct expr *e = new_expr(reader, cursor, EXPR_OTHER);
    const struct source *source = reader->source;
    size_t first = reader->function->awaits.count;
    read_operands(reader, cursor, e);
    struct associations list = {};
    generic_associations(source, source_token_at(source, e->begin), &list);
    int chosen = list.count == 1 ? 0 : find_choice(reader->unit, source_token_at(source, e->begin));
    bool awaits = false, constant = true;          // in any association
    for (const struct expr *o = e->operands; o && list.count; o = o->next) {
        bool associated = o->begin >= token_at(source, list.at[0].colon)->end;
        awaits |= o->awaits && associated;
        constant &= !associated || o->kind == EXPR_CONSTANT;
    }
    if (chosen < 0 && awaits)
        report_error(reader->unit->reports, e->begin,
                     "cannot tell which association of this '_Generic' is chosen; await into a variable first");
    uint32_t begin = chosen < 0 ? e->end : token_at(source, list.at[chosen].colon)->end;
    uint32_t end = chosen < 0 ? e->end : token_at(source, list.at[chosen].end)->begin;
    keep_operands(reader, e, begin, end, first);
    e->effects |= chosen < 0 && !constant;
    vec_fini(&list);
    return e;
}

// __builtin_choose_expr(c, a, b), where c is a constant: libclang shows all three, and the first as any expression.
static struct expr *read_choice(struct reader *reader, CXCursor cursor)
{
    struct expr *e = new_expr(reader, cursor, EXPR_OTHER);
    const struct source *source = reader->source;
    size_t first = reader->function->awaits.count;
    uint32_t open = source_token_at(source, e->begin) + 1, close = token_at(source, open)->match;
    uint32_t comma = assignment_end(source, open + 1, close), second = assignment_end(source, comma + 1, close);
    read_operands(reader, cursor, e);
    long long value = 0;
    cursor_evaluate(first_expression(cursor), &value);
    keep_operands(reader, e, token_at(source, value ? comma : second)->end, token_at(source, value ? second : close)->begin, first);
    return e;
}

// An implicit conversion, or one of the kinds that libclang has no name for.
static struct expr *read_unexposed(struct reader *reader, CXCursor cursor)
{
    struct cursors children = {};
    cursor_children(cursor, &children);
    struct expr *e;
    struct span outer = cursor_span(reader, cursor);
    bool same = children.count == 1 && cursor_is_expression(children.at[0]) &&
                cursor_span(reader, children.at[0]).begin == outer.begin && cursor_span(reader, children.at[0]).end == outer.end;
    if (same) {
        e = read_expr(reader, children.at[0]);
        // Not of what we store before it is converted: the place of a result, the a of `char c = a ?: b`.
        if (e->kind != EXPR_AWAIT && e->kind != EXPR_ELVIS && e->kind != EXPR_COND && e->kind != EXPR_BLOCK)
            e->type = read_type(reader, cursor_type(cursor));
    } else if (token_is(reader->source, source_token_at(reader->source, outer.begin), "__builtin_choose_expr")) {
        e = read_choice(reader, cursor);
    } else {
        e = new_expr(reader, cursor, EXPR_OTHER);
        read_operands(reader, cursor, e);
        // `a ?: b` lists a three times; the doubles are gone, two operands are left around `?` `:`.
        if (count_operands(e) == 2) {
            uint32_t behind = source_token_at(reader->source, e->operands->end);
            if (token_word(reader->source, behind) == '?' && token_word(reader->source, behind + 1) == ':')
                e->kind = EXPR_ELVIS;
        }
        if (!e->operands)
            e->effects = true;
    }
    cursors_fini(&children);
    return e;
}

static struct expr *read_block(struct reader *reader, CXCursor cursor)
{
    struct expr *e = new_expr(reader, cursor, EXPR_BLOCK);
    e->effects = true;
    struct cursors children = {};
    cursor_children(cursor, &children);
    uint32_t open = source_token_at(reader->source, e->begin) + 1;
    if (children.count == 1) {
        e->block = read_stmt(reader, children.at[0], open);
        // The flow of a jump out of it is not that of an expression, and it may have cleanups to run: it is taken apart as if
        // it awaited.
        e->awaits = e->block->awaits || jumps_from_block(reader, cursor);
    }
    cursors_fini(&children);
    return e;
}

static bool is_designated(const struct source *source, const struct expr *e)
{
    uint32_t token = source_token_at(source, e->begin);
    return token_word(source, token) == '.' || token_word(source, token) == '[' || token_word(source, token + 1) == ':';
}

struct expr *read_expr(struct reader *reader, CXCursor cursor)
{
    struct await *await = cursor_await(reader, cursor);
    if (await)
        return read_await(reader, cursor, await);
    struct expr *e;
    switch (clang_getCursorKind(cursor)) {
    case CXCursor_IntegerLiteral: case CXCursor_FloatingLiteral: case CXCursor_ImaginaryLiteral:
    case CXCursor_StringLiteral: case CXCursor_CharacterLiteral: case CXCursor_AddrLabelExpr: case CXCursor_CXXBoolLiteralExpr:
    case CXCursor_CXXNullPtrLiteralExpr:
        return new_expr(reader, cursor, EXPR_CONSTANT);
    case CXCursor_UnaryExpr:
        return read_measured(reader, cursor);
    case CXCursor_DeclRefExpr:
        return read_name(reader, cursor);
    case CXCursor_UnexposedExpr:
        return read_unexposed(reader, cursor);
    case CXCursor_UnaryOperator:
        return read_unary(reader, cursor);
    case CXCursor_BinaryOperator: case CXCursor_CompoundAssignOperator:
        return read_binary(reader, cursor);
    case CXCursor_MemberRefExpr:
        return read_member(reader, cursor);
    case CXCursor_GenericSelectionExpr:
        return read_generic(reader, cursor);
    case CXCursor_StmtExpr:
        return read_block(reader, cursor);
    case CXCursor_CallExpr:
        if (is_asking_builtin(reader->source, source_token_at(reader->source, cursor_span(reader, cursor).begin)))
            return read_measured(reader, cursor);
        e = new_expr(reader, cursor, EXPR_CALL);
        read_call_operands(reader, cursor, e, true);
        e->effects = true;
        return e;
    case CXCursor_ParenExpr:
        e = new_expr(reader, cursor, EXPR_PAREN);
        read_operands(reader, cursor, e);
        e->is_bit_field = e->operands && e->operands->is_bit_field;
        return e;
    case CXCursor_ConditionalOperator:
        e = new_expr(reader, cursor, EXPR_COND);
        read_operands(reader, cursor, e);
        if (e->operands && e->operands->type->is_vector)
            e->kind = EXPR_OTHER;          // it chooses for each element, from both
        return e;
    case CXCursor_ArraySubscriptExpr:
        e = new_expr(reader, cursor, EXPR_INDEX);
        read_operands(reader, cursor, e);
        return e;
    case CXCursor_InitListExpr:
        e = new_expr(reader, cursor, EXPR_LIST);
        read_operands(reader, cursor, e);
        for (struct expr *o = e->operands; o; o = o->next)
            if (o->kind == EXPR_OTHER && is_designated(reader->source, o)) {
                o->kind = EXPR_LIST;       // `[2] = value`: no value itself
                for (struct expr *index = o->operands; index && index->next; index = index->next)
                    index->kind = EXPR_CONSTANT;           // though it may name a constexpr
            }
        return e;
    default:
        e = new_expr(reader, cursor, EXPR_OTHER);
        read_operands(reader, cursor, e);
        return e;
    }
}
