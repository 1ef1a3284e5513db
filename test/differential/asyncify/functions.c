// functions.c: which functions become async.
//
// All that are defined in this file, except those that cannot be: variadic ones, those without a prototype, those that C
// calls itself (a cleanup). A plain function cannot call an async one, so what it calls stays plain as well.
//
// Pointers to functions: either all of the program's point to async functions (and calls through them are awaited) or
// all to plain ones. The first is tried; one obstacle, such as a comparison function for qsort, decides for the second.
//
// Fills: functions, pointers, pointers_stay; and the edits at declarations.
#include "asyncify.h"

struct walk {
    struct program *p;
    struct function *function;         // whose body this is; null: outside
    bool no_await;                     // C wants no await here
};

static bool is_function_pointer(CXType type)
{
    type = clang_getCanonicalType(type);
    while (type.kind == CXType_ConstantArray || type.kind == CXType_IncompleteArray || type.kind == CXType_VariableArray)
        type = clang_getCanonicalType(clang_getArrayElementType(type));
    while (type.kind == CXType_Pointer)
        type = clang_getCanonicalType(clang_getPointeeType(type));
    return type.kind == CXType_FunctionProto || type.kind == CXType_FunctionNoProto;
}

static CXCursor only_child(CXCursor cursor)
{
    struct cursors children = {};
    children_of(cursor, &children);
    CXCursor found = children.count == 1 ? children.at[0] : clang_getNullCursor();
    vec_fini(&children);
    return found;
}

CXCursor skip_implicit(CXCursor cursor)
{
    while (clang_getCursorKind(cursor) == CXCursor_UnexposedExpr || clang_getCursorKind(cursor) == CXCursor_ParenExpr) {
        CXCursor inner = only_child(cursor);
        if (clang_Cursor_isNull(inner))
            break;
        cursor = inner;
    }
    return cursor;
}

static CXCursor callee_of(CXCursor call)
{
    struct cursors children = {};
    children_of(call, &children);
    CXCursor callee = children.count ? skip_implicit(children.at[0]) : clang_getNullCursor();
    vec_fini(&children);
    return callee;
}

CXCursor direct_callee(CXCursor call)
{
    CXCursor callee = callee_of(call);
    if (clang_getCursorKind(callee) != CXCursor_DeclRefExpr)
        return clang_getNullCursor();
    CXCursor declared = clang_getCursorReferenced(callee);
    return clang_getCursorKind(declared) == CXCursor_FunctionDecl ? declared : clang_getNullCursor();
}

struct function *find_function(struct program *p, CXCursor declaration)
{
    if (!clang_Location_isFromMainFile(clang_getCursorLocation(declaration)))
        return nullptr;
    const char *name = copy(p, clang_getCursorSpelling(declaration));
    for (size_t i = 0; i < p->functions.count; i++)
        if (strcmp(p->functions.at[i]->name, name) == 0)
            return p->functions.at[i];
    struct function *f = arena_new(&p->arena, struct function);
    vec_push(&p->functions, f);
    f->name = name;
    f->definition = clang_getNullCursor();
    return f;
}

// --- what stands in the way ---

static void stay_plain(struct function *f, const char *why)
{
    if (f && !f->plain)
        f->plain = why;
}

static void pointers_stay(struct program *p, const char *why)
{
    if (!p->pointers_stay)
        p->pointers_stay = why;
}

