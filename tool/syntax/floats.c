// floats.c: see floats.h.
//
// gcc knows `_Float64 x = 1.0f64;` where libclang has at most the type behind it. The view declares the names as those
// types, of the same size and format, so that fields of frames and messages still say `_Float64`. What a typedef cannot be
// part of, `_Complex _Float64`, and the numbers are written with the type behind it.
//
// Fills: unit.view_words, unit.float_types.
#include "syntax/floats.h"

#include <float.h>
#include <string.h>

static const struct {
    const char *name, *type;
    const char *size;              // in the suffix of a number, behind `f` or `F`
    const char *suffix;            // of the type behind it
} types[] = {
    { "_Float32", "float", "32", "f" }, { "_Float64", "double", "64", "" },
    { "_Float32x", "double", "32x", "" }, { "_Float64x", "long double", "64x", "L" },
    // The compiler that has built us stands for the one that will be used: what is quadruple there?
    { "_Float128", LDBL_MANT_DIG == 113 ? "long double" : "__float128", "128", LDBL_MANT_DIG == 113 ? "L" : "q" },
};

enum { TYPES = sizeof types / sizeof *types };

static bool is_complex(const struct source *source, uint32_t token)
{
    return token_is(source, token, "_Complex") || token_is(source, token, "__complex__");
}

static void note_type(struct unit *unit, uint32_t token)
{
    const struct token *t = token_at(unit->source, token);
    for (unsigned i = 0; i < TYPES; i++) {
        if (!token_is(unit->source, token, types[i].name))
            continue;
        unit->float_types |= 1u << i;
        if (is_complex(unit->source, token - 1) || is_complex(unit->source, token + 1))
            edits_add(&unit->view_words, t->begin, t->end, types[i].type);
    }
}

static void note_number(struct unit *unit, uint32_t token)
{
    const struct token *t = token_at(unit->source, token);
    const char *text = unit->source->text + t->begin;
    size_t length = t->end - t->begin;
    bool hex = length > 1 && text[0] == '0' && (text[1] == 'x' || text[1] == 'X');
    if (hex && !memchr(text, 'p', length) && !memchr(text, 'P', length))
        return;                    // its f is a digit
    for (unsigned i = 0; i < TYPES; i++) {
        size_t size = strlen(types[i].size);
        if (length > size + 1 && memcmp(text + length - size, types[i].size, size) == 0 && (text[length - size - 1] | 0x20) == 'f')
            edits_add(&unit->view_words, t->end - (uint32_t)size - 1, t->end, types[i].suffix);
    }
}

void view_note_float(struct unit *unit, uint32_t token)
{
    const struct token *t = token_at(unit->source, token);
    if (t->kind == TOKEN_NUMBER)
        note_number(unit, token);
    else if (unit->source->text[t->begin] == '_' && unit->source->text[t->begin + 1] == 'F')
        note_type(unit, token);
}

void view_declare_floats(const struct unit *unit, struct buf *text)
{
    for (unsigned i = 0; i < TYPES; i++)
        if (unit->float_types & 1u << i)
            buf_printf(text, "typedef %s %s; ", types[i].type, types[i].name);
}
