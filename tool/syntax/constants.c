// constants.c: constexpr for compilers that do not know the word.
//
// Such a compiler is given a static const, which it takes as a constant in initializers only. So each use of a number is
// written as that number:
//
//     constexpr struct limits limits = { .most = 4 };      static const struct limits limits = { .most = 4 };
//     case limits.most:                                    case 4:
//
// In plain functions and at file scope too. Where the object itself is meant, `&limits.most`, its name stays. An object
// whose uses have become numbers may look unused.
//
// Fills: unit.constants.
#include "syntax/cursor.h"

#include "model/declaration.h"

#include <stdio.h>

struct object {
    uint32_t declared;             // in the view
    uint32_t word;                 // its constexpr
    uint32_t name;                 // token
    const char *spelling;
    const char *number;            // what it is, if it is an integer
    bool is_replaced;              // somewhere
};

struct constants {
    struct reader reader;
    struct objects vec(struct object) objects;     // in the order of the text
};

// The `constexpr` among the specifiers of a variable; 0: there is none.
static uint32_t find_constexpr(const struct constants *c, CXCursor variable)
{
    const struct source *source = c->reader.source;
    uint32_t at = view_to_source(c->reader.view, cursor_location(&c->reader, variable), false);
    struct specifiers specs = declaration_specifiers(source, declaration_begin(source, source_token_at(source, at)));
    for (uint32_t t = specs.first; specs.is_constexpr && t < specs.end; t++)
        if (token_word(source, t) == WORD_CONSTEXPR)
            return t;
    return 0;
}

static void note_object(struct constants *c, CXCursor variable)
{
    uint32_t at = cursor_location(&c->reader, variable);
    uint32_t word = !c->objects.count || c->objects.at[c->objects.count - 1].declared < at ? find_constexpr(c, variable) : 0;
    if (!word)
        return;
    long long value;
    uint32_t name = source_token_at(c->reader.source, view_to_source(c->reader.view, at, false));
    const char *number = cursor_evaluate(variable, &value) && value >= 0 ? arena_printf(c->reader.arena, "%lld", value) : nullptr;
    vec_push(&c->objects, ((struct object){ .declared = at, .word = word, .name = name, .number = number,
                                            .spelling = token_text(c->reader.source, name) }));
}

static CXCursor first_child(CXCursor cursor)
{
    struct cursors children = {};
    CXCursor first = clang_getNullCursor();
    cursor_children(cursor, &children);
    for (size_t i = 0; i < children.count && clang_Cursor_isNull(first); i++)
        if (cursor_is_expression(children.at[i]))
            first = children.at[i];
    cursors_fini(&children);
    return first;
}

// The constexpr that this is, or a part of; null: it is something else.
static struct object *find_object(const struct constants *c, CXCursor cursor)
{
    for (;; cursor = first_child(cursor)) {
        uint32_t at;
        size_t found;
        switch (clang_getCursorKind(cursor)) {
        case CXCursor_MemberRefExpr: case CXCursor_ArraySubscriptExpr: case CXCursor_ParenExpr: case CXCursor_UnexposedExpr:
            continue;
        case CXCursor_DeclRefExpr:
            at = cursor_location(&c->reader, clang_getCursorReferenced(cursor));
            found = vec_search(&c->objects, 0, e, e->declared < at);
            return found < c->objects.count && c->objects.at[found].declared == at ? &c->objects.at[found] : nullptr;
        default:
            return nullptr;
        }
    }
}

// --- numbers ---

// What stands behind a number to give it this type. Null: nothing does.
static const char *suffix_of(CXType type)
{
    switch (type.kind) {
    case CXType_Int: return "";
    case CXType_UInt: return "U";
    case CXType_Long: return "L";
    case CXType_ULong: return "UL";
    case CXType_LongLong: return "LL";
    case CXType_ULongLong: return "ULL";
    case CXType_Float: return "f";
    case CXType_Double: return "";
    default: return nullptr;
    }
}

static const char *spell_integer(struct constants *c, CXEvalResult result, CXType type, struct span span)
{
    const char *suffix = suffix_of(type), *tail = suffix ? suffix : "";
    struct arena *arena = c->reader.arena;
    const char *number;
    if (clang_EvalResult_isUnsignedInt(result)) {
        unsigned long long value = clang_EvalResult_getAsUnsigned(result);
        number = arena_printf(arena, "%llu%s", value, suffix ? suffix : value >> 63 ? "ULL" : "");
    } else {
        long long value = clang_EvalResult_getAsLongLong(result);
        bool least = value == -0x7fffffffLL - 1 || value == -0x7fffffffffffffffLL - 1;
        number = least ? arena_printf(arena, "(-%lld%s - 1)", -(value + 1), tail) : value < 0
                       ? arena_printf(arena, "(-%lld%s)", -value, tail) : arena_printf(arena, "%lld%s", value, tail);
    }
    if (suffix)
        return number;
    const char *text = c->reader.source->text + span.begin;
    return arena_printf(arena, "((__typeof__(%.*s))%s)", (int)(span.end - span.begin), text, number);
}

static const char *spell_floating(struct constants *c, CXEvalResult result, CXType type)
{
    double value = clang_EvalResult_getAsDouble(result);
    bool ordinary = value - value == 0;        // neither infinite nor NaN
    if (!ordinary || (type.kind != CXType_Float && type.kind != CXType_Double))
        return nullptr;
    char digits[64];
    snprintf(digits, sizeof digits, "%.17g", value);
    const char *point = strpbrk(digits, ".e") ? "" : ".0";
    return arena_printf(c->reader.arena, value < 0 ? "(%s%s%s)" : "%s%s%s", digits, point, suffix_of(type));
}