static void read_function(struct walk *w, CXCursor cursor)
{
    struct function *f = find_function(w->p, cursor);
    vec_push(&f->declarations, cursor);
    if (clang_isCursorDefinition(cursor))
        f->definition = cursor;
    if (!clang_Location_isFromMainFile(clang_getCursorLocation(clang_getCanonicalCursor(cursor))))
        stay_plain(f, "a header declares it");
    CXType type = clang_getCanonicalType(clang_getCursorType(cursor));
    if (type.kind != CXType_FunctionProto && clang_Cursor_getNumArguments(cursor) != 0)
        stay_plain(f, "no prototype");
    else if (type.kind == CXType_FunctionProto && clang_isFunctionTypeVariadic(type))
        stay_plain(f, "variadic");
    int parameters = clang_Cursor_getNumArguments(cursor);
    if (strcmp(f->name, "main") == 0 && parameters != 0 && parameters != 2)
        stay_plain(f, "main with other parameters");
    CXType result = clang_getCursorResultType(cursor);
    if (is_function_pointer(result) && result.kind == CXType_Pointer)
        pointers_stay(w->p, "a function returns a pointer to a function without a typedef");
    static const char *const attributes[] = {"noreturn", "_Noreturn", "constructor", "destructor", "gnu_inline", "interrupt"};
    uint32_t begin, end;
    if (!span_of(cursor, &begin, &end)) {
        stay_plain(f, "made by a macro");
        return;
    }
    begin = declaration_start(w->p, begin);
    const char *start = w->p->source.text + begin, *stop = start + strcspn(start, "{;");
    const char *text = arena_copy(&w->p->arena, start, (size_t)(stop - start));
    if (clang_isCursorDefinition(cursor) && *stop == ';')
        stay_plain(f, "its parameters stand behind the parentheses");
    for (size_t i = 0; i < sizeof attributes / sizeof *attributes; i++)
        if (strstr(text, attributes[i]))
            stay_plain(f, attributes[i]);
    for (int i = 0; i < clang_Cursor_getNumArguments(cursor); i++) {
        CXCursor parameter = clang_Cursor_getArgument(cursor, (unsigned)i);
        unsigned place;
        clang_getFileLocation(clang_getCursorLocation(parameter), nullptr, nullptr, nullptr, &place);
        if (span_of(parameter, &begin, &end) && begin == place && *copy(w->p, clang_getCursorSpelling(parameter)))
            stay_plain(f, "a parameter without a type");
    }
    unsigned name;
    clang_getFileLocation(clang_getCursorLocation(cursor), nullptr, nullptr, nullptr, &name);
    const char *behind = w->p->source.text + name + strlen(f->name);
    behind += strspn(behind, " \t\n)");
    if (*behind != '(')
        stay_plain(f, "declared by a typedef or typeof");
}

static void read_variable(struct walk *w, CXCursor cursor)
{
    CXType type = clang_getCanonicalType(clang_getCursorType(cursor));
    if (type.kind == CXType_FunctionProto)
        pointers_stay(w->p, "a typedef of a function");
    else if (is_function_pointer(type))
        vec_push(&w->p->pointers, cursor);
}

// What has to do with the place of the function on the C stack.
static void read_name(struct walk *w, const char *name)
{
    static const char *const names[] = {"alloca", "alloca_with_align", "alloca_with_align_and_max", "setjmp", "_setjmp", "sigsetjmp",
                                        "__sigsetjmp", "frame_address", "return_address", "longjmp", "apply", "apply_args", "return"};
    name += strncmp(name, "__builtin_", 10) == 0 ? 10 : 0;
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (strcmp(name, names[i]) == 0)
            stay_plain(w->function, names[i]);
}

static void read_call(struct walk *w, CXCursor call)
{
    CXCursor declared = direct_callee(call);
    if (clang_Cursor_isNull(declared)) {
        if (w->function && !w->no_await)
            w->function->calls_pointers = true;
        else
            pointers_stay(w->p, "a call outside of functions");
        return;
    }
    read_name(w, copy(w->p, clang_getCursorSpelling(declared)));
    struct function *callee = find_function(w->p, declared);
    if (callee && !callee->declarations.count)
        stay_plain(callee, "called before it is declared");
    if (callee && w->no_await)
        stay_plain(callee, "called where no await can be");
    if (callee && w->function)
        vec_push(&w->function->callees, callee);
    else if (callee)
        stay_plain(callee, "called outside of functions");
    for (int i = 0; !callee && i < clang_Cursor_getNumArguments(call); i++)
        if (is_function_pointer(clang_getCursorType(clang_Cursor_getArgument(call, (unsigned)i))))
            pointers_stay(w->p, "a function of the system gets a pointer to a function");
}

