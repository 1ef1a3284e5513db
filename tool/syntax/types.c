// types.c: what later stages want to know of a type.
//
// The frame of a function is a struct at file scope, so the name of a field's type must mean the same there. A type
// whose name is declared inside the function has no such name (spelling is null); the frame then holds its bytes.
#include "syntax/cursor.h"
#include "syntax/wording.h"

#include "base/table.h"

#include <stdio.h>

// What we know of one type of libclang's, which has one address for each type as it is written.
struct known {
    struct type *type;             // null: not read yet. As outside of functions that hide names
    const char *tag;
    bool has_tag;                  // the tag is known, if only to be none
    bool is_hidden;                // in that function its name means something else
    uint32_t function;
};

// Of the file that is parsed.
static struct {
    struct table numbers;          // indices in list + 1
    struct list vec(struct known) list;
    struct arena arena;
} known;

void types_forget(void)
{
    table_fini(&known.numbers);
    vec_fini(&known.list);
    arena_fini(&known.arena);
}

// It moves when another type is met.
static struct known *know(CXType type)
{
    uint32_t *number = table_at(&known.numbers, (struct table_key){ (uintptr_t)type.data[0], (uintptr_t)type.kind });
    if (!*number) {
        vec_push(&known.list, (struct known){});
        *number = (uint32_t)known.list.count;
    }
    return &known.list.at[*number - 1];
}

static bool is_file_scope(CXCursor declaration)
{
    enum CXCursorKind parent = clang_getCursorKind(clang_getCursorSemanticParent(declaration));
    return parent == CXCursor_TranslationUnit;
}

static bool is_anonymous_name(CXType type)
{
    CXString text = clang_getTypeSpelling(type);
    bool anonymous = strstr(clang_getCString(text), "(unnamed") || strstr(clang_getCString(text), "(anonymous");
    clang_disposeString(text);
    return anonymous;
}

// libclang has no kind for _BitInt(n).
static bool is_bit_int(CXType type)
{
    CXString text = clang_getTypeSpelling(type);
    bool found = strncmp(clang_getCString(text), "_BitInt(", 8) == 0 || strncmp(clang_getCString(text), "unsigned _BitInt(", 17) == 0;
    clang_disposeString(text);
    return found;
}

static bool has_name(CXType type)
{
    switch (type.kind) {
    case CXType_Elaborated:
        return has_name(clang_Type_getNamedType(type));
    case CXType_Typedef:
        return is_file_scope(clang_getTypeDeclaration(type));
    case CXType_Record: case CXType_Enum:
        return is_file_scope(clang_getTypeDeclaration(type)) && !is_anonymous_name(type);
    case CXType_Pointer: case CXType_BlockPointer:
        return has_name(clang_getPointeeType(type));
    case CXType_ConstantArray: case CXType_IncompleteArray: case CXType_Vector: case CXType_ExtVector: case CXType_Complex:
        return has_name(clang_getElementType(type));
    case CXType_Atomic:
        return has_name(clang_Type_getValueType(type));
    case CXType_FunctionProto: case CXType_FunctionNoProto:
        for (int i = 0; i < clang_getNumArgTypes(type); i++)
            if (!has_name(clang_getArgType(type, (unsigned)i)))
                return false;
        return has_name(clang_getResultType(type));
    case CXType_Unexposed:
        return is_bit_int(type);
    default:
        return type.kind >= CXType_FirstBuiltin && type.kind <= CXType_LastBuiltin && type.kind != CXType_Dependent &&
               type.kind != CXType_Overload && type.kind != CXType_NullPtr;
    }
}

// `va_list` is an array of what C has no name for.
static const char va_list_element[] = "struct __va_list_tag", element_text[] = "__typeof__(((__builtin_va_list *)0)[0][0])";