static const char *spell_number(struct constants *c, CXCursor cursor, struct span span)
{
    CXType type = clang_getCanonicalType(cursor_type(cursor));
    CXEvalResult result = clang_Cursor_Evaluate(cursor);
    const char *text = nullptr;
    if (result && clang_EvalResult_getKind(result) == CXEval_Int && type.kind != CXType_Pointer && type.kind != CXType_NullPtr)
        text = spell_integer(c, result, type, span);
    else if (result && clang_EvalResult_getKind(result) == CXEval_Float)
        text = spell_floating(c, result, type);
    if (result)
        clang_EvalResult_dispose(result);
    return text;
}

// `typeof(n)`: const, as n is and its value is not.
static bool is_asked_for_its_type(const struct source *source, struct span span)
{
    uint32_t token = source_token_at(source, span.begin);
    return token_word(source, token - 1) == '(' && token_word(source, token - 2) == WORD_TYPEOF &&
           token_at(source, token_at(source, token - 1)->match)->begin >= span.end &&
           token_at(source, token_at(source, token - 1)->match - 1)->end <= span.end;
}

static void replace(struct constants *c, struct object *object, uint32_t begin, uint32_t end, const char *number)
{
    edits_add(&c->reader.unit->constants, begin, end, number);
    if (!object->is_replaced) {
        uint32_t behind = token_at(c->reader.source, object->word)->end;
        edits_add(&c->reader.unit->constants, behind, behind, " __attribute__((unused))");
    }
    object->is_replaced = true;
}

// Writes a number for this, if it is one.
static bool replace_expression(struct constants *c, CXCursor cursor)
{
    struct object *object = find_object(c, cursor);
    if (!object)
        return false;
    struct span span = cursor_span(&c->reader, cursor);
    if (span.begin >= span.end || is_asked_for_its_type(c->reader.source, span))
        return false;
    const char *text = spell_number(c, cursor, span);
    if (!text)
        return false;
    replace(c, object, span.begin, span.end, text);
    return true;
}

static enum CXChildVisitResult visit(CXCursor cursor, CXCursor parent, CXClientData data)
{
    (void)parent;
    struct constants *c = data;
    switch (clang_getCursorKind(cursor)) {
    case CXCursor_VarDecl:
        note_object(c, cursor);
        return CXChildVisit_Recurse;
    case CXCursor_UnaryOperator:
        if (clang_getCursorUnaryOperatorKind(cursor) == CXUnaryOperator_AddrOf && find_object(c, first_child(cursor)))
            return CXChildVisit_Continue;
        return CXChildVisit_Recurse;
    case CXCursor_DeclRefExpr: case CXCursor_MemberRefExpr: case CXCursor_ArraySubscriptExpr:
        return replace_expression(c, cursor) ? CXChildVisit_Continue : CXChildVisit_Recurse;
    default:
        return CXChildVisit_Recurse;
    }
}

// --- attributes, whose arguments libclang does not show ---

static struct object *find_named(struct constants *c, uint32_t token)
{
    const struct source *source = c->reader.source;
    for (size_t i = c->objects.count; i-- > 0;) {
        struct object *o = &c->objects.at[i];
        if (o->name < token && token_is(source, token, o->spelling) && token < token_block_end(source, o->name))
            return o->number ? o : nullptr;
    }
    return nullptr;
}

static void read_attribute(struct constants *c, uint32_t first, uint32_t end)
{
    const struct source *source = c->reader.source;
    for (uint32_t t = first; t < end; t++) {
        struct object *o = token_at(source, t)->kind == TOKEN_NAME && !token_is_other_name(source, t) ? find_named(c, t) : nullptr;
        if (o)
            replace(c, o, token_at(source, t)->begin, token_at(source, t)->end, o->number);
    }
}

static void read_attributes(struct constants *c)
{
    const struct source *source = c->reader.source;
    for (uint32_t t = c->objects.count ? c->objects.at[0].name : source->tokens.count; t < source->tokens.count; t++) {
        uint32_t end = token_at(source, t)->system ? t : token_skip_attributes(source, t);
        read_attribute(c, t, end);
        t = end > t ? end - 1 : t;
    }
}

static bool names_constexpr(const struct source *source)
{
    for (uint32_t t = 1; t < source->tokens.count; t++)
        if (token_word(source, t) == WORD_CONSTEXPR && !token_at(source, t)->system)
            return true;
    return false;
}

// A head of an async function stands in the view twice.
static void drop_doubles(struct edits *edits)
{
    edits_sort(edits);
    size_t kept = 0;
    for (size_t i = 0; i < edits->count; i++)
        if (!kept || edits->at[i].begin >= edits->at[kept - 1].end)
            edits->at[kept++] = edits->at[i];
    edits->count = kept;
}

void read_constants(struct unit *unit, struct view *view, CXCursor all)
{
    if (!unit->lacks_c23 || !names_constexpr(unit->source))
        return;
    struct constants c = { .reader = { .unit = unit, .source = unit->source, .view = view, .arena = unit->arena } };
    clang_visitChildren(all, visit, &c);
    read_attributes(&c);
    drop_doubles(&unit->constants);
    vec_fini(&c.objects);
}
