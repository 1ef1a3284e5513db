// read_makers.c: where the file mentions an async function that it defines.
//
// In the output the name of such a function belongs to its body, so that debuggers, profilers and the compiler's messages
// say it; the maker of its coroutine objects is called otherwise in C and keeps the name as its symbol. So every mention of
// the function is found here. What a name stands for is libclang's to say. It does not show everything (the operands of some
// built-ins, attributes): a mention that it says nothing of is the function's.
//
// One that another file defines keeps its name, unless compilers know that as another function's: `async int puts(…)`.
//
// Needs: view_find_words().  Fills: unit.mentions.
#include "syntax/cursor.h"

#include "model/declaration.h"
#include "model/library.h"

// What libclang has said of one token that is spelled as such a function.
enum claim : uint8_t { UNKNOWN, THE_FUNCTION, ITS_DECLARATION, ITS_DEFINITION, SOMETHING_ELSE };

struct candidate {
    uint32_t token;
    const struct async_declaration *declaration;
    enum claim claim;
};

struct search {
    struct reader reader;
    struct candidates vec(struct candidate) candidates;    // in the order of the text
};

// A plain function that is declared async: its definition stays text.
static bool is_wrapped(const struct unit *unit, const char *name)
{
    for (size_t i = 0; i < unit->wrappers.count; i++)
        if (strcmp(unit->wrappers.at[i].declaration->spelling, name) == 0)
            return true;
    return false;
}

static bool has_maker(const struct unit *unit, const struct async_declaration *d)
{
    if (!d->at_file_scope || d->is_typedef)
        return false;
    return d->body || (is_library_name(d->spelling) && !is_wrapped(unit, d->spelling));
}

static void find_candidates(struct search *search)
{
    struct unit *unit = search->reader.unit;
    const struct source *source = unit->source;
    struct map names = {};
    for (size_t i = 0; i < unit->declarations.count; i++) {
        const struct async_declaration *d = &unit->declarations.at[i];
        if (has_maker(unit, d))
            *map_at(&names, d->spelling, strlen(d->spelling)) = (uint32_t)i + 1;
    }
    for (uint32_t t = 1; t < source->tokens.count; t++) {
        uint32_t found = token_at(source, t)->kind == TOKEN_NAME ? map_find(&names, token_start(source, t), token_length(source, t)) : 0;
        const struct async_declaration *d = found ? &unit->declarations.at[found - 1] : nullptr;
        if (d)
            vec_push(&search->candidates, ((struct candidate){ t, d, d->body && t == d->name ? ITS_DEFINITION : UNKNOWN }));
    }
    map_fini(&names);
}

static size_t first_candidate(const struct search *search, uint32_t at)
{
    return vec_search(&search->candidates, 0, e, token_at(search->reader.source, e->token)->begin < at);
}

static struct candidate *candidate_at(struct search *search, uint32_t at)
{
    size_t i = first_candidate(search, at);
    struct candidate *c = i < search->candidates.count ? &search->candidates.at[i] : nullptr;
    return c && token_at(search->reader.source, c->token)->begin == at ? c : nullptr;
}

static bool holds_candidate(const struct search *search, CXCursor cursor)
{
    struct span span = cursor_span(&search->reader, cursor);
    size_t i = first_candidate(search, span.begin);
    return i < search->candidates.count && token_at(search->reader.source, search->candidates.at[i].token)->begin < span.end;
}

static void note_claim(struct search *search, CXCursor cursor)
{
    uint32_t at = view_to_source(search->reader.view, cursor_location(&search->reader, cursor), false);
    struct candidate *c = candidate_at(search, at);
    if (!c || c->claim == ITS_DEFINITION)
        return;
    enum CXCursorKind kind = clang_getCursorKind(cursor);
    if (kind == CXCursor_FunctionDecl)
        c->claim = ITS_DECLARATION;
    else if (kind == CXCursor_DeclRefExpr)
        c->claim = clang_getCursorKind(clang_getCursorReferenced(cursor)) == CXCursor_FunctionDecl ? THE_FUNCTION : SOMETHING_ELSE;
    else if (clang_isDeclaration(kind) || clang_isReference(kind) || kind == CXCursor_MemberRefExpr || kind == CXCursor_LabelStmt ||
             kind == CXCursor_LabelRef)
        c->claim = SOMETHING_ELSE;
}

static enum CXChildVisitResult visit(CXCursor cursor, CXCursor parent, CXClientData data)
{
    (void)parent;
    struct search *search = data;
    // Where an expression begins, libclang finds by descending: asked of each operand, a long sum would take its square.
    if (!clang_isExpression(clang_getCursorKind(cursor)) && !holds_candidate(search, cursor))
        return CXChildVisit_Continue;
    note_claim(search, cursor);
    return CXChildVisit_Recurse;
}

// … whose words are names of another kind, and not all told apart by libclang.
static bool is_in_attribute(const struct source *source, uint32_t token)
{
    for (uint32_t t = token - 1; t > 1; t--) {
        uint32_t match = token_at(source, t)->match;
        if (match && match < t)
            t = match;
        else if (token_word(source, t) == WORD_ATTRIBUTE || (token_word(source, t) == '[' && token_word(source, t - 1) == '['))
            return true;
        else if (!match && token_word(source, t) == ';')
            return false;
        else if (token_word(source, t) == '{')
            return false;
    }
    return false;
}

// `asm goto ("…" : : : : name)`
static bool is_asm_label(const struct source *source, uint32_t token)
{
    uint32_t t = token - 1, colons = 0;
    for (; t > 1 && token_word(source, t) != '(' && token_word(source, t) != ';' && token_word(source, t) != '{'; t--) {
        uint32_t match = token_at(source, t)->match;
        colons += token_word(source, t) == ':';
        t = match && match < t ? match : t;
    }
    while (t > 1 && (token_word(source, t - 1) == WORD_GOTO || token_word(source, t - 1) == WORD_VOLATILE || token_word(source, t - 1) == WORD_INLINE))
        t--;
    return colons >= 4 && token_word(source, t - 1) == WORD_ASM;
}

void read_makers(struct unit *unit, struct view *view, CXCursor all)
{
    struct search search = { .reader = { .unit = unit, .source = unit->source, .view = view, .arena = unit->arena } };
    find_candidates(&search);
    if (search.candidates.count)
        clang_visitChildren(all, visit, &search);
    for (size_t i = 0; i < search.candidates.count; i++) {
        const struct candidate *c = &search.candidates.at[i];
        if (c->claim == SOMETHING_ELSE ||
            (c->claim == UNKNOWN && (token_is_other_name(unit->source, c->token) || is_in_attribute(unit->source, c->token) ||
                                     is_asm_label(unit->source, c->token))))
            continue;
        vec_push(&unit->mentions, ((struct mention){
            c->token, c->declaration->spelling, c->claim == ITS_DECLARATION, c->claim == ITS_DEFINITION,
        }));
    }
    vec_fini(&search.candidates);
}
