// read_refs.c: every use of a local in a function, with what the use does to it.
//
// We walk the whole body with the context that an expression stands in: its value is wanted, it is assigned to, its
// address is taken, it is only measured. A use that we cannot place counts as an address taken: such a variable
// lives in the frame, where nothing can go wrong. A use is `certain` if its full expression cannot leave it out.
//
// Needs: function.variables.  Fills: function.refs, variable.address_taken, function.literals, the edits of `return`,
// `break` and `continue` inside statement expressions.
#include "syntax/cursor.h"

#include "model/declaration.h"

enum context {
    VALUE,
    ASSIGNED,
    UPDATED,
    ADDRESSED,
    MEASURED,          // unevaluated
};

struct walk {
    struct reader *reader;
    bool certain;
    bool is_text;              // an operand of sizeof, or of asm that does not await: never taken apart
    bool in_any_block;         // inside a statement expression
    bool in_block;             // … that stays text
    bool in_loop;              // … and inside a loop of it
    bool in_runtime_call;      // an argument of one of the runtime's own functions, which keep no address
};

static void walk(struct walk w, CXCursor cursor, enum context context);

static void walk_children(struct walk w, CXCursor cursor, enum context context)
{
    struct cursors children = {};
    cursor_children(cursor, &children);
    for (size_t i = 0; i < children.count; i++)
        walk(w, children.at[i], context);
    cursors_fini(&children);
}

static void add_ref(struct walk w, uint32_t begin, uint32_t end, struct variable *v, enum access access)
{
    v->is_mentioned = true;
    if (access == ACCESS_ADDRESS)
        v->address_taken = true;
    vec_push(&w.reader->function->refs, ((struct ref){ begin, end, v, access, w.certain }));
}

static void walk_name(struct walk w, CXCursor cursor, enum context context)
{
    static const enum access accesses[] = { ACCESS_READ, ACCESS_WRITE, ACCESS_BOTH, ACCESS_ADDRESS, ACCESS_NONE };
    struct variable *v = cursor_variable(w.reader, cursor);
    if (!v)
        return;
    struct span span = cursor_span(w.reader, cursor);
    add_ref(w, span.begin, span.end, v, accesses[context]);
}

static void walk_unexposed(struct walk w, CXCursor cursor, enum context context)
{
    struct cursors children = {};
    cursor_children(cursor, &children);
    for (size_t i = 0; i < children.count; i++) {
        enum context inner = VALUE;
        if (context == MEASURED)
            inner = MEASURED;
        else if (clang_getCanonicalType(cursor_type(children.at[i])).kind == CXType_ConstantArray ||
                 clang_getCanonicalType(cursor_type(children.at[i])).kind == CXType_VariableArray)
            inner = ADDRESSED;
        else if (children.count == 1 && context != VALUE && cursor_is_expression(cursor) &&
                 clang_getCursorKind(children.at[i]) == CXCursor_DeclRefExpr)
            inner = context == ADDRESSED ? ADDRESSED : VALUE;
        walk(w, children.at[i], inner);
    }
    cursors_fini(&children);
}

static void walk_unary(struct walk w, CXCursor cursor, enum context context)
{
    switch (clang_getCursorUnaryOperatorKind(cursor)) {
    case CXUnaryOperator_PreInc: case CXUnaryOperator_PreDec: case CXUnaryOperator_PostInc: case CXUnaryOperator_PostDec:
        walk_children(w, cursor, UPDATED);
        break;
    case CXUnaryOperator_AddrOf:
        walk_children(w, cursor, context == MEASURED ? MEASURED : ADDRESSED);
        break;
    case CXUnaryOperator_Real: case CXUnaryOperator_Imag: case CXUnaryOperator_Extension:
        walk_children(w, cursor, context == ASSIGNED ? UPDATED : context);
        break;
    default:
        walk_children(w, cursor, context == MEASURED ? MEASURED : VALUE);
    }
}

static void walk_binary(struct walk w, CXCursor cursor, enum context context)
{
    enum CXBinaryOperatorKind op = clang_getCursorBinaryOperatorKind(cursor);
    struct cursors children = {};
    cursor_children(cursor, &children);
    for (size_t i = 0; i < children.count; i++) {
        enum context inner = VALUE;
        struct walk at = w;
        if (context == MEASURED)
            inner = MEASURED;
        else if (i == 0 && op == CXBinaryOperator_Assign)
            inner = ASSIGNED;
        else if (i == 0 && op >= CXBinaryOperator_MulAssign && op <= CXBinaryOperator_OrAssign)
            inner = UPDATED;
        else if (i == 1 && op == CXBinaryOperator_Comma)
            inner = context;
        if (i == 1 && (op == CXBinaryOperator_LAnd || op == CXBinaryOperator_LOr))
            at.certain = false;
        walk(at, children.at[i], inner);
    }
    cursors_fini(&children);
}

