// options.h: what the user asked asyncc for.
#ifndef OPTIONS_H
#define OPTIONS_H

#include "driver.h"
#include "response.h"

enum mode {
    MODE_TRANSLATE,            // asyncc [options] file.c -o out.c
    MODE_LAUNCH,               // asyncc [options] CC args…
    MODE_RUN,                  // asyncc run file.c… [-- args]
    MODE_TEST,                 // asyncc test program args…, asyncc test file.c… [-- args]
    MODE_HELP,
    MODE_VERSION,
    MODE_CFLAGS,
    MODE_LIBS,
    MODE_CFLAGS_AND_LIBS,
    MODE_PRINT_INCLUDE_DIR,
    MODE_PRINT_LIB_DIR,
    MODE_PRINT_CC,
};

// What `asyncc test` makes go wrong, one after the other.
enum fault { FAULT_ALLOC, FAULT_MAIN, FAULT_AWAIT, FAULT_COUNT };

struct test_options {
    bool are_chosen;           // --alloc, --main, --await; else alloc and main
    bool is_chosen[FAULT_COUNT];
    unsigned long only[FAULT_COUNT];    // --main=N: this one; 0: all
    unsigned long limit;       // --limit=
    double seconds;            // --seconds=, for each run
};

struct options {
    enum mode mode;
    enum emit emit;
    bool shows_stage;          // --emit=, of C too: to standard output
    bool hard;
    bool library;
    bool with_http;            // --with=http
    bool color;
    const char *runtime;       // the directory of libasyncc: --runtime=, or where this asyncc has it
    const char *include;       // the directory of <async.h>
    const char *output;        // -o, or null
    struct words compiler;     // --cc=, $CC or one that is installed; ended by a null that is not counted
    struct words flags;        // -D -I -std= -f … for preprocessor, parser and compiler
    struct words link_flags;   // -l -L …: for `run`
    struct words inputs;       // of MODE_TRANSLATE, MODE_RUN, and MODE_TEST unless it has a command
    struct words command;      // of MODE_LAUNCH: CC args…; of MODE_TEST: program args…
    struct words arguments;    // of MODE_RUN and MODE_TEST: what follows `--`
    struct test_options test;
    const char *test_option;   // the last of them, or null
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