static void read_reference(struct walk *w, CXCursor cursor)
{
    CXCursor declared = clang_getCursorReferenced(cursor);
    if (clang_getCursorKind(declared) != CXCursor_FunctionDecl)
        return;
    const char *name = copy(w->p, clang_getCursorSpelling(declared));
    read_name(w, name);
    struct function *f = find_function(w->p, declared);
    if (f)
        f->address_taken = true;
    else if (strncmp(name, "__builtin_", 10) != 0)
        pointers_stay(w->p, "a function of the system has its address taken");
}

static enum CXChildVisitResult visit(CXCursor cursor, CXCursor parent, CXClientData data);

static void visit_inside(struct walk *w, CXCursor cursor)
{
    clang_visitChildren(cursor, visit, w);
}

// An operand of asm, or a length in the type of a parameter, of a cast or of what sizeof measures.
static bool takes_no_await(const struct program *p, CXCursor cursor, CXCursor parent)
{
    enum CXCursorKind kind = clang_getCursorKind(parent);
    uint32_t begin, end;
    if (!clang_isExpression(clang_getCursorKind(cursor)) || !span_of(cursor, &begin, &end))
        return false;
    while (begin > 0 && strchr(" \n\t", p->source.text[begin - 1]))
        begin--;
    return kind == CXCursor_GCCAsmStmt ||
           ((kind == CXCursor_UnaryExpr || kind == CXCursor_CStyleCastExpr || kind == CXCursor_ParmDecl) &&
            begin > 0 && p->source.text[begin - 1] == '[');
}

static enum CXChildVisitResult visit(CXCursor cursor, CXCursor parent, CXClientData data)
{
    struct walk here = *(struct walk *)data, *w = &here;
    w->no_await |= takes_no_await(w->p, cursor, parent);
    switch (clang_getCursorKind(cursor)) {
    case CXCursor_FunctionDecl: {
        if (!clang_Location_isFromMainFile(clang_getCursorLocation(cursor)))
            return CXChildVisit_Continue;
        read_function(w, cursor);
        struct walk inner = {.p = w->p, .function = clang_isCursorDefinition(cursor) ? find_function(w->p, cursor) : w->function};
        visit_inside(&inner, cursor);
        return CXChildVisit_Continue;
    }
    case CXCursor_VarDecl: case CXCursor_ParmDecl: case CXCursor_FieldDecl: case CXCursor_TypedefDecl:
        if (!clang_Location_isFromMainFile(clang_getCursorLocation(cursor)))
            return CXChildVisit_Continue;
        read_variable(w, cursor);
        break;
    case CXCursor_CallExpr: {
        read_call(w, cursor);
        struct cursors children = {};
        children_of(cursor, &children);
        bool direct = !clang_Cursor_isNull(direct_callee(cursor));
        for (size_t i = direct ? 1 : 0; i < children.count; i++)
            visit(children.at[i], cursor, w);
        vec_fini(&children);
        return CXChildVisit_Continue;
    }
    case CXCursor_DeclRefExpr:
        read_reference(w, cursor);
        return CXChildVisit_Continue;
    case CXCursor_CStyleCastExpr: case CXCursor_CompoundLiteralExpr: case CXCursor_UnaryExpr:
        if (is_function_pointer(clang_getCursorType(cursor)))
            pointers_stay(w->p, "a type name of a pointer to a function");
        break;
    default:
        break;
    }
    visit_inside(w, cursor);
    return CXChildVisit_Continue;
}

// --- the decision ---

static bool calls_nothing(const struct function *f)
{
    return f->callees.count == 0 && !f->calls_pointers;
}

// What plain functions call is plain. Repeats until nothing changes.
static void spread(struct program *p)
{
    for (bool changed = true; changed;) {
        changed = false;
        for (size_t i = 0; i < p->functions.count; i++) {
            const struct function *f = p->functions.at[i];
            for (size_t k = 0; f->plain && k < f->callees.count; k++) {
                changed |= !f->callees.at[k]->plain;
                stay_plain(f->callees.at[k], "called by a plain function");
            }
        }
    }
}