static void walk_member(struct walk w, CXCursor cursor, enum context context)
{
    struct cursors children = {};
    cursor_children(cursor, &children);
    for (size_t i = 0; i < children.count; i++) {
        bool arrow = clang_getCanonicalType(cursor_type(children.at[i])).kind == CXType_Pointer;
        enum context inner = context == MEASURED ? MEASURED : arrow ? VALUE : context == ASSIGNED ? UPDATED : context;
        walk(w, children.at[i], inner);
    }
    cursors_fini(&children);
}

static void walk_index(struct walk w, CXCursor cursor, enum context context)
{
    struct cursors children = {};
    cursor_children(cursor, &children);
    for (size_t i = 0; i < children.count; i++) {
        CXType type = clang_getCanonicalType(cursor_type(children.at[i]));
        bool vector = type.kind == CXType_Vector || type.kind == CXType_ExtVector;
        enum context inner = VALUE;
        if (context == MEASURED)
            inner = MEASURED;
        else if (vector)
            inner = context == ASSIGNED ? UPDATED : context;
        walk(w, children.at[i], inner);
    }
    cursors_fini(&children);
}

static bool is_runtime_call(struct walk w, CXCursor call)
{
    const char *name = cursor_name(w.reader, call);
    return strncmp(name, "async__", 7) == 0;
}

static void walk_call(struct walk w, CXCursor cursor)
{
    w.in_runtime_call = is_runtime_call(w, cursor);
    walk_children(w, cursor, VALUE);
}

static void walk_literal(struct walk w, CXCursor cursor, enum context context)
{
    struct function *fn = w.reader->function;
    bool array = clang_getCanonicalType(cursor_type(cursor)).kind == CXType_ConstantArray;
    if ((context == ADDRESSED || array) && !w.in_runtime_call && context != MEASURED) {
        struct span span = cursor_span(w.reader, cursor);
        struct variable *v = arena_new(w.reader->arena, struct variable);
        v->name = v->output = v->field = arena_printf(w.reader->arena, "async__literal_%zu", fn->literals.count + 1);
        v->type = read_type(w.reader, cursor_type(cursor));
        v->declared = span.begin;
        v->is_temporary = v->address_taken = true;
        vec_push(&fn->literals, ((struct literal){ v, span.begin, span.end }));
    }
    w.in_runtime_call = false;
    walk_children(w, cursor, VALUE);
}

static bool has_constant_size(CXCursor cursor)
{
    for (CXType type = clang_getCanonicalType(cursor_type(cursor));; type = clang_getPointeeType(type)) {
        while (type.kind == CXType_ConstantArray || type.kind == CXType_IncompleteArray)
            type = clang_getArrayElementType(type);
        if (type.kind != CXType_Pointer)
            return type.kind != CXType_VariableArray;
    }
}

// The operand of sizeof or typeof is evaluated if its type has a variable length; an await in it would have to be, too.
static void check_measured(struct walk w, CXCursor cursor, bool (*is_constant)(CXCursor))
{
    struct span span = cursor_span(w.reader, cursor);
    const struct awaits *awaits = &w.reader->unit->awaits;
    for (size_t i = first_await(w.reader, span.begin); i < awaits->count; i++) {
        uint32_t at = token_at(w.reader->source, awaits->at[i].word)->begin;
        if (at >= span.end)
            return;
        const struct unit *unit = w.reader->unit;
        if (awaits->at[i].evaluated || is_constant(cursor) || unit->has_hidden_errors)
            continue;
        report_error(w.reader->unit->reports, at, "'await' in a type of variable length; await in front of it and use the value here");
        return;
    }
}

// Does the initializer of this variable assign it whenever the declaration is reached?
static void walk_variable(struct walk w, CXCursor cursor)
{
    check_measured(w, cursor, has_constant_size);
    struct reader *reader = w.reader;
    struct variable *v = cursor_variable(reader, cursor);
    if (v) {
        uint32_t at = view_to_source(reader->view, cursor_location(reader, cursor), false);
        uint32_t token = source_token_at(reader->source, at);
        // A declaration without initializer makes the value indeterminate: that ends what the variable was before.
        add_ref(w, token_at(reader->source, token)->begin, token_at(reader->source, token)->end, v, ACCESS_WRITE);
        if (v->is_param)
            reader->function->refs.count--;
    }
    walk_children(w, cursor, VALUE);
}

