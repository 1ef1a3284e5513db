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
    bool sure;                 // the same within its statement
    bool is_text;              // an operand of sizeof, or of asm that does not await: never taken apart
    bool in_any_block;         // inside a statement expression
    bool in_block;             // … that stays text
    bool in_loop;              // … and inside a loop of it
    bool in_runtime_call;      // an argument of one of the runtime's own functions, which keep no address
    bool is_taking;            // … of async_take: no address of the user's
    enum use use;              // what becomes of the value
    uint32_t awaited;          // in an await: where in the view the parenthesis around its operand begins
    bool is_stream;            // … of `(**(G))(…)`, which an async_for makes of its stream
    bool is_null;              // what is assigned
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
    enum use use = access == ACCESS_READ || access == ACCESS_BOTH ? w.use : USE_LOOK;
    if (use != USE_LOOK && token_at(w.reader->source, source_token_at(w.reader->source, begin))->measure)
        use = USE_LOOK;        // an operand of typeof, which libclang shows among those that are evaluated
    vec_push(&w.reader->function->refs, ((struct ref){
        .begin = begin, .end = end, .variable = v, .access = access, .certain = w.certain, .sure = w.sure, .use = use,
        .is_null = access == ACCESS_WRITE && w.is_null,
    }));
}

static bool is_handle(CXType type)
{
    return is_handle_type(type, "struct async_tag") || is_handle_type(type, "struct async_generator_tag");
}

// A handle becomes a value of this type.
static enum use use_as(CXType type)
{
    return is_handle(type) ? USE_CONSUME : USE_KEEP;
}

