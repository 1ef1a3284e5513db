// file.c: the whole output: the user's text with every async function replaced.
#include "print/parts.h"

void print_file(struct unit *unit, const struct print_options *options, struct buf *out)
{
    struct edits edits = {};
    print_edits(unit, &edits, options, false);
    struct writer w = {
        .unit = unit, .source = unit->source, .options = options, .out = out, .edits = &edits, .at_line_start = true,
        .macros = macros_new(unit),
    };
    if (options->mode == PRINT_FOR_READER)
        print_calls(unit, &w.folds);
    w.place = source_place(unit->source, 0);
    uint32_t at = 0;
    for (size_t i = 0; i < unit->functions.count; i++) {
        struct function *fn = unit->functions.at[i];
        uint32_t begin = token_at(unit->source, fn->declaration->specs)->begin;
        if (fn->is_plain) {
            write_outside(&w, at, token_at(unit->source, fn->declaration->body)->begin);
            print_plain_function(&w, fn);
        } else {
            write_outside(&w, at, begin);
            print_function(&w, fn);
        }
        at = token_at(unit->source, fn->declaration->body_close)->end;
    }
    write_outside(&w, at, unit->source->length);
    for (size_t i = 0; i < unit->wrappers.count; i++)
        print_wrapper(&w, &unit->wrappers.at[i]);
    write_end_line(&w);
    vec_fini(&edits);
    vec_fini(&w.folds);
    vec_fini(&w.measured);
    map_fini(&w.started);
    vec_fini(&w.held);
    macros_fini(w.macros);
}
