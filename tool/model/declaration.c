// declaration.c: the grammar of declarations, as far as tokens alone tell it.
//
// Specifiers come first; they end where a declarator begins: at `*`, at `(`, or at a name once a type has been seen
// (a name before that is a typedef's). In a declarator the first name that is no qualifier is the declared one,
// whatever parentheses and stars stand around it. Types are libclang's business; here only places are found.
#include "model/declaration.h"

uint32_t token_skip(const struct source *source, uint32_t token)
{
    const struct token *t = token_at(source, token);
    if (t->kind == TOKEN_END)
        return token;
    return (t->match > token ? t->match : token) + 1;
}

uint32_t token_skip_attributes(const struct source *source, uint32_t token)
{
    for (;;) {
        enum word word = token_word(source, token);
        if ((word == WORD_ATTRIBUTE || word == WORD_ALIGNAS || word == WORD_ASM) && token_word(source, token + 1) == '(')
            token = token_skip(source, token + 1);
        else if (word == '[' && token_word(source, token + 1) == '[')
            token = token_skip(source, token);
        else if (word == WORD_EXTENSION)
            token++;
        else
            return token;
    }
}

static uint32_t read_tagged(const struct source *source, uint32_t token, struct specifiers *s)
{
    bool is_enum = token_word(source, token) == WORD_ENUM;
    s->keyword = token;
    s->has_type = true;
    token = token_skip_attributes(source, token + 1);
    if (token_at(source, token)->kind == TOKEN_NAME)
        s->tag = token++;
    token = token_skip_attributes(source, token);
    if (is_enum && token_word(source, token) == ':') {
        uint32_t next = token + 1;
        while (token_at(source, next)->kind == TOKEN_NAME || token_word(source, next) == '(')
            next = token_skip(source, next);
        token = next;
    }
    if (token_word(source, token) == '{') {
        s->body_open = token;
        s->body_close = token_at(source, token)->match;
        token = token_skip(source, token);
    }
    return token;
}

struct specifiers declaration_specifiers(const struct source *source, uint32_t token)
{
    struct specifiers s = { .first = token };
    for (;; ) {
        uint32_t behind = token_skip_attributes(source, token);
        if (behind != token) {
            token = behind;
            continue;
        }
        const struct token *t = token_at(source, token);
        if (t->kind != TOKEN_NAME)
            break;
        switch (t->word) {
        case WORD_TYPEDEF: s.is_typedef = true; token++; continue;
        case WORD_EXTERN: s.is_extern = true; token++; continue;
        case WORD_STATIC: s.is_static = true; token++; continue;
        case WORD_THREAD: s.is_thread = true; token++; continue;
        case WORD_CONSTEXPR: s.is_constexpr = true; token++; continue;
        case WORD_AUTO:
        case WORD_INLINE: case WORD_NORETURN: case WORD_REGISTER: case WORD_ASYNC:
        case WORD_CONST: case WORD_VOLATILE: case WORD_RESTRICT:
            token++;
            continue;
        case WORD_TYPE: case WORD_BOOL:
            s.has_type = true;
            token++;
            continue;
        case WORD_STRUCT: case WORD_UNION: case WORD_ENUM:
            token = read_tagged(source, token, &s);
            continue;
        case WORD_ATOMIC:
            if (token_word(source, token + 1) != '(') {
                token++;
                continue;
            }
            [[fallthrough]];
        case WORD_TYPEOF: case WORD_BITINT: case WORD_FUTURE: case WORD_GENERATOR:
            s.has_type = true;
            token = token_skip(source, token + 1);
            continue;
        case WORD_NONE:
            if (s.has_type || s.keyword)
                break;
            // `auto x = …` and `constexpr x`: the name is the declarator's when no other name follows.
            if (token > s.first) {
                enum word next = token_word(source, token + 1);
                if (next == '=' || next == ';' || next == ',')
                    break;
            }
            s.has_type = true;
            token++;
            continue;
        default:
            break;
        }
        break;
    }
    s.end = token;
    return s;
}

static bool ends_declarator(const struct token *t)
{
    if (t->kind == TOKEN_END)
        return true;
    switch (t->word) {
    case ',': case ';': case '=': case '{': case '}': case ')': case ']': case ':':
        return true;
    default:
        return false;
    }
}

// The name, and what stands around it: descends into parentheses until a name is found.
static uint32_t find_name(const struct source *source, uint32_t token, struct declarator *d)
{
    uint32_t pure = 0;
    while (!d->name) {
        token = token_skip_attributes(source, token);
        const struct token *t = token_at(source, token);
        if (t->word == '*' || t->word == '^') {
            pure = 0;
            if (token_word(source, token - 1) == '(')
                d->pointer = token;
            token++;
        } else if (t->word == '(') {
            pure = pure ? pure : token;
            token++;
        } else if (t->word == WORD_CONST || t->word == WORD_VOLATILE || t->word == WORD_RESTRICT || t->word == WORD_ATOMIC) {
            token++;
        } else if (t->kind == TOKEN_NAME) {
            d->name = token;
            d->outer = pure ? pure : token;
            token++;
        } else {
            break;
        }
    }
    return token;
}

