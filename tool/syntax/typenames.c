// typenames.c: see typenames.h. An open hash table of tokens.
#include "syntax/typenames.h"

#include "model/declaration.h"

static size_t hash_token(const struct source *source, uint32_t token)
{
    const struct token *t = token_at(source, token);
    size_t h = 5381;
    for (uint32_t i = t->begin; i < t->end; i++)
        h = h * 33 + (unsigned char)source->text[i];
    return h;
}

static bool same_text(const struct source *source, uint32_t a, uint32_t b)
{
    const struct token *x = token_at(source, a), *y = token_at(source, b);
    return x->end - x->begin == y->end - y->begin &&
           memcmp(source->text + x->begin, source->text + y->begin, x->end - x->begin) == 0;
}

static uint32_t *find_slot(const struct typenames *names, uint32_t token)
{
    size_t i = hash_token(names->source, token) & (names->room - 1);
    while (names->slots[i] && !same_text(names->source, names->slots[i] - 1, token))
        i = (i + 1) & (names->room - 1);
    return &names->slots[i];
}

// Returns how many names the typedef declares. Before there are slots, it only counts.
static size_t add_typedef(struct typenames *names, uint32_t typedef_token)
{
    const struct source *source = names->source;
    size_t count = 0;
    struct specifiers s = declaration_specifiers(source, typedef_token);
    for (uint32_t token = s.end; token_at(source, token)->kind != TOKEN_END;) {
        struct declarator d = declaration_declarator(source, token);
        count += d.name != 0;
        if (d.name && names->slots)
            *find_slot(names, d.name) = d.name + 1;
        if (token_word(source, d.init_end) != ',')
            break;
        token = d.init_end + 1;
    }
    return count;
}

static size_t add_typedefs(struct typenames *names)
{
    size_t count = 0;
    for (uint32_t i = 1; i < names->source->tokens.count; i++)
        if (token_word(names->source, i) == WORD_TYPEDEF)
            count += add_typedef(names, i);
    return count;
}

void typenames_init(struct typenames *names, const struct source *source)
{
    *names = (struct typenames){ .source = source, .room = 64 };
    size_t count = add_typedefs(names);
    while (names->room < count * 4)
        names->room *= 2;
    names->slots = memset(memory_resize(nullptr, names->room * sizeof *names->slots), 0, names->room * sizeof *names->slots);
    add_typedefs(names);
}

void typenames_fini(struct typenames *names)
{
    free(names->slots);
}

bool is_typename(const struct typenames *names, uint32_t token)
{
    return token_at(names->source, token)->kind == TOKEN_NAME && *find_slot(names, token) != 0;
}

bool begins_type(const struct typenames *names, uint32_t token)
{
    switch (token_word(names->source, token)) {
    case WORD_TYPE: case WORD_BOOL: case WORD_STRUCT: case WORD_UNION: case WORD_ENUM: case WORD_TYPEOF: case WORD_BITINT:
    case WORD_ATOMIC: case WORD_CONST: case WORD_VOLATILE: case WORD_FUTURE: case WORD_GENERATOR: case WORD_ATTRIBUTE:
        return true;
    case WORD_EXTENSION:
        return begins_type(names, token + 1);
    case WORD_NONE:
        return is_typename(names, token);
    default:
        return false;
    }
}
