// options.h: what the user asked asyncc for.
#ifndef OPTIONS_H
#define OPTIONS_H

#include "driver.h"
#include "response.h"

enum mode {
    MODE_TRANSLATE,            // asyncc [options] file.c -o out.c
    MODE_LAUNCH,               // asyncc [options] CC args…
    MODE_RUN,                  // asyncc run file.c… [-- args]
    MODE_HELP,
    MODE_VERSION,
    MODE_CFLAGS,
    MODE_LIBS,
    MODE_CFLAGS_AND_LIBS,
    MODE_PRINT_INCLUDE_DIR,
    MODE_PRINT_LIB_DIR,
    MODE_PRINT_CC,
};

struct options {
    enum mode mode;
    enum emit emit;
    bool shows_stage;          // --emit=, of C too: to standard output
    bool hard;
    bool color;
    const char *runtime;       // the directory of libasyncc: --runtime=, or where this asyncc has it
    const char *include;       // the directory of <async.h>
    const char *output;        // -o, or null
    struct words compiler;     // --cc=, $CC or one that is installed; ended by a null that is not counted
    struct words flags;        // -D -I -std= -f … for preprocessor, parser and compiler
    struct words link_flags;   // -l -L …: for `run`
    struct words inputs;       // of MODE_TRANSLATE and MODE_RUN
    struct words command;      // of MODE_LAUNCH: CC args…
    struct words arguments;    // of MODE_RUN: what follows `--`
    // -MD, -MMD, -MF, -MT: a dependency file for the translation.
    bool depends, depends_on_user_headers_only;
    const char *depend_file, *depend_target;
    bool depend_phony;         // -MP
};

// Reads the command line. Returns 0, or 2 after it has said what is wrong with it. The words live in the arena, in args
// and in the environment.
int options_read(struct options *options, struct arena *arena, const char *const args[], size_t count);
void options_fini(struct options *options);

#endif