// libclang says `bool` in C23, which gcc 12 does not know.
static const char *spell(const struct reader *reader, CXType type)
{
    CXString text = clang_getTypeSpelling(type);
    struct buf out = {};
    buf_puts(&out, "");
    size_t length;
    for (const char *p = clang_getCString(text); *p; p += length) {
        size_t word = strspn(p, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_0123456789");
        bool is_element = strncmp(p, va_list_element, strlen(va_list_element)) == 0;
        length = is_element ? strlen(va_list_element) : word ? word : 1;
        if (is_element)
            buf_puts(&out, element_text);
        else if (word == 4 && memcmp(p, "bool", 4) == 0 && !reader->source->before_c23)
            buf_puts(&out, "_Bool");
        else
            buf_add(&out, p, length);
    }
    clang_disposeString(text);
    const char *copy = arena_copy(reader->arena, out.text, out.length);
    buf_fini(&out);
    return copy;
}

static bool is_va_list_element(CXType canonical)
{
    CXString text = clang_getTypeSpelling(clang_getUnqualifiedType(canonical));
    bool found = strcmp(clang_getCString(text), va_list_element) == 0;
    clang_disposeString(text);
    return found;
}

// What is written with typeof, as the tool's own spelling of a future is, says little.
static const char *show(const struct reader *reader, CXType type)
{
    const char *spelling = spell(reader, type);
    if (!strstr(spelling, "typeof"))
        return spelling;
    const char *quoted = type_in_users_words(reader, type);
    return arena_copy(reader->arena, quoted + 1, strlen(quoted) - 2);
}

static bool is_variable_type(CXType type)
{
    switch (type.kind) {
    case CXType_VariableArray: return true;
    case CXType_Pointer: return is_variable_type(clang_getPointeeType(type));
    case CXType_ConstantArray: case CXType_IncompleteArray: return is_variable_type(clang_getArrayElementType(type));
    case CXType_FunctionProto: case CXType_FunctionNoProto: return is_variable_type(clang_getResultType(type));
    default: return false;
    }
}

static enum CXVisitorResult find_const_field(CXCursor field, CXClientData data);

static bool has_const_member(CXType canonical)
{
    bool found = false;
    if (canonical.kind == CXType_Record)
        clang_Type_visitFields(canonical, find_const_field, &found);
    return found;
}

static enum CXVisitorResult find_const_field(CXCursor field, CXClientData data)
{
    bool *found = data;
    CXType type = clang_getCanonicalType(cursor_type(field));
    for (; type.kind == CXType_ConstantArray; type = clang_getArrayElementType(type))
        *found |= clang_isConstQualifiedType(type);        // the canonical type has the elements' qualifiers here
    *found |= clang_isConstQualifiedType(type) || has_const_member(type);
    return *found ? CXVisit_Break : CXVisit_Continue;
}

static enum CXVisitorResult find_flexible_field(CXCursor field, CXClientData data);

// `struct { int n; char text[]; }`, or one that contains it.
static bool is_flexible(CXType canonical)
{
    bool found = false;
    if (canonical.kind == CXType_Record)
        clang_Type_visitFields(canonical, find_flexible_field, &found);
    return found || canonical.kind == CXType_IncompleteArray;
}

static enum CXVisitorResult find_flexible_field(CXCursor field, CXClientData data)
{
    bool *found = data;
    *found |= is_flexible(clang_getCanonicalType(clang_getCursorType(field)));
    return *found ? CXVisit_Break : CXVisit_Continue;
}

// A handle is exactly a pointer to a pointer to a function of one `struct async_tag *`. Gives the tag of whatever is such a
// pointer to a function of one pointer; null: it is none.
static const char *find_tag(struct arena *arena, CXType type)
{
    type = clang_getCanonicalType(type);
    for (int i = 0; i < 2; i++) {
        if (type.kind != CXType_Pointer)
            return nullptr;
        type = clang_getPointeeType(type);
    }
    if (type.kind != CXType_FunctionProto || clang_getNumArgTypes(type) != 1 || clang_isFunctionTypeVariadic(type))
        return nullptr;
    CXType parameter = clang_getArgType(type, 0);
    if (parameter.kind != CXType_Pointer)
        return nullptr;
    CXString text = clang_getTypeSpelling(clang_getCanonicalType(clang_getPointeeType(parameter)));
    const char *tag = arena_copy(arena, clang_getCString(text), strlen(clang_getCString(text)));
    clang_disposeString(text);
    return tag;
}

// Asked of each expression of a file, which has few types.
bool is_handle_type(CXType type, const char *tag)
{
    if (type.kind >= CXType_FirstBuiltin && type.kind <= CXType_LastBuiltin)
        return false;
    struct known *k = know(type);
    if (!k->has_tag)
        k->tag = find_tag(&known.arena, type);
    k->has_tag = true;
    return k->tag && strcmp(k->tag, tag) == 0;
}

CXType handle_value_type(CXType type)
{
    return clang_getResultType(clang_getPointeeType(clang_getPointeeType(clang_getCanonicalType(type))));
}

static bool is_integer_kind(enum CXTypeKind kind)
{
    return (kind >= CXType_Bool && kind <= CXType_Int128) || kind == CXType_Enum;
}

static struct type *read_new_type(struct reader *reader, CXType written)
{
    struct type *type = arena_new(reader->arena, struct type);
    type->shown = show(reader, written);
    if (type->shown[0] == '<') {         // "<builtin fn type>", "<dependent type>": libclang crashes when asked more
        type->size = -1;
        type->align = 1;
        type->is_function = true;
        return type;
    }
    CXType canonical = clang_getCanonicalType(written);
    type->is_const = clang_isConstQualifiedType(canonical);
    type->is_volatile = clang_isVolatileQualifiedType(canonical);
    if (canonical.kind == CXType_Atomic) {
        type->is_atomic = true;
    }
    CXType plain = clang_getUnqualifiedType(written);
    CXType plain_canonical = clang_getUnqualifiedType(canonical);
    type->is_variable = is_variable_type(canonical);
    if (!type->is_variable) {
        // `_Complex real`, as libclang calls what `real` becomes when it is converted, is no C.
        if (has_name(plain) && canonical.kind != CXType_Complex)
            type->spelling = spell(reader, plain);
        else if (has_name(plain_canonical))
            type->spelling = spell(reader, plain_canonical);
    }
    type->size = clang_Type_getSizeOf(canonical);
    // `typedef int line __attribute__((aligned(64)))`: the canonical type does not say it.
    long long align = clang_Type_getAlignOf(canonical), written_align = clang_Type_getAlignOf(written);
    type->align = written_align > align ? (unsigned)written_align : align > 0 ? (unsigned)align : 1;
    type->loses_alignment = written_align > align && !has_name(plain);
    type->is_void = canonical.kind == CXType_Void;
    if (type->is_void)
        type->size = 0;
    type->is_array = canonical.kind == CXType_ConstantArray || canonical.kind == CXType_IncompleteArray ||
                     canonical.kind == CXType_VariableArray;
    type->length = canonical.kind == CXType_ConstantArray ? clang_getArraySize(canonical) : 0;
    type->is_record = canonical.kind == CXType_Record;
    type->is_pointer = canonical.kind == CXType_Pointer;
    type->is_function = canonical.kind == CXType_FunctionProto || canonical.kind == CXType_FunctionNoProto;
    type->is_future = is_handle_type(canonical, "struct async_tag");
    type->is_generator = is_handle_type(canonical, "struct async_generator_tag");
    type->is_integer = is_integer_kind(canonical.kind);
    type->is_vector = canonical.kind == CXType_Vector || canonical.kind == CXType_ExtVector;
    CXType element = canonical;
    while (element.kind == CXType_ConstantArray)
        element = clang_getArrayElementType(element);
    type->has_const_member = has_const_member(element);
    type->is_flexible = type->is_record && is_flexible(canonical);
    if (type->is_array && clang_isConstQualifiedType(element))
        type->is_const = true;
    if (type->is_array && clang_isVolatileQualifiedType(element))
        type->is_volatile = true;
    return type;
}

// Nobody changes a type, so that all who ask for the same one can be given the same. But for its name, where the function
// hides that.
struct type *read_type(struct reader *reader, CXType written)
{
    struct type *type = know(written)->type;
    if (!type)
        type = read_new_type(reader, written);
    struct known *k = know(written);
    k->type = type;
    if (!type->spelling || !reader->names)
        return type;
    if (k->function != reader->names->number) {
        k->function = reader->names->number;
        k->is_hidden = names_are_hidden(reader->names, type->spelling);
    }
    if (!k->is_hidden)
        return type;
    struct type *renamed = arena_new(reader->arena, struct type);
    *renamed = *type;
    renamed->spelling = names_alias(reader, type->spelling);
    return renamed;
}

struct type *read_parameter_type(struct reader *reader, CXType written)
{
    CXType canonical = clang_getCanonicalType(written);
    bool array = canonical.kind == CXType_ConstantArray || canonical.kind == CXType_IncompleteArray ||
                 canonical.kind == CXType_VariableArray;
    bool function = canonical.kind == CXType_FunctionProto || canonical.kind == CXType_FunctionNoProto;
    if (!array && !function)
        return read_type(reader, written);
    struct type *target = read_type(reader, array ? clang_getArrayElementType(canonical) : written);
    bool is_const = array && (target->is_const || clang_isConstQualifiedType(canonical));
    struct type *type = arena_new(reader->arena, struct type);
    *type = (struct type){ .shown = show(reader, written), .size = sizeof(void *), .align = alignof(void *), .is_pointer = true,
                           .is_variable = target->is_variable };
    type->is_va_list = array && is_va_list_element(clang_getCanonicalType(clang_getArrayElementType(canonical)));
    if (type->is_va_list)
        type->spelling = arena_printf(reader->arena, "%s *", element_text);
    else if (target->spelling)
        type->spelling = arena_printf(reader->arena, "%s%s__typeof__(%s) *", is_const ? "const " : "",
                                      array && (target->is_volatile || clang_isVolatileQualifiedType(canonical)) ? "volatile " : "", target->spelling);
    return type;
}
