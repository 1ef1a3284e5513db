// measured.c: the names in text that is only measured, which libclang does not show.
//
// Type names inside _Generic, typeof and sizeof may mention variables; a macro may even repeat a whole argument there, with
// statements in it. Tokens are all that we have, so what such a text declares itself is found by them as well: a member of a
// struct, a parameter, a variable of a statement expression has the same name as a local and is none.
//
// Needs: function.variables, function.refs, sorted.  Adds to function.refs.
#include "syntax/cursor.h"

#include "model/declaration.h"

// A name that the measured text declares itself: tokens [token, end) mean that.
struct declared {
    uint32_t token, end;
};

struct measured {
    const struct source *source;
    struct by_name vec(struct variable *) variables;       // by name, and those of one name in the order of declaration
    struct declared_names vec(struct declared) declared;   // in the text under work
};

static int by_name(const void *a, const void *b)
{
    const struct variable *x = *(struct variable *const *)a, *y = *(struct variable *const *)b;
    int order = strcmp(x->name, y->name);
    return order ? order : x->declared < y->declared ? -1 : x->declared > y->declared;
}

static bool is_in_scope(const struct source *source, const struct variable *v, uint32_t at)
{
    return !v->scope || at < token_at(source, v->scope->end - 1)->end;
}

// The last one declared before the token whose scope has not ended.
static struct variable *find_visible(const struct measured *m, uint32_t token)
{
    const struct source *source = m->source;
    const char *name = token_text(source, token);
    uint32_t at = token_at(source, token)->begin;
    size_t low = 0, high = m->variables.count;
    while (low < high) {
        size_t middle = (low + high) / 2;
        const struct variable *v = m->variables.at[middle];
        int order = strcmp(v->name, name);
        if (order < 0 || (order == 0 && v->declared <= at))
            low = middle + 1;
        else
            high = middle;
    }
    for (size_t i = low; i-- > 0 && strcmp(m->variables.at[i]->name, name) == 0;)
        if (is_in_scope(source, m->variables.at[i], at))
            return m->variables.at[i];
    return nullptr;
}

static bool has_ref(const struct function *fn, uint32_t begin)
{
    size_t low = vec_search(&fn->refs, 0, e, e->begin < begin);
    return low < fn->refs.count && fn->refs.at[low].begin == begin;
}

// --- what the text declares itself ---

static bool is_declared_inside(const struct measured *m, uint32_t token)
{
    for (size_t i = 0; i < m->declared.count; i++) {
        const struct declared *d = &m->declared.at[i];
        if (token >= d->token && token < d->end && strcmp(token_text(m->source, d->token), token_text(m->source, token)) == 0)
            return true;
    }
    return false;
}

static void declare(struct measured *m, uint32_t token, uint32_t end)
{
    if (token)
        vec_push(&m->declared, ((struct declared){ token, end }));
}

static bool is_type_word(enum word word)
{
    switch (word) {
    case WORD_TYPEDEF: case WORD_EXTERN: case WORD_STATIC: case WORD_THREAD: case WORD_CONSTEXPR: case WORD_AUTO:
    case WORD_REGISTER: case WORD_CONST: case WORD_VOLATILE: case WORD_TYPE: case WORD_BOOL: case WORD_STRUCT: case WORD_UNION:
    case WORD_ENUM: case WORD_ATOMIC: case WORD_TYPEOF: case WORD_BITINT: case WORD_FUTURE: case WORD_GENERATOR:
        return true;
    default:
        return false;
    }
}

static bool is_plain_name(const struct measured *m, uint32_t token)
{
    return token_at(m->source, token)->kind == TOKEN_NAME && token_word(m->source, token) == WORD_NONE;
}

// `size_t n`, and at the beginning of a statement `size_t *p` too, if size_t is no variable.
static bool begins_declaration(const struct measured *m, uint32_t token, bool is_statement)
{
    token = token_skip_attributes(m->source, token);
    if (is_type_word(token_word(m->source, token)))
        return true;
    if (!is_plain_name(m, token))
        return false;
    uint32_t next = token + 1;
    while (is_statement && token_word(m->source, next) == '*')
        next++;
    return is_plain_name(m, next) && (next == token + 1 || (!find_visible(m, token) && !is_declared_inside(m, token)));
}

// In the parentheses of a parameter list, and of a type name with one.
static void note_parameter(struct measured *m, uint32_t token, uint32_t close)
{
    if (begins_declaration(m, token, false))
        declare(m, declaration_declarator(m->source, declaration_specifiers(m->source, token).end).name, close);
}

// A statement's or a member's declarators; the member's names mean nothing elsewhere.
static void note_declarators(struct measured *m, uint32_t token, bool is_member)
{
    uint32_t block_end = token_block_end(m->source, token);
    uint32_t at = declaration_specifiers(m->source, token).end;
    for (;;) {
        struct declarator d = declaration_declarator(m->source, at);
        declare(m, d.name, is_member ? d.name + 1 : block_end);
        for (at = d.init_end; is_member && token_word(m->source, at) != ',' && token_word(m->source, at) != ';'; at = token_skip(m->source, at))
            if (token_at(m->source, at)->kind == TOKEN_END || token_word(m->source, at) == '}')
                return;            // behind the width of a bit-field
        if (token_word(m->source, at) != ',')
            return;
        at++;
    }
}