// `{}`, `nullptr`, 0, and the same as `(future(int)){}`.
static bool is_null(CXCursor cursor)
{
    struct cursors children = {};
    bool null = false;
    cursor_children(cursor, &children);
    switch (clang_getCursorKind(cursor)) {
    case CXCursor_CXXNullPtrLiteralExpr: case CXCursor_GNUNullExpr: null = true; break;
    case CXCursor_IntegerLiteral: null = cursor_is_constant(cursor); break;       // no other number can be assigned
    case CXCursor_InitListExpr: null = !children.count || is_null(children.at[children.count - 1]); break;
    case CXCursor_UnexposedExpr: case CXCursor_ParenExpr: case CXCursor_CStyleCastExpr: case CXCursor_CompoundLiteralExpr:
        null = children.count && is_null(children.at[children.count - 1]);
        break;
    default: break;
    }
    cursors_fini(&children);
    return null;
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
    enum CXUnaryOperatorKind op = clang_getCursorUnaryOperatorKind(cursor);
    enum use use = w.use;
    w.use = w.is_stream && op == CXUnaryOperator_Deref ? use : USE_LOOK;
    switch (op) {
    case CXUnaryOperator_PreInc: case CXUnaryOperator_PreDec: case CXUnaryOperator_PostInc: case CXUnaryOperator_PostDec:
        walk_children(w, cursor, UPDATED);
        break;
    case CXUnaryOperator_AddrOf:
        w.use = w.is_taking ? USE_CONSUME : USE_LOOK;
        walk_children(w, cursor, context == MEASURED ? MEASURED : w.is_taking ? UPDATED : ADDRESSED);
        break;
    case CXUnaryOperator_Real: case CXUnaryOperator_Imag: case CXUnaryOperator_Extension:
        w.use = use;
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
        at.use = i == 1 && op == CXBinaryOperator_Assign ? use_as(cursor_type(cursor)) : i == 1 && op == CXBinaryOperator_Comma ? w.use : USE_LOOK;
        at.is_null = op == CXBinaryOperator_Assign && i == 0 && children.count == 2 && is_null(children.at[1]);
        if (context == MEASURED)
            inner = MEASURED;
        else if (i == 0 && op == CXBinaryOperator_Assign)
            inner = ASSIGNED;
        else if (i == 0 && op >= CXBinaryOperator_MulAssign && op <= CXBinaryOperator_OrAssign)
            inner = UPDATED;
        else if (i == 1 && op == CXBinaryOperator_Comma)
            inner = context;
        if (i == 1 && (op == CXBinaryOperator_LAnd || op == CXBinaryOperator_LOr))
            at.certain = at.sure = false;
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

// Those of the runtime's functions that take a handle and do not consume it.
static bool only_looks(const char *name)
{
    static const char *const names[] = {
        "async__cancel_handle", "async__done", "async__cancelled", "async__result", "async__wait", "async__retain",
        "async__add_done_callback", "async__next",
    };
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (strcmp(name, names[i]) == 0)
            return true;
    return false;
}

// What a function of the program does with a handle that is its argument. `printf("%p", (void *)h)` shows it.
static enum use use_as_argument(CXType function, CXCursor argument, int index)
{
    if (function.kind == CXType_Pointer)
        function = clang_getCanonicalType(clang_getPointeeType(function));
    enum use consume = is_handle(clang_getResultType(function)) ? USE_MAKE : USE_CONSUME;
    if (index < clang_getNumArgTypes(function))
        return is_handle(clang_getArgType(function, (unsigned)index)) ? consume : USE_KEEP;
    return is_handle(cursor_type(argument)) ? consume : USE_LOOK;
}

static bool takes_stream(CXType function)
{
    CXType type = clang_getCanonicalType(function);
    if (type.kind == CXType_Pointer)
        type = clang_getPointeeType(type);
    if (clang_getNumArgTypes(type) != 1)
        return false;
    CXString name = clang_getTypeSpelling(clang_getArgType(type, 0));
    bool is_tag = strcmp(clang_getCString(name), "struct async_generator_tag *") == 0;
    clang_disposeString(name);
    return is_tag;
}

static void walk_call(struct walk w, CXCursor cursor)
{
    const char *name = cursor_name(w.reader, cursor);
    bool of_runtime = strncmp(name, "async__", 7) == 0;
    w.in_runtime_call = of_runtime;
    w.is_taking = strcmp(name, "async__take") == 0;
    struct cursors children = {};
    cursor_children(cursor, &children);
    for (size_t i = 0; i < children.count; i++) {
        struct walk at = w;
        at.use = USE_LOOK;
        at.is_stream = i == 0 && takes_stream(cursor_type(children.at[0]));
        if (at.is_stream)
            at.use = USE_CONSUME;
        else if (i > 0 && of_runtime)
            at.use = only_looks(name) ? USE_LOOK : USE_CONSUME;
        else if (i > 0)
            at.use = use_as_argument(clang_getCanonicalType(cursor_type(children.at[0])), children.at[i], (int)i - 1);
        walk(at, children.at[i], VALUE);
    }
    cursors_fini(&children);
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
    w.use = use_as(cursor_type(cursor));
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

static bool has_null_initializer(CXCursor variable)
{
    struct cursors children = {};
    cursor_children(variable, &children);
    bool null = children.count && is_null(children.at[children.count - 1]);
    cursors_fini(&children);
    return null;
}

// Does the initializer of this variable assign it whenever the declaration is reached?
static void walk_variable(struct walk w, CXCursor cursor)
{
    check_measured(w, cursor, has_constant_size);
    struct reader *reader = w.reader;
    struct variable *v = cursor_variable(reader, cursor);
    w.use = use_as(cursor_type(cursor));
    if (v) {
        w.is_null = v->type->is_future || v->type->is_generator ? has_null_initializer(cursor) : false;
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
    return tokens_have_effects(source, source_token_at(source, span.begin), source_token_at(source, span.end - 1) + 1);
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
        at.sure = w.sure && i == 0;
        at.use = i > 0 || children.count < 3 ? w.use : USE_LOOK;
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

// The value of `({ …; h; })` is that of its last statement.
static void walk_compound(struct walk w, CXCursor cursor, enum use use)
{
    struct cursors children = {};
    cursor_children(cursor, &children);
    for (size_t i = 0; i < children.count; i++) {
        struct walk at = w;
        at.use = i + 1 == children.count ? use : USE_LOOK;
        walk(at, children.at[i], VALUE);
    }
    cursors_fini(&children);
}

// ---- conditions that say that a handle is null

struct condition {
    struct reader *reader;
    struct span span;
};

static void find_nulls(const struct condition *c, CXCursor cursor, bool outcome);

// Of those from `begin` on the ones that are also among those from `middle` on.
static void keep_common(struct null_tests *tests, size_t begin, size_t middle)
{
    size_t kept = begin;
    for (size_t i = begin; i < middle; i++) {
        bool common = false;
        for (size_t k = middle; k < tests->count; k++)
            common |= tests->at[k].variable == tests->at[i].variable;
        if (common)
            tests->at[kept++] = tests->at[i];
    }
    tests->count = kept;
}

static void find_nulls_in_binary(const struct condition *c, CXCursor cursor, const struct cursors *operands, bool outcome)
{
    enum CXBinaryOperatorKind op = clang_getCursorBinaryOperatorKind(cursor);
    if (op == CXBinaryOperator_LAnd || op == CXBinaryOperator_LOr) {
        size_t begin = c->reader->function->null_tests.count;
        find_nulls(c, operands->at[0], outcome);
        size_t middle = c->reader->function->null_tests.count;
        find_nulls(c, operands->at[1], outcome);
        if (outcome != (op == CXBinaryOperator_LAnd))      // either of them has come out so
            keep_common(&c->reader->function->null_tests, begin, middle);
    } else if ((op == CXBinaryOperator_EQ || op == CXBinaryOperator_NE) && is_null(operands->at[1])) {
        find_nulls(c, operands->at[0], outcome == (op == CXBinaryOperator_NE));
    }
}

// If the condition comes out so, which variables are null?
static void find_nulls(const struct condition *c, CXCursor cursor, bool outcome)
{
    struct cursors children = {};
    cursor_children(cursor, &children);
    switch (clang_getCursorKind(cursor)) {
    case CXCursor_DeclRefExpr: {
        struct variable *v = cursor_variable(c->reader, cursor);
        if (v && !outcome)
            vec_push(&c->reader->function->null_tests, ((struct null_test){ c->span.begin, c->span.end, v, false }));
        break;
    }
    case CXCursor_UnexposedExpr: case CXCursor_ParenExpr:
        if (children.count == 1)
            find_nulls(c, children.at[0], outcome);
        break;
    case CXCursor_UnaryOperator:
        if (clang_getCursorUnaryOperatorKind(cursor) == CXUnaryOperator_LNot && children.count == 1)
            find_nulls(c, children.at[0], !outcome);
        break;
    case CXCursor_BinaryOperator:
        if (children.count == 2)
            find_nulls_in_binary(c, cursor, &children, outcome);
        break;
    default: break;
    }
    cursors_fini(&children);
}

static void walk_if(struct walk w, CXCursor cursor)
{
    struct cursors children = {};
    cursor_children(cursor, &children);
    struct null_tests *tests = &w.reader->function->null_tests;
    if (children.count) {
        struct condition c = { w.reader, cursor_span(w.reader, children.at[0]) };
        for (int outcome = 0; outcome < 2; outcome++) {
            size_t before = tests->count;
            find_nulls(&c, children.at[0], outcome);
            for (size_t i = before; i < tests->count; i++)
                tests->at[i].outcome = outcome;
        }
    }
    cursors_fini(&children);
    walk_children(w, cursor, VALUE);
}

static void walk(struct walk w, CXCursor cursor, enum context context)
{
    enum use use = w.use;
    bool is_null_assigned = w.is_null, is_taking = w.is_taking, is_stream = w.is_stream;
    w.use = USE_LOOK;
    w.is_null = w.is_taking = w.is_stream = false;
    switch (clang_getCursorKind(cursor)) {
    case CXCursor_ParenExpr: {
        w.is_stream = is_stream;
        const struct await *await = cursor_await(w.reader, cursor);
        bool is_awaited = w.awaited && cursor_span(w.reader, cursor).view_begin == w.awaited;
        w.awaited = await ? await->view_begin + 4 : is_awaited ? 0 : w.awaited;      // `((**(`
        w.use = is_awaited ? USE_CONSUME : use;
        w.is_taking = is_taking;
        break;
    }
    case CXCursor_DeclRefExpr:
        w.is_null = is_null_assigned;
        w.use = use;
        break;
    case CXCursor_UnexposedExpr: case CXCursor_UnaryOperator:
        w.use = use;
        w.is_taking = is_taking;
        w.is_stream = is_stream;
        break;
    case CXCursor_GenericSelectionExpr: case CXCursor_ConditionalOperator: case CXCursor_BinaryOperator: case CXCursor_InitListExpr:
        w.use = use;
        break;
    case CXCursor_CStyleCastExpr:
        w.use = clang_getCanonicalType(cursor_type(cursor)).kind == CXType_Void ? USE_LOOK : use;
        w.is_taking = is_taking;
        break;
    case CXCursor_ReturnStmt: w.use = USE_CONSUME; break;
    default: break;
    }
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
        inside.sure = !inside.in_block;
        struct cursors blocks = {};
        cursor_children(cursor, &blocks);
        for (size_t i = 0; i < blocks.count; i++)
            walk_compound(inside, blocks.at[i], use);
        cursors_fini(&blocks);
        break;
    }
    case CXCursor_InitListExpr:
        w.use = USE_CONSUME;
        walk_children(w, cursor, context == MEASURED ? MEASURED : VALUE);
        break;
    case CXCursor_IfStmt: walk_if(w, cursor); break;
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
        const char *name = token_text(w.reader->source, first_token(w, cursor) + 1);
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
    walk((struct walk){ .reader = reader, .certain = true, .sure = true }, body, VALUE);
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
            last->sure &= r->sure;
            last->use = r->use > last->use ? r->use : last->use;
            last->is_null &= r->is_null;
        } else {
            fn->refs.at[kept++] = *r;
        }
    }
    fn->refs.count = kept;
}
