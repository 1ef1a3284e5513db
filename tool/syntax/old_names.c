// old_names.c: `typedef enum { false, true } bool;`, as one wrote before C23.
//
// `bool`, `true`, `false` and `nullptr` are words only for those who know C23. A file that declares one of them means its
// own, everywhere, and its text must not get another meaning.
#include "syntax/old_names.h"

static bool is_new_word(enum word word)
{
    return word == WORD_BOOL || word == WORD_TRUE || word == WORD_FALSE || word == WORD_NULLPTR;
}

// The braces of an enum.
static bool opens_enum(const struct source *source, uint32_t brace)
{
    uint32_t before = brace - 1;
    if (token_at(source, before)->kind == TOKEN_NAME && token_word(source, before) != WORD_ENUM)
        before--;
    return token_word(source, brace) == '{' && token_word(source, before) == WORD_ENUM;
}

static bool ends_declarator(enum word word)
{
    return word == ';' || word == ',' || word == '=' || word == '(' || word == ')' || word == '[' || word == ':';
}

// Behind what can only be a type: `unsigned char bool;`, `enum bool`, `} bool;`, `int *nullptr`.
static bool stands_as_declarator(const struct source *source, uint32_t token)
{
    uint32_t before = token - 1;
    while (token_word(source, before) == '*')
        before--;
    enum word word = token_word(source, before);
    if (word == WORD_ENUM || word == WORD_STRUCT || word == WORD_UNION)
        return before == token - 1;
    return (word == WORD_TYPE || word == WORD_BOOL || word == '}') && ends_declarator(token_word(source, token + 1)) && (word != '}' || before == token - 1);
}

bool old_names_find(struct source *source)
{
    bool declared[WORD_FALSE + 1] = {};
    uint32_t enum_end = 0;
    bool any = false;
    for (uint32_t t = 1; t + 1 < source->tokens.count; t++) {
        enum word word = token_word(source, t);
        if (word == '{' && t > 1 && opens_enum(source, t))
            enum_end = token_at(source, t)->match;
        if (!is_new_word(word))
            continue;
        bool enumerates = t < enum_end && (token_word(source, t - 1) == '{' || token_word(source, t - 1) == ',');
        if (enumerates || stands_as_declarator(source, t))
            declared[word] = any = true;
    }
    for (uint32_t t = 1; any && t < source->tokens.count; t++)
        if (is_new_word(token_word(source, t)) && declared[token_word(source, t)])
            source->tokens.at[t].word = WORD_NONE;
    return declared[WORD_BOOL];
}