static bool has_effects(struct walk w, struct span span)
{
    const struct source *source = w.reader->source;
    uint32_t first = source_token_at(source, span.begin), end = first;
    while (token_at(source, end)->begin < span.end)
        end++;
    return tokens_have_effects(source, first, end);
}

// Does it tell the type, by itself? A null pointer is converted to that of the other arm.
static bool says_type(struct walk w, CXCursor arm, struct span span)
{
    while (clang_getCursorKind(arm) == CXCursor_UnexposedExpr || clang_getCursorKind(arm) == CXCursor_ParenExpr) {
        struct cursors children = {};
        cursor_children(arm, &children);
        bool wraps = children.count == 1;
        arm = wraps ? children.at[0] : arm;
        cursors_fini(&children);
        if (!wraps)
            break;
    }
    return !has_constant_size(arm) && !has_effects(w, span);
}

static void note_pointer_choice(struct walk w, CXCursor cursor, const struct cursors *operands)
{
    struct span whole = cursor_span(w.reader, cursor), yes = cursor_span(w.reader, operands->at[1]), no = cursor_span(w.reader, operands->at[2]);
    bool says = says_type(w, operands->at[1], yes);
    struct span typing = says ? yes : no;
    if (!says && !says_type(w, operands->at[2], no))
        return;
    const struct source *source = w.reader->source;
    vec_push(&w.reader->function->pointer_choices, ((struct pointer_choice){
        whole.begin, whole.end, yes.begin, yes.end, no.begin, no.end,
        source_token_at(source, typing.begin), source_token_at(source, typing.end - 1) + 1, false,
    }));
}

static void walk_conditional(struct walk w, CXCursor cursor, enum context context)
{
    struct cursors children = {};
    cursor_children(cursor, &children);
    if (children.count == 3 && !has_constant_size(cursor))
        note_pointer_choice(w, cursor, &children);
    for (size_t i = 0; i < children.count; i++) {
        struct walk at = w;
        at.certain = w.certain && i == 0;
        walk(at, children.at[i], context == MEASURED ? MEASURED : VALUE);
    }
    cursors_fini(&children);
}

static bool awaits_inside(struct walk w, CXCursor cursor)
{
    struct span span = cursor_span(w.reader, cursor);
    const struct awaits *awaits = &w.reader->unit->awaits;
    for (size_t i = first_await(w.reader, span.begin); i < awaits->count; i++) {
        if (token_at(w.reader->source, awaits->at[i].word)->begin >= span.end)
            break;
        if (awaits->at[i].evaluated)
            return true;
    }
    return false;
}

// The controlling expression is only measured. Which association is evaluated does not matter here: all may be.
static void walk_generic(struct walk w, CXCursor cursor, enum context context)
{
    struct cursors children = {};
    cursor_children(cursor, &children);
    for (size_t i = 0; i < children.count; i++)
        walk(w, children.at[i], i == 0 ? MEASURED : context);
    cursors_fini(&children);
}

// `"+r" (x)`: the operand's constraint says whether it may lie in memory, where the statement sees its address.
static enum context asm_context(struct walk w, CXCursor operand)
{
    const struct source *source = w.reader->source;
    uint32_t token = source_token_at(source, cursor_span(w.reader, operand).begin);
    while (token_word(source, token - 1) == '(')
        token--;
    const struct token *constraint = token_at(source, token - 1);
    if (token_word(source, token) != '(' || constraint->kind != TOKEN_STRING)
        return ADDRESSED;
    const char *text = source->text + constraint->begin;
    size_t length = constraint->end - constraint->begin;
    bool output = memchr(text, '+', length) || memchr(text, '=', length);
    for (size_t i = 0; i < length; i++)
        if (!strchr("\"+=&%rabcdSDqQRlx0123456789in", text[i]))
            return ADDRESSED;
    return output ? UPDATED : VALUE;
}

static void walk_asm(struct walk w, CXCursor cursor)
{
    struct cursors children = {};
    cursor_children(cursor, &children);
    w.is_text = !awaits_inside(w, cursor);
    for (size_t i = 0; i < children.count; i++)
        walk(w, children.at[i], asm_context(w, children.at[i]));
    cursors_fini(&children);
}

static uint32_t first_token(struct walk w, CXCursor cursor)
{
    return source_token_at(w.reader->source, cursor_span(w.reader, cursor).begin);
}