// Is it this name, or a string that holds it?
static bool names_function(const struct program *p, uint32_t token, const struct function *f)
{
    const char *text = p->source.text + token + (p->source.text[token] == '"');
    size_t length = strlen(f->name);
    return strncmp(text, f->name, length) == 0 && strchr("\" )\n", text[length]);
}

// Names in attributes are no references in libclang's tree.
static void read_attributes(struct program *p)
{
    static const char *const attributes[] = {
        "alias", "__alias__", "ifunc", "__ifunc__", "weakref", "__weakref__", "cleanup", "__cleanup__",
        "gnu_inline", "__gnu_inline__",         // what such a definition is, inline functions of async files are not
    };
    for (size_t t = 0; t + 2 < p->tokens.count; t++)
        for (size_t i = 0; i < sizeof attributes / sizeof *attributes; i++) {
            bool has_name = p->source.text[p->tokens.at[t + 1]] == '(';
            if (!is_word(p, p->tokens.at[t], attributes[i]))
                continue;
            for (size_t k = 0; k < p->functions.count; k++) {
                struct function *f = p->functions.at[k];
                uint32_t begin, end;
                bool inside = span_of(f->definition, &begin, &end) && begin <= p->tokens.at[t] && p->tokens.at[t] < end;
                bool in_body = strstr(attributes[i], "cleanup");
                if ((inside && !in_body) || (has_name && names_function(p, p->tokens.at[t + 2], f)))
                    stay_plain(f, "an attribute");
            }
        }
}

// One declaration of several functions or pointers: `int f(void), g(void);`
static void find_shared_declarations(struct program *p)
{
    for (size_t i = 0; i < p->functions.count; i++)
        for (size_t k = 0; k < i; k++)
            for (size_t n = 0; n < p->functions.at[i]->declarations.count; n++)
                for (size_t m = 0; m < p->functions.at[k]->declarations.count; m++) {
                    uint32_t a, b, end;
                    if (span_of(p->functions.at[i]->declarations.at[n], &a, &end) &&
                        span_of(p->functions.at[k]->declarations.at[m], &b, &end) && a == b) {
                        stay_plain(p->functions.at[i], "a shared declaration");
                        stay_plain(p->functions.at[k], "a shared declaration");
                    }
                }
    for (size_t i = 1; i < p->pointers.count; i++) {
        uint32_t a, b, end;
        if (span_of(p->pointers.at[i - 1], &a, &end) && span_of(p->pointers.at[i], &b, &end) && a == b)
            pointers_stay(p, "a shared declaration of pointers");
    }
}

static bool may_pointers_be_async(const struct program *p)
{
    if (p->pointers_stay)
        return false;
    for (size_t i = 0; i < p->functions.count; i++)
        if (p->functions.at[i]->plain && (p->functions.at[i]->address_taken || p->functions.at[i]->calls_pointers))
            return false;
    return true;
}

static uint32_t definition_begin(const struct function *f)
{
    uint32_t begin = 0, end;
    return !clang_Cursor_isNull(f->definition) && span_of(f->definition, &begin, &end) ? begin : 0;
}

static int by_definition(const void *a, const void *b)
{
    uint32_t x = definition_begin(*(struct function *const *)a), y = definition_begin(*(struct function *const *)b);
    return x < y ? -1 : x > y;
}

void choose_functions(struct program *p, const struct amounts *amounts)
{
    struct walk w = {.p = p};
    clang_visitChildren(clang_getTranslationUnitCursor(p->tu), visit, &w);
    find_shared_declarations(p);
    read_attributes(p);
    for (size_t i = 0; i < p->functions.count; i++) {
        struct function *f = p->functions.at[i];
        if (clang_Cursor_isNull(f->definition))
            stay_plain(f, "defined elsewhere");
        else if (calls_nothing(f) && !f->address_taken && strcmp(f->name, "main") != 0 && draw(p, 100) < amounts->plain_leaves)
            stay_plain(f, "drawn");
    }
    spread(p);
    if (p->functions.count)        // bodies.c declares what it needs before the first function that needs it
        qsort(p->functions.at, p->functions.count, sizeof *p->functions.at, by_definition);
    if (may_pointers_be_async(p))
        return;
    pointers_stay(p, "a plain function");
    for (size_t i = 0; i < p->functions.count; i++)
        if (p->functions.at[i]->address_taken)
            stay_plain(p->functions.at[i], "its address is taken");
    spread(p);
}

