// file.c: the whole output: the user's text with every async function replaced.
#include "print/parts.h"

// A `static` prototype whose definition is in this file must not be called unused for want of calls to the maker.
static void print_plain(struct writer *w, uint32_t begin, uint32_t end)
{
    write_source(w, begin, end);
}

void print_file(struct unit *unit, const struct print_options *options, struct buf *out)
{
    struct edits edits = {};
    struct names started = {};
    print_edits(unit, &edits);
    struct writer w = {
        .unit = unit, .source = unit->source, .options = options, .out = out, .edits = &edits, .at_line_start = true,
        .started = &started,
    };
    w.place = source_place(unit->source, 0);
    uint32_t at = 0;
    for (size_t i = 0; i < unit->functions.count; i++) {
        struct function *fn = unit->functions.at[i];
        uint32_t begin = token_at(unit->source, fn->declaration->specs)->begin;
        print_plain(&w, at, begin);
        print_function(&w, fn);
        at = token_at(unit->source, fn->declaration->body_close)->end;
    }
    print_plain(&w, at, unit->source->length);
    write_end_line(&w);
    vec_fini(&edits);
    vec_fini(&started);
}