enum braces : uint8_t { BRACES_OF_VALUES, BRACES_OF_STATEMENTS, BRACES_OF_MEMBERS, BRACES_OF_ENUMERATORS };

static enum braces braces_of(const struct measured *m, uint32_t open)
{
    enum word before = token_word(m->source, open - 1);
    if (before == '(' || before == ';' || before == '{' || before == '}' || before == WORD_ELSE || before == WORD_DO)
        return before == '{' && braces_of(m, open - 1) != BRACES_OF_STATEMENTS ? BRACES_OF_VALUES : BRACES_OF_STATEMENTS;
    if (before == ')') {
        switch (token_word(m->source, token_at(m->source, open - 1)->match - 1)) {
        case WORD_IF: case WORD_FOR: case WORD_WHILE: case WORD_SWITCH: return BRACES_OF_STATEMENTS;
        default: break;
        }
    }
    for (uint32_t t = open; t-- > 1 && open - t < 64;) {
        switch (token_word(m->source, t)) {
        case WORD_STRUCT: case WORD_UNION: return declaration_specifiers(m->source, t).body_open == open ? BRACES_OF_MEMBERS : BRACES_OF_VALUES;
        case WORD_ENUM: return declaration_specifiers(m->source, t).body_open == open ? BRACES_OF_ENUMERATORS : BRACES_OF_VALUES;
        case ';': case '{': case '}': case '=': return BRACES_OF_VALUES;
        default: break;
        }
    }
    return BRACES_OF_VALUES;
}

static void note_enumerators(struct measured *m, uint32_t open)
{
    uint32_t close = token_at(m->source, open)->match, block_end = token_block_end(m->source, open);
    for (uint32_t t = open + 1; t < close; t = token_skip(m->source, t))
        if ((t == open + 1 || token_word(m->source, t - 1) == ',') && is_plain_name(m, t))
            declare(m, t, block_end);
}

// `name:`
static bool is_label(const struct measured *m, uint32_t token)
{
    return is_plain_name(m, token) && token_word(m->source, token + 1) == ':';
}

static void note_statement(struct measured *m, uint32_t token)
{
    while (is_label(m, token)) {
        declare(m, token, token + 1);
        token += 2;
    }
    if (begins_declaration(m, token, true))
        note_declarators(m, token, false);
}

// Of the text between `open` and `close`.
static void note_declarations(struct measured *m, uint32_t open, uint32_t close)
{
    const struct source *source = m->source;
    for (uint32_t t = open; t < close; t++) {
        enum word word = token_word(source, t), before = token_word(source, t - 1);
        uint32_t match = token_at(source, t)->match;
        if (word == '(' && before == WORD_FOR) {
            note_statement(m, t + 1);
        } else if (word == '(') {
            for (uint32_t at = t + 1; at < match; at = token_skip(source, at))
                if (at == t + 1 || token_word(source, at - 1) == ',')
                    note_parameter(m, at, match);
        } else if (word == '{') {
            enum braces braces = braces_of(m, t);
            if (braces == BRACES_OF_ENUMERATORS)
                note_enumerators(m, t);
            for (uint32_t at = t + 1; braces != BRACES_OF_VALUES && braces != BRACES_OF_ENUMERATORS && at < match; at = token_skip(source, at)) {
                enum word end = token_word(source, at - 1);
                if (end != '{' && end != ';' && end != '}')
                    continue;
                if (braces == BRACES_OF_STATEMENTS)
                    note_statement(m, at);
                else
                    note_declarators(m, at, true);
            }
        }
    }
}

// --- what it mentions ---

// Type names inside _Generic, typeof and sizeof may mention variables, to measure them.
void read_measured_names(struct reader *reader)
{
    struct function *fn = reader->function;
    const struct source *source = reader->source;
    uint32_t end = 0;
    struct refs more = {};
    struct measured m = { .source = source };
    for (size_t i = 0; i < fn->variables.count; i++)
        vec_push(&m.variables, fn->variables.at[i]);
    qsort(m.variables.at, m.variables.count, sizeof *m.variables.at, by_name);
    for (uint32_t t = fn->declaration->body; t < fn->declaration->body_close; t++) {
        const struct token *token = token_at(source, t);
        if ((token->word == WORD_GENERIC || token->word == WORD_TYPEOF || token->word == WORD_SIZEOF) &&
            token_word(source, t + 1) == '(' && token_at(source, t + 1)->match > end) {
            end = token_at(source, t + 1)->match;
            m.declared.count = 0;
            note_declarations(&m, t + 1, end);
        }
        if (t >= end || token->kind != TOKEN_NAME || token->word != WORD_NONE || has_ref(fn, token->begin))
            continue;
        struct variable *v = token_is_other_name(source, t) || is_declared_inside(&m, t) ? nullptr : find_visible(&m, t);
        if (!v || names_hide(reader, v, t))
            continue;
        v->is_mentioned = true;
        vec_push(&more, ((struct ref){ .begin = token->begin, .end = token->end, .variable = v, .access = ACCESS_NONE }));
    }
    for (size_t i = 0; i < more.count; i++)
        vec_push(&fn->refs, more.at[i]);
    vec_fini(&more);
    vec_fini(&m.variables);
    vec_fini(&m.declared);
}
