// cursor.c: questions to one cursor of libclang. See cursor.h.
//
// Several readers walk over a function, one after the other, and each asks for the children, places and types that the one
// before it has asked for. libclang computes them anew each time, in about a microsecond, and that was half of our time. So
// it is asked once: all of a function's cursors are kept in the order of the text, each followed by what is inside it, and
// with them what has been asked of each.
//
//     0 FunctionDecl, ends 7      1 ParmDecl, ends 2      2 CompoundStmt, ends 7      3 ReturnStmt, ends 7   …
//
// A cursor that is none of them is libclang's to answer for.
#include "syntax/cursor.h"

// A function may have a million: what they have in common is left out.
struct node {
    const void *data[2];           // of its CXCursor
    uint32_t parent, end;          // its own nodes are those up to `end`
    uint32_t view_begin, view_end; // if has_span
    const void *type;              // if has_type, of its CXType
    uint16_t kind, type_kind;
    bool has_span, has_type;
};

static struct {
    struct nodes vec(struct node) nodes;
    struct numbers vec(uint32_t) numbers;      // a hash table of them by their cursors: index + 1; 0: empty
    CXTranslationUnit unit;
    uint32_t last;                 // the one that was asked for last
    bool is_broken;                // what libclang has shown is no tree
} kept;

static CXCursor cursor_of(const struct node *n)
{
    return (CXCursor){ (enum CXCursorKind)n->kind, 0, { n->data[0], n->data[1], kept.unit } };
}

static bool is_node_of(const struct node *n, CXCursor cursor)
{
    return n->data[1] == cursor.data[1] && n->data[0] == cursor.data[0] && n->kind == cursor.kind;
}

// Its place in the table, or where it would be put.
static uint32_t *find_number(CXCursor cursor)
{
    uint64_t hash = ((uintptr_t)cursor.data[0] * 31 + (uintptr_t)cursor.data[1] + cursor.kind) * 0x9e3779b97f4a7c15u;
    size_t mask = kept.numbers.count - 1;
    for (size_t i = (hash >> 32) & mask;; i = (i + 1) & mask) {
        uint32_t *number = &kept.numbers.at[i];
        if (!*number || is_node_of(&kept.nodes.at[*number - 1], cursor))
            return number;
    }
}

static void set_numbers(size_t count)
{
    vec_fini(&kept.numbers);
    kept.numbers.at = memset(memory_resize(nullptr, count * sizeof(uint32_t)), 0, count * sizeof(uint32_t));
    kept.numbers.count = kept.numbers.room = count;
}

static void grow_numbers(void)
{
    set_numbers(kept.numbers.count * 4);
    for (uint32_t i = 0; i < kept.nodes.count; i++) {
        uint32_t *number = find_number(cursor_of(&kept.nodes.at[i]));
        *number = *number ? *number : i + 1;
    }
}

// Null: it is not kept. The readers ask several questions of one cursor, and go from one to the next.
static struct node *find_node(CXCursor cursor)
{
    for (uint32_t i = kept.last; i < kept.last + 2 && i < kept.nodes.count; i++)
        if (is_node_of(&kept.nodes.at[i], cursor))
            return &kept.nodes.at[kept.last = i];
    uint32_t number = kept.nodes.count && cursor.data[2] == kept.unit ? *find_number(cursor) : 0;
    return number ? &kept.nodes.at[kept.last = number - 1] : nullptr;
}

static bool is_inside(uint32_t node, CXCursor cursor)
{
    for (; node; node = kept.nodes.at[node].parent)
        if (is_node_of(&kept.nodes.at[node], cursor))
            return true;
    return is_node_of(&kept.nodes.at[0], cursor);
}

static void add_node(CXCursor cursor, uint32_t parent)
{
    if (kept.nodes.count * 2 >= kept.numbers.count)
        grow_numbers();
    uint32_t *number = find_number(cursor);
    *number = *number ? *number : (uint32_t)kept.nodes.count + 1;
    vec_push(&kept.nodes, ((struct node){ .data = { cursor.data[0], cursor.data[1] }, .kind = (uint16_t)cursor.kind, .parent = parent }));
}

