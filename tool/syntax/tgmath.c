// tgmath.c: see tgmath.h.
//
// gcc's <tgmath.h> expands pow(x, n) to __builtin_tgmath(powf, pow, powl, cpowf, cpow, cpowl, (x), (n)): the built-in
// picks one of the functions by the types of the arguments. libclang does not know it, but it knows overloading, and the
// usual arithmetic conversions say what two arguments have in common. So the view shows it
//
//     async__tg2(async__tg_of((x)), async__tg_of((n)))
//
// where async__tg_of makes an integer a double, and async__tg2 (or a sibling, where the result is of another type than
// the arguments) has, for any two types, that of the result.
#include "syntax/tgmath.h"

#include <stdio.h>

static const char *const reals[] = { "float", "double", "long double" };
static const char *const complexes[] = { "float _Complex", "double _Complex", "long double _Complex" };

static const char *type_of(unsigned index)
{
    return index < 3 ? reals[index] : complexes[index - 3];
}

static unsigned common(unsigned a, unsigned b)
{
    unsigned rank = a % 3 > b % 3 ? a % 3 : b % 3;
    return a < 3 && b < 3 ? rank : rank + 3;
}

static void declare(struct buf *text, const char *result, const char *name, const char *given)
{
    buf_printf(text, "%s __attribute__((overloadable)) %s(%s); ", result, name, given);
}

// Further arguments do not count for the type.
static void declare_of_many(struct buf *text)
{
    char given[100];
    for (unsigned a = 0; a < 6; a++) {
        for (unsigned b = 0; b < 6; b++) {
            snprintf(given, sizeof given, "%s, %s, ...", type_of(a), type_of(b));
            declare(text, type_of(common(a, b)), "async__tg2", given);
            for (unsigned c = 0; c < 3 && a < 3 && b < 3; c++) {
                snprintf(given, sizeof given, "%s, %s, %s, ...", type_of(a), type_of(b), type_of(c));
                declare(text, type_of(common(common(a, b), c)), "async__tg3", given);
            }
        }
    }
}

void view_declare_tgmath(const struct unit *unit, struct buf *text)
{
    if (!unit->has_tgmath)
        return;
    static const char *const whole[] = {
        "_Bool", "char", "signed char", "unsigned char", "short", "unsigned short", "int", "unsigned", "long", "unsigned long",
        "long long", "unsigned long long",
    };
    for (size_t i = 0; i < sizeof whole / sizeof *whole; i++)
        declare(text, "double", "async__tg_of", whole[i]);
    for (unsigned i = 0; i < 6; i++) {
        char given[40];
        snprintf(given, sizeof given, "%s, ...", type_of(i));
        declare(text, type_of(i), "async__tg_of", type_of(i));
        declare(text, type_of(i), "async__tg1", given);
        declare(text, reals[i % 3], "async__tg_real", given);
        declare(text, complexes[i % 3], "async__tg_complex", given);
        declare(text, "int", "async__tg_int", given);
        declare(text, "long", "async__tg_long", given);
        declare(text, "long long", "async__tg_long_long", given);
    }
    declare_of_many(text);
}

struct shape {
    const char *name;          // of the function for double
    const char *overloaded;    // null: by the number of arguments
    unsigned generic;          // how many arguments count for the type; 0: all
};

static const struct shape shapes[] = {
    { "ldexp", nullptr, 1 }, { "scalbn", nullptr, 1 }, { "scalbln", nullptr, 1 }, { "frexp", nullptr, 1 },
    { "nexttoward", nullptr, 1 }, { "remquo", nullptr, 2 },
    { "carg", "async__tg_real", 0 }, { "cimag", "async__tg_real", 0 }, { "creal", "async__tg_real", 0 },
    { "fabs", "async__tg_real", 0 }, { "cabs", "async__tg_real", 0 },
    { "conj", "async__tg_complex", 0 }, { "cproj", "async__tg_complex", 0 },
    { "ilogb", "async__tg_int", 0 }, { "llogb", "async__tg_long", 0 },
    { "lrint", "async__tg_long", 0 }, { "lround", "async__tg_long", 0 },
    { "llrint", "async__tg_long_long", 0 }, { "llround", "async__tg_long_long", 0 },
    { "fromfp", "async__tg_long", 1 }, { "ufromfp", "async__tg_long", 1 },
    { "fromfpx", "async__tg_long", 1 }, { "ufromfpx", "async__tg_long", 1 },
};

static struct shape find_shape(const struct source *source, uint32_t name)
{
    for (size_t i = 0; i < sizeof shapes / sizeof *shapes; i++)
        if (token_is(source, name, shapes[i].name))
            return shapes[i];
    return (struct shape){};
}

// The comma behind the argument at `token`, or the closing parenthesis.
static uint32_t argument_end(const struct source *source, uint32_t token)
{
    while (token_word(source, token) != ',' && token_word(source, token) != ')')
        token = token_at(source, token)->match > token ? token_at(source, token)->match + 1 : token + 1;
    return token;
}

static bool is_name_alone(const struct source *source, uint32_t token)
{
    return token_at(source, token)->kind == TOKEN_NAME && token_word(source, token + 1) == ',';
}

void view_note_tgmath(struct unit *unit, uint32_t token)
{
    const struct source *source = unit->source;
    const struct token *t = token_at(source, token);
    if (t->end - t->begin != 16 || !token_is(source, token, "__builtin_tgmath") || token_word(source, token + 1) != '(' ||
        !token_at(source, token + 1)->match)
        return;
    uint32_t at = token + 2, close = token_at(source, token + 1)->match;
    unit->has_tgmath = true;
    while (is_name_alone(source, at))
        at += 2;
    if (at < token + 6 || at >= close)
        return;
    struct shape shape = find_shape(source, token + 4);
    uint32_t first = at;
    unsigned generic = 0;
    for (; at < close && (!shape.generic || generic < shape.generic); generic++) {
        uint32_t end = argument_end(source, at);
        edits_add(&unit->view_words, token_at(source, at)->begin, token_at(source, at)->begin, "async__tg_of(");
        edits_add(&unit->view_words, token_at(source, end - 1)->end, token_at(source, end - 1)->end, ")");
        at = end + 1;
    }
    const char *name = shape.overloaded ? shape.overloaded : arena_printf(unit->arena, "async__tg%u", generic);
    edits_add(&unit->view_words, t->begin, token_at(source, first - 1)->end, arena_printf(unit->arena, "%s(", name));
}
