// print.h: from lowered functions to the text of the output.
#ifndef PRINT_PRINT_H
#define PRINT_PRINT_H

#include "base/buf.h"
#include "model/flow.h"

enum print_mode : uint8_t {
    PRINT_FOR_COMPILER,    // fully preprocessed text
    PRINT_FOR_READER,      // system headers stay #include lines
};

struct print_options {
    enum print_mode mode;
    bool hard;
    bool library;          // descriptors do not tell places
    bool one_body;         // the compiler does not optimise, or for size
    const char *output;    // the name of the output, for its own #line; null: unknown
};

void print_file(struct unit *unit, const struct print_options *options, struct buf *out);

#endif