// `data` is the node that children are being added to.
static enum CXChildVisitResult keep(CXCursor cursor, CXCursor parent, CXClientData data)
{
    uint32_t *open = data;
    while (*open && !is_node_of(&kept.nodes.at[*open], parent)) {
        kept.nodes.at[*open].end = (uint32_t)kept.nodes.count;
        *open = kept.nodes.at[*open].parent;
    }
    // `case 3:` has a node that says that 3 is constant, which libclang shows as another 3, with the 3 in it. Asked for the
    // children of either it gives those of the inner one.
    if (is_node_of(&kept.nodes.at[*open], cursor))
        return CXChildVisit_Recurse;
    kept.is_broken |= !is_node_of(&kept.nodes.at[*open], parent) || (*find_number(cursor) && is_inside(*open, cursor));
    if (kept.is_broken)
        return CXChildVisit_Break;
    add_node(cursor, *open);
    *open = (uint32_t)kept.nodes.count - 1;
    return CXChildVisit_Recurse;
}

void cursors_keep(CXCursor declaration)
{
    cursors_forget();
    kept.unit = (CXTranslationUnit)declaration.data[2];
    uint32_t open = 0;
    add_node(declaration, 0);
    clang_visitChildren(declaration, keep, &open);
    for (; open; open = kept.nodes.at[open].parent)
        kept.nodes.at[open].end = (uint32_t)kept.nodes.count;
    kept.nodes.at[0].end = (uint32_t)kept.nodes.count;
    if (kept.is_broken)
        cursors_forget();
}

void cursors_forget(void)
{
    enum { FEW = 1024 };
    if (kept.numbers.count != FEW)
        set_numbers(FEW);
    else if (kept.nodes.count)
        memset(kept.numbers.at, 0, FEW * sizeof(uint32_t));
    kept.nodes.count = kept.last = 0;
    kept.is_broken = false;
}

// The view is one file without macros, and libclang counts places in it from its first one. Asking for an offset takes as long
// as finding out which file it is in: so the offset is counted here, if counting gives the right one at the end of the file.
static struct {
    CXSourceLocation first;
    uint32_t length;               // 0: ask
} counted;

void cursors_count_places(CXTranslationUnit tu, CXFile file, uint32_t length)
{
    counted.length = 0;
    if (!file || !length)
        return;
    counted.first = clang_getLocationForOffset(tu, file, 0);
    CXSourceLocation last = clang_getLocationForOffset(tu, file, length - 1);
    unsigned offset;
    clang_getFileLocation(last, nullptr, nullptr, nullptr, &offset);
    if (offset == length - 1 && last.int_data - counted.first.int_data == offset && last.ptr_data[0] == counted.first.ptr_data[0])
        counted.length = length;
}

static uint32_t offset_of(CXSourceLocation location)
{
    uint32_t distance = location.int_data - counted.first.int_data;
    if (distance < counted.length && location.ptr_data[0] == counted.first.ptr_data[0])
        return distance;
    unsigned offset;
    clang_getFileLocation(location, nullptr, nullptr, nullptr, &offset);
    return offset;
}

static struct span ask_for_span(CXCursor cursor)
{
    CXSourceRange range = clang_getCursorExtent(cursor);
    return (struct span){ .view_begin = offset_of(clang_getRangeStart(range)), .view_end = offset_of(clang_getRangeEnd(range)) };
}

static struct span find_span(CXCursor cursor)
{
    struct node *n = find_node(cursor);
    if (n && n->has_span)
        return (struct span){ .view_begin = n->view_begin, .view_end = n->view_end };
    struct span span = ask_for_span(cursor);
    if (n) {
        n->view_begin = span.view_begin;
        n->view_end = span.view_end;
        n->has_span = true;
    }
    return span;
}

struct span cursor_span(const struct reader *reader, CXCursor cursor)
{
    struct span span = find_span(cursor);
    span.begin = view_to_source(reader->view, span.view_begin, false);
    span.end = view_to_source(reader->view, span.view_end, true);
    return span;
}