static void walk(struct walk w, CXCursor cursor, enum context context)
{
    switch (clang_getCursorKind(cursor)) {
    case CXCursor_DeclRefExpr: walk_name(w, cursor, context); break;
    case CXCursor_TypeRef: walk_name(w, cursor, MEASURED); break;
    case CXCursor_ParenExpr: walk_children(w, cursor, context); break;
    case CXCursor_UnexposedExpr: walk_unexposed(w, cursor, context); break;
    case CXCursor_UnaryOperator: walk_unary(w, cursor, context); break;
    case CXCursor_BinaryOperator: case CXCursor_CompoundAssignOperator: walk_binary(w, cursor, context); break;
    case CXCursor_MemberRefExpr: walk_member(w, cursor, context); break;
    case CXCursor_ArraySubscriptExpr: walk_index(w, cursor, context); break;
    case CXCursor_CallExpr: walk_call(w, cursor); break;
    case CXCursor_CompoundLiteralExpr: walk_literal(w, cursor, context); break;
    case CXCursor_UnaryExpr:
        w.is_text = true;
        check_measured(w, cursor, cursor_is_constant);
        walk_children(w, cursor, cursor_is_constant(cursor) ? MEASURED : VALUE);
        break;
    case CXCursor_CStyleCastExpr:
        check_measured(w, cursor, has_constant_size);
        walk_children(w, cursor, context == MEASURED ? MEASURED : VALUE);
        break;
    case CXCursor_TypedefDecl:
        check_measured(w, cursor, has_constant_size);
        walk_children(w, cursor, VALUE);
        break;
    case CXCursor_GenericSelectionExpr: walk_generic(w, cursor, context); break;
    case CXCursor_ConditionalOperator: walk_conditional(w, cursor, context); break;
    case CXCursor_VarDecl: walk_variable(w, cursor); break;
    case CXCursor_StmtExpr: {
        struct walk inside = w;
        inside.certain = false;
        inside.in_any_block = true;
        // One that awaits or jumps is taken apart, and its statements with it; but not in a type, which stays text.
        inside.in_block = w.is_text || token_at(w.reader->source, first_token(w, cursor))->measure ||
                          (!awaits_inside(w, cursor) && !jumps_from_block(w.reader, cursor));
        inside.in_loop = false;
        walk_children(inside, cursor, VALUE);
        break;
    }
    case CXCursor_ForStmt: case CXCursor_WhileStmt: case CXCursor_DoStmt:
        w.in_loop = true;
        walk_children(w, cursor, VALUE);
        break;
    case CXCursor_ReturnStmt:
        if (w.in_any_block)
            vec_push(&w.reader->function->inner_returns, ((struct inner_return){ first_token(w, cursor), w.in_block }));
        walk_children(w, cursor, VALUE);
        break;
    case CXCursor_GotoStmt: case CXCursor_IndirectGotoStmt: case CXCursor_BreakStmt:
        w.reader->function->has_inner_jump |= w.in_block;
        walk_children(w, cursor, VALUE);
        break;
    case CXCursor_ContinueStmt:
        w.reader->function->has_inner_jump |= w.in_block;
        if (w.in_block && !w.in_loop)
            vec_push(&w.reader->function->inner_continues, first_token(w, cursor));
        break;
    case CXCursor_GCCAsmStmt:
        walk_asm(w, cursor);
        break;
    case CXCursor_AddrLabelExpr: {
        const char *name = cursor_name(w.reader, cursor);
        vec_push(&w.reader->function->address_labels, name);
        break;
    }
    default:
        // A statement begins new full expressions; in an expression of another kind operands are values.
        walk_children(w, cursor, context == MEASURED ? MEASURED : VALUE);
    }
}

static int by_place(const void *a, const void *b)
{
    const struct ref *x = a, *y = b;
    if (x->begin != y->begin)
        return x->begin < y->begin ? -1 : 1;
    return (int)y->access - (int)x->access;
}

void read_refs(struct reader *reader, CXCursor body)
{
    struct function *fn = reader->function;
    walk((struct walk){ .reader = reader, .certain = true }, body, VALUE);
    if (!fn->refs.count)
        return;
    qsort(fn->refs.at, fn->refs.count, sizeof *fn->refs.at, by_place);
    read_measured_names(reader);
    qsort(fn->refs.at, fn->refs.count, sizeof *fn->refs.at, by_place);
    size_t kept = 1;           // libclang shows some expressions twice
    for (size_t i = 1; i < fn->refs.count; i++) {
        struct ref *last = &fn->refs.at[kept - 1], *r = &fn->refs.at[i];
        if (r->begin == last->begin && r->variable == last->variable) {
            if (r->access != last->access && r->access != ACCESS_NONE && last->access != ACCESS_NONE)
                last->access = last->access == ACCESS_ADDRESS ? ACCESS_ADDRESS : ACCESS_BOTH;
            last->certain &= r->certain;
        } else {
            fn->refs.at[kept++] = *r;
        }
    }
    fn->refs.count = kept;
}
