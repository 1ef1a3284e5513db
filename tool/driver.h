// driver.h: one translation, from a request to a file. driver.c is the only file that knows the order of the stages.
#ifndef DRIVER_H
#define DRIVER_H

#include "base/buf.h"

#include <stdbool.h>
#include <stddef.h>

// What to show instead of, or as, the result. EMIT_C is the translation itself.
enum emit {
    EMIT_C,
    EMIT_TOKENS,
    EMIT_VIEW,
    EMIT_AST,
    EMIT_LIVENESS,
    EMIT_FRAMES,
    EMIT_STATES,
};

struct request {
    const char *input;            // the source file, as the user named it
    const char *output;           // where the result goes; null or "-": standard output
    const char *const *compiler;  // null-ended words of the command that preprocesses: {"gcc", NULL}, {"ccache", "gcc", NULL}
    const char *const *flags;     // null-ended: -I -D -U -include -std= -f -m -W … as given; no -c, -o, -M*, inputs
    enum emit emit;
    bool for_compiler;            // true: fully preprocessed text for `CC -x cpp-output`; false: C for a reader, that
                                  //   keeps `#include <…>` of system headers
    bool hard;                    // hard mode: every start is put off, dead slots are poisoned
    bool library;                 // a source of our own runtime: names that begin with async__ are its own, and messages at
                                  //   run time name its functions without their places
    bool quiet_unchanged;         // for launchers: write nothing if the file turns out to have no async words
    bool color;                   // diagnostics in color
    bool *includes_http;          // null, or set if the source includes <async/http.h>, whose library is then needed
    // Warnings of asyncc itself (-W…, -Wno-…, -Werror…) are read from flags.
};

enum driver_result {
    DRIVER_DONE,                  // the output is written
    DRIVER_UNCHANGED,             // quiet_unchanged, and there was nothing to translate
    DRIVER_ERRORS,                // the source has errors; they have been printed; no output was written or touched
    DRIVER_FAILED,                // something outside the source failed (no compiler, unreadable file); printed as well
};

// `text` is the input after preprocessing (preprocess.h). Messages go to standard error. The output is written to a private
// temporary beside it and renamed. It is the one entry of the translator's library; the top calls translator_run().
[[gnu::visibility("default")]] enum driver_result driver_translate(const struct request *request, const struct buf *text);

#endif
