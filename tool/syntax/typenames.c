// typenames.c: see typenames.h.
#include "syntax/typenames.h"

#include "model/declaration.h"

static void add_typedef(struct typenames *names, uint32_t typedef_token)
{
    const struct source *source = names->source;
    struct specifiers s = declaration_specifiers(source, typedef_token);
    // `typedef int async;`: the last of the specifiers is the name.
    if (token_word(source, s.end - 1) == WORD_ASYNC && token_at(source, s.end)->kind == TOKEN_PUNCT && token_word(source, s.end) != '*')
        s.end--;
    for (uint32_t token = s.end; token_at(source, token)->kind != TOKEN_END;) {
        struct declarator d = declaration_declarator(source, token);
        if (d.name)
            *map_at(&names->map, token_start(source, d.name), token_length(source, d.name)) = 1;
        if (token_word(source, d.init_end) != ',')
            break;
        token = d.init_end + 1;
    }
}

void typenames_init(struct typenames *names, const struct source *source)
{
    *names = (struct typenames){ .source = source };
    for (uint32_t i = 1; i < source->tokens.count; i++)
        if (token_word(source, i) == WORD_TYPEDEF)
            add_typedef(names, i);
}

void typenames_fini(struct typenames *names)
{
    map_fini(&names->map);
}

bool is_typename(const struct typenames *names, uint32_t token)
{
    const struct source *source = names->source;
    return token_at(source, token)->kind == TOKEN_NAME &&
           map_find(&names->map, token_start(source, token), token_length(source, token));
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