CXType cursor_type(CXCursor cursor)
{
    struct node *n = find_node(cursor);
    if (n && n->has_type)
        return (CXType){ (enum CXTypeKind)n->type_kind, { (void *)n->type, kept.unit } };
    CXType type = clang_getCursorType(cursor);
    if (n) {
        n->type = type.data[0];
        n->type_kind = (uint16_t)type.kind;
        n->has_type = true;
    }
    return type;
}

uint32_t cursor_location(const struct reader *reader, CXCursor cursor)
{
    (void)reader;
    return offset_of(clang_getCursorLocation(cursor));
}

// The memory of an array that is given back is kept for the next: there is one for each node of a tree.
static struct cursors spare[8];
static size_t spare_count;

void cursors_fini(struct cursors *children)
{
    if (children->at && spare_count < sizeof spare / sizeof *spare)
        spare[spare_count++] = (struct cursors){ .at = children->at, .room = children->room };
    else
        vec_fini(children);
    *children = (struct cursors){};
}

static void push(struct cursors *children, CXCursor cursor)
{
    if (!children->room && spare_count)
        *children = spare[--spare_count];
    vec_push(children, cursor);
}

static enum CXChildVisitResult add_child(CXCursor cursor, CXCursor parent, CXClientData data)
{
    (void)parent;
    struct cursors *children = data;
    push(children, cursor);
    return CXChildVisit_Continue;
}

void cursor_children(CXCursor cursor, struct cursors *children)
{
    const struct node *n = find_node(cursor);
    if (!n)
        clang_visitChildren(cursor, add_child, children);
    for (uint32_t i = n ? (uint32_t)(n - kept.nodes.at) + 1 : 0; n && i < n->end; i = kept.nodes.at[i].end)
        push(children, cursor_of(&kept.nodes.at[i]));
}

void cursor_visit(CXCursor cursor, CXCursorVisitor visit, void *data)
{
    const struct node *n = find_node(cursor);
    if (!n)
        clang_visitChildren(cursor, visit, data);
    for (uint32_t i = n ? (uint32_t)(n - kept.nodes.at) + 1 : 0; n && i < n->end;) {
        const struct node *at = &kept.nodes.at[i];
        switch (visit(cursor_of(at), cursor_of(&kept.nodes.at[at->parent]), data)) {
        case CXChildVisit_Break: return;
        case CXChildVisit_Continue: i = at->end; break;
        case CXChildVisit_Recurse: i++; break;
        }
    }
}

// What libclang keeps of an expression that has an error may have no type.
bool cursor_is_expression(CXCursor cursor)
{
    return clang_isExpression(clang_getCursorKind(cursor)) && cursor_type(cursor).kind != CXType_Invalid;
}

bool cursor_is_constant(CXCursor cursor)
{
    return cursor_evaluate(cursor, &(long long){ });
}

static enum CXChildVisitResult find_effect(CXCursor cursor, CXCursor parent, CXClientData data)
{
    (void)parent;
    enum CXBinaryOperatorKind binary;
    enum CXUnaryOperatorKind unary;
    bool found = false;
    switch (clang_getCursorKind(cursor)) {
    case CXCursor_StmtExpr: case CXCursor_CompoundAssignOperator:
        found = true;
        break;
    case CXCursor_BinaryOperator:
        binary = clang_getCursorBinaryOperatorKind(cursor);
        found = binary == CXBinaryOperator_Comma || binary == CXBinaryOperator_Assign;
        break;
    case CXCursor_UnaryOperator:
        unary = clang_getCursorUnaryOperatorKind(cursor);
        found = unary == CXUnaryOperator_PreInc || unary == CXUnaryOperator_PreDec || unary == CXUnaryOperator_PostInc ||
                unary == CXUnaryOperator_PostDec;
        break;
    case CXCursor_UnaryExpr:           // sizeof
        return CXChildVisit_Continue;
    default:
        break;
    }
    *(bool *)data |= found;
    return found ? CXChildVisit_Break : CXChildVisit_Recurse;
}

// Not so `(f(), 1)`, which libclang would give the value of as well. What it knows of a call is a built-in function's value.
bool cursor_is_number(CXCursor cursor)
{
    bool has_effect = false;
    clang_visitChildren(cursor, find_effect, &has_effect);
    if (has_effect)
        return false;
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
    uint32_t begin = find_span(cursor).view_begin;
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