// --- the edits ---

// int (*f)(int)   →   async_future(int) (*f)(int)
static void convert_pointer(struct program *p, CXCursor cursor)
{
    static const char *const storage[] = {"static", "extern", "typedef", "register"};
    uint32_t begin, end;
    if (!span_of(cursor, &begin, &end))
        return;
    size_t t = 0;
    while (t < p->tokens.count && p->tokens.at[t] < begin)
        t++;
    for (size_t i = 0; i < sizeof storage / sizeof *storage; i++)
        if (is_word(p, p->tokens.at[t], storage[i]))
            t++;
    size_t open = t;
    while (p->tokens.at[open] < end && p->source.text[p->tokens.at[open]] != '(')
        open++;
    if (p->tokens.at[open] >= end || p->source.text[p->tokens.at[open + 1]] != '*')
        return;            // its type is a typedef
    insert(p, p->tokens.at[t], "async_future(");
    insert(p, p->tokens.at[open], ") ");
}

// Before C23 `int f()` is no prototype.
static void add_void(struct program *p, const struct function *f, CXCursor declaration)
{
    CXType type = clang_getCanonicalType(clang_getCursorType(declaration));
    if (type.kind == CXType_FunctionProto || clang_Cursor_getNumArguments(f->definition) != 0)
        return;
    unsigned name;
    clang_getFileLocation(clang_getCursorLocation(declaration), nullptr, nullptr, nullptr, &name);
    size_t t = 0;
    while (p->tokens.at[t] <= name)
        t++;
    if (p->source.text[p->tokens.at[t]] == '(' && p->source.text[p->tokens.at[t + 1]] == ')')
        insert(p, p->tokens.at[t + 1], "void");
}

// Behind `static` and its like and attributes.
static size_t skip_what_is_no_type(const struct program *p, size_t t)
{
    static const char *const words[] = {"static", "extern", "inline", "__inline", "__inline__"};
    bool attribute = is_word(p, p->tokens.at[t], "__attribute__");
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (is_word(p, p->tokens.at[t], words[i]))
            return skip_what_is_no_type(p, t + 1);
    if (!attribute)
        return t;
    int depth = 0;
    do {
        char c = p->source.text[p->tokens.at[++t]];
        depth += (c == '(') - (c == ')');
    } while (depth);
    return skip_what_is_no_type(p, t + 1);
}

// `static f(void)`, an int for gcc.
static void add_int(struct program *p, CXCursor declaration, uint32_t begin)
{
    unsigned name;
    clang_getFileLocation(clang_getCursorLocation(declaration), nullptr, nullptr, nullptr, &name);
    size_t t = 0;
    while (p->tokens.at[t] < begin)
        t++;
    t = skip_what_is_no_type(p, t);
    if (p->tokens.at[t] == name || p->source.text[p->tokens.at[t]] == '*')
        insert(p, p->tokens.at[t], "int ");
}

void mark_functions(struct program *p)
{
    for (size_t i = 0; i < p->functions.count; i++) {
        const struct function *f = p->functions.at[i];
        for (size_t k = 0; !f->plain && k < f->declarations.count; k++) {
            uint32_t begin, end;
            if (!span_of(f->declarations.at[k], &begin, &end))
                continue;
            insert(p, begin, "_Async ");
            add_int(p, f->declarations.at[k], begin);
            add_void(p, f, f->declarations.at[k]);
        }
    }
    for (size_t i = 0; !p->pointers_stay && i < p->pointers.count; i++)
        convert_pointer(p, p->pointers.at[i]);
}
