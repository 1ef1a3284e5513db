// run.c: see run.h.
//
// The program is built by the launcher, as `asyncc CC -g -O1 file.c… -o DIRECTORY/file` would, and its directory is gone
// when it has ended. -O1: a short program is compiled and run soonest so.
#include "run.h"

#include "base/process.h"
#include "command.h"
#include "launch.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

static void add_all(struct words *words, const struct words *more)
{
    for (size_t i = 0; i < more->count; i++)
        vec_push(words, more->at[i]);
}

static int build(const struct options *options, const char *const flags[], const char *program)
{
    struct words words = {};
    add_all(&words, &options->compiler);
    vec_push(&words, "-g");
    vec_push(&words, "-O1");
    for (; flags && *flags; flags++)
        vec_push(&words, *flags);
    add_all(&words, &options->flags);
    add_all(&words, &options->inputs);
    add_all(&words, &options->link_flags);
    vec_push(&words, "-o");
    vec_push(&words, program);
    int status = launch(options, &words, false);
    vec_fini(&words);
    return status;
}

static int execute(const struct options *options, const char *program)
{
    struct words words = {};
    vec_push(&words, program);
    add_all(&words, &options->arguments);
    vec_push(&words, nullptr);
    int status = process_run_foreground(words.at);
    if (status < 0) {
        fprintf(stderr, "asyncc: error: cannot run '%s': %s\n", program, strerror(-status));
        status = 1;
    }
    vec_fini(&words);
    return status;
}

int run_build(const struct options *options, const char *const flags[], struct arena *arena, const char **program)
{
    const char *directory = process_directory();
    if (!directory) {
        fprintf(stderr, "asyncc: error: cannot make a temporary directory: %s\n", strerror(errno));
        return 1;
    }
    const char *source = command_file_name(options->inputs.at[0]);
    int stem = (int)(command_has_suffix(source, ".c") ? strlen(source) - 2 : strlen(source));
    *program = arena_printf(arena, "%s/%.*s", directory, stem, source);
    return build(options, flags, *program);
}

int run_program(const struct options *options)
{
    struct arena arena = {};
    const char *program;
    int status = run_build(options, nullptr, &arena, &program);
    if (!status)
        status = execute(options, program);
    arena_fini(&arena);
    return status;
}
