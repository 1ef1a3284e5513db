// names.c: what a name at file scope means inside an async function.
//
// Temporaries are declared with the names of their types, `node *async__t1`. But in `async void f(node *node)` that would
// be a product. Types that are hidden anywhere in the function get another name in front of it:
//
//     typedef __typeof__(node *) async__type_f_1;
//
// The other way round, a static or a type in a block may hide a local that is saved and put back at an await there: such
// a local gets another name (analysis/homes.c).
#include "syntax/cursor.h"

#include "model/declaration.h"

static bool is_automatic(CXCursor cursor)
{
    enum CXCursorKind kind = clang_getCursorKind(cursor);
    enum CX_StorageClass storage = clang_Cursor_getStorageClass(cursor);
    return kind == CXCursor_ParmDecl || (kind == CXCursor_VarDecl && storage != CX_SC_Static && storage != CX_SC_Extern);
}

static enum CXChildVisitResult note_declaration(CXCursor cursor, CXCursor parent, CXClientData data)
{
    (void)parent;
    struct reader *reader = data;
    enum CXCursorKind kind = clang_getCursorKind(cursor);
    if (clang_isDeclaration(kind) && kind != CXCursor_FieldDecl) {
        const char *name = cursor_name(reader, cursor);
        *map_at(&reader->names->declared, name, strlen(name)) = 1;
        if (!is_automatic(cursor)) {
            *map_at(&reader->names->hiding, name, strlen(name)) = 1;
            vec_push(&reader->names->places, source_token_at(reader->source, view_to_source(reader->view, cursor_location(reader, cursor), false)));
        }
    }
    return CXChildVisit_Recurse;
}

void read_names(struct reader *reader, CXCursor function)
{
    static uint32_t functions;
    reader->names->number = ++functions;
    cursor_visit(function, note_declaration, reader);
}

bool names_hide(const struct reader *reader, const struct variable *v, uint32_t token)
{
    const struct names *names = reader->names;
    if (!names || !map_find(&names->hiding, v->name, strlen(v->name)))
        return false;
    for (size_t i = 0; i < names->places.count; i++) {
        uint32_t place = names->places.at[i];
        if (place < token && token_at(reader->source, place)->begin > v->declared && token_is(reader->source, place, v->name) &&
            token < token_block_end(reader->source, place))
            return true;
    }
    return false;
}

bool names_are_hidden(const struct names *names, const char *spelling)
{
    static const char letters[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_$0123456789";
    for (const char *p = spelling; *p;) {
        size_t length = strspn(p, letters);
        if (length && map_find(&names->declared, p, length))
            return true;
        p += length ? length : 1;
    }
    return false;
}

const char *names_alias(struct reader *reader, const char *spelling)
{
    struct names *names = reader->names;
    if (!names || !names_are_hidden(names, spelling))
        return spelling;
    for (size_t i = 0; i < names->aliases.count; i++)
        if (strcmp(names->aliases.at[i].spelling, spelling) == 0)
            return names->aliases.at[i].name;
    const char *name = arena_printf(reader->arena, "async__type_%s_%zu", names->function, names->aliases.count + 1);
    vec_push(&names->aliases, ((struct alias){ name, spelling }));
    return name;
}