struct declarator declaration_declarator(const struct source *source, uint32_t token)
{
    struct declarator d = { .first = token };
    token = find_name(source, token, &d);
    if (d.name) {
        uint32_t open = d.outer, close = d.name + 1;
        // `((f))(int)`: leave the pure parentheses, innermost first.
        for (uint32_t inner = d.name; inner > open; inner--)
            if (token_word(source, inner - 1) == '(' && token_at(source, inner - 1)->match == close)
                close++;
        token = close;
        if (token_word(source, token) == '(') {
            d.open = token;
            d.close = token_at(source, token)->match;
        }
    }
    // Around the name there may be more brackets that were entered above: leave by scanning from the front.
    token = d.first;
    while (!ends_declarator(token_at(source, token)))
        token = token_skip(source, token);
    d.end = token;
    if (token_word(source, token) == '=') {
        d.equals = token++;
        // The b, c of `a ? b, c : d` are no declarators.
        for (size_t open = 0; token_at(source, token)->kind != TOKEN_END; token = token_skip(source, token)) {
            enum word word = token_word(source, token);
            if ((word == ',' && !open) || word == ';' || word == ')')
                break;
            open += word == '?';
            open -= word == ':' && open;
        }
    }
    d.init_end = token;
    return d;
}

uint32_t declaration_begin(const struct source *source, uint32_t token)
{
    while (token > 1) {
        const struct token *before = token_at(source, token - 1);
        switch (before->word) {
        case ';': case '{': case '(': case ',': case ':':
            return token;
        case '}':
            // The body of a struct among the specifiers belongs to them; any other block ends what stood before.
            if (before->match) {
                uint32_t head = before->match - 1;
                enum word word = token_word(source, head);
                if (head && word != WORD_STRUCT && word != WORD_UNION && word != WORD_ENUM)
                    word = token_word(source, --head);
                if (word == WORD_STRUCT || word == WORD_UNION || word == WORD_ENUM) {
                    token = head;
                    continue;
                }
            }
            return token;
        case ')': case ']':
            if (before->match == 0)
                return token;
            token = before->match;
            continue;
        case WORD_ELSE: case WORD_DO:
            return token;
        default:
            token--;
        }
    }
    return token;
}

uint32_t declaration_symbol_place(const struct source *source, uint32_t name)
{
    for (uint32_t t = name + 1;; t = token_skip(source, t)) {
        switch (token_word(source, t)) {
        case WORD_ASM:
            return 0;
        case WORD_COMMA: case WORD_SEMICOLON: case WORD_ATTRIBUTE: case WORD_BRACE:
            return t;
        default:
            if (token_at(source, t)->kind == TOKEN_END)
                return t;
        }
    }
}

bool token_is_other_name(const struct source *source, uint32_t token)
{
    switch (token_word(source, token - 1)) {
    case WORD_DOT: case WORD_ARROW: case WORD_STRUCT: case WORD_UNION: case WORD_ENUM: case WORD_GOTO:
        return true;
    default:
        return false;
    }
}

bool token_marks_unused(const struct source *source, uint32_t token)
{
    static const char *const marks[] = { "unused", "__unused__", "maybe_unused", "__maybe_unused__" };
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        if (token_is(source, token, marks[i]))
            return true;
    return false;
}

bool tokens_make_type(const struct source *source, uint32_t first, uint32_t end)
{
    static const char *const names[] = {
        "vector_size", "__vector_size__", "ext_vector_type", "__ext_vector_type__", "mode", "__mode__", "address_space", "may_alias",
        "__may_alias__", "ms_abi", "__ms_abi__", "sysv_abi", "__sysv_abi__", "regparm", "__regparm__",
    };
    for (uint32_t t = first; t < end; t++)
        for (size_t i = 0; i < sizeof names / sizeof *names; i++)
            if (token_is(source, t, names[i]))
                return true;
    return false;
}

bool token_is_typeof_unqual(const struct source *source, uint32_t token)
{
    return token_word(source, token) == WORD_TYPEOF && token_word(source, token + 1) == '(' &&
           (token_is(source, token, "typeof_unqual") || token_is(source, token, "__typeof_unqual__")) && !token_at(source, token)->system;
}

static bool is_code_attribute(const struct source *source, uint32_t token)
{
    static const char *const names[] = {
        "target", "__target__", "optimize", "__optimize__", "optnone", "__optnone__", "minsize", "__minsize__",
        "no_sanitize", "__no_sanitize__", "no_sanitize_address", "__no_sanitize_address__", "no_sanitize_undefined",
        "__no_sanitize_undefined__", "no_sanitize_thread", "__no_sanitize_thread__", "no_stack_protector", "__no_stack_protector__",
        "no_instrument_function", "__no_instrument_function__",
    };
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (token_is(source, token, names[i]))
            return true;
    return false;
}

uint32_t token_find_code_attribute(const struct source *source, uint32_t first, uint32_t token, uint32_t end)
{
    // In attributes only: `target` may be anybody's name.
    for (uint32_t t = first, inside = 0; t < end; t++) {
        if (token_word(source, t) == WORD_ATTRIBUTE)
            inside = token_at(source, t + 1)->match;
        else if (token_word(source, t) == '[' && token_word(source, t + 1) == '[')
            inside = token_at(source, t)->match;
        if (t < inside && t >= token && is_code_attribute(source, t))
            return t;
    }
    return 0;
}

uint32_t token_block_end(const struct source *source, uint32_t token)
{
    for (uint32_t t = token; t-- > 1;) {
        uint32_t match = token_at(source, t)->match;
        if (match && match < t)
            t = match;
        else if (token_word(source, t) == '{')
            return match;
    }
    return UINT32_MAX;
}

bool tokens_have_effects(const struct source *source, uint32_t first, uint32_t end)
{
    for (uint32_t t = first; t < end; t++) {
        enum word word = token_word(source, t);
        bool operand = token_word(source, t - 1) == ')' || token_word(source, t - 1) == ']' ||
                       (token_at(source, t - 1)->kind == TOKEN_NAME && token_word(source, t - 1) == WORD_NONE);
        bool call = t > first && word == '(' && operand;
        if (call || word == WORD_INC || word == WORD_DEC || word == '=' || word == WORD_ASSIGN_OP)
            return true;
    }
    return false;
}
