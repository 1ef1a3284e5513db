// driver.c: one translation. The order of the stages stands in translate(), and nowhere else.
#define _GNU_SOURCE
#include "driver.h"

#include "base/process.h"
#include "model/flow.h"
#include "model/lowered.h"
#include "model/report.h"
#include "model/unit.h"
#include "check/check.h"
#include "print/print.h"
#include "syntax/parse.h"
#include "syntax/view.h"

#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

struct translation {
    const struct request *request;
    struct arena arena;
    const struct buf *text;        // after preprocessing
    struct buf out;
    struct source source;
    struct reports reports;
    struct unit unit;
    struct view view;
    sigset_t signals;              // the mask that we were called with
};

static void say(const char *what, const char *name, int err)
{
    fprintf(stderr, "asyncc: error: %s '%s': %s\n", what, name, strerror(-err));
}

// --- writing the result ---

static int write_all(int fd, const struct buf *out)
{
    for (size_t done = 0; done < out->length;) {
        ssize_t n = write(fd, out->text + done, out->length - done);
        if (n < 0 && errno == EINTR)
            continue;
        if (n < 0)
            return -errno;
        done += (size_t)n;
    }
    return 0;
}

static int write_and_rename(char *temporary, const char *path, const struct buf *out)
{
    int fd = mkostemp(temporary, O_CLOEXEC);
    if (fd < 0)
        return -errno;
    mode_t mask = umask(0);
    umask(mask);
    int err = write_all(fd, out);
    if (err == 0 && fchmod(fd, 0666 & ~mask) < 0)
        err = -errno;
    if (close(fd) < 0 && err == 0)
        err = -errno;
    if (err == 0 && rename(temporary, path) < 0)
        err = -errno;
    if (err < 0)
        unlink(temporary);
    return err;
}

// A private file beside the output, renamed when it is whole: killed at any time, we leave the old file or none. (After
// SIGKILL perhaps the private file.)
static int write_file(struct arena *arena, const char *path, const struct buf *out)
{
    sigset_t signals;
    process_hold_signals(&signals);
    int err = write_and_rename(arena_printf(arena, "%s.XXXXXX", path), path, out);
    pthread_sigmask(SIG_SETMASK, &signals, nullptr);
    return err;
}

// A device or a pipe is written to, not replaced.
static bool is_special(const char *path)
{
    struct stat info;
    return stat(path, &info) == 0 && !S_ISREG(info.st_mode);
}

static int write_special(const char *path, const struct buf *out)
{
    int fd = open(path, O_WRONLY | O_CLOEXEC);
    if (fd < 0)
        return -errno;
    int err = write_all(fd, out);
    close(fd);
    return err;
}

static enum driver_result write_result(struct translation *t)
{
    const char *path = t->request->output;
    bool to_stdout = !path || strcmp(path, "-") == 0;
    int err = to_stdout ? write_all(STDOUT_FILENO, &t->out) : is_special(path) ? write_special(path, &t->out)
              : write_file(&t->arena, path, &t->out);
    if (err == 0)
        return DRIVER_DONE;
    if (to_stdout)
        fprintf(stderr, "asyncc: error: cannot write standard output: %s\n", strerror(-err));
    else
        say("cannot write", path, err);
    return DRIVER_FAILED;
}

// --- the stages ---

static bool optimises(const char *const *flags)
{
    bool on = false;
    for (; flags && *flags; flags++)
        if (strncmp(*flags, "-O", 2) == 0)
            on = strcmp(*flags, "-O0") != 0 && strcmp(*flags, "-Os") != 0 && strcmp(*flags, "-Oz") != 0;
    return on;
}

// Our own default is C23, and so is what the user's compiler may call by another name of it.
static bool has_openmp(const char *const *flags)
{
    for (; flags && *flags; flags++)
        if (strncmp(*flags, "-fopenmp", 8) == 0)
            return true;
    return false;
}

static bool is_before_c23(const char *const *flags)
{
    static const char *const older[] = { "89", "90", "99", "9x", "11", "1x", "17", "18" };
    const char *standard = "";
    for (; flags && *flags; flags++)
        if (strncmp(*flags, "-std=", 5) == 0 || strcmp(*flags, "-ansi") == 0)
            standard = *flags;
    for (size_t i = 0; i < sizeof older / sizeof *older; i++)
        if (strcmp(standard + strcspn(standard, "0123456789"), older[i]) == 0)      // c11, gnu11
            return true;
    return strcmp(standard, "-ansi") == 0;
}

static void print_result(struct translation *t)
{
    struct print_options options = {
        .mode = t->request->for_compiler ? PRINT_FOR_COMPILER : PRINT_FOR_READER,
        .hard = t->request->hard,
        .library = t->request->library,
        .one_body = t->request->hard || !optimises(t->request->flags),
        .output = t->request->output && strcmp(t->request->output, "-") != 0 ? t->request->output : nullptr,
    };
    print_file(&t->unit, &options, &t->out);
}

static void dump_tokens(struct translation *t)
{
    for (uint32_t i = 1; i + 1 < t->source.tokens.count; i++) {
        const struct token *token = token_at(&t->source, i);
        if (!token->system)
            buf_printf(&t->out, "%s:%u: %.*s\n", source_place(&t->source, token->begin).file,
                       source_place(&t->source, token->begin).line, (int)(token->end - token->begin),
                       t->source.text + token->begin);
    }
}

// True if this is the stage that the user wants to see.
static bool shows(const struct translation *t, enum emit stage)
{
    return t->request->emit == stage && !t->reports.errors;
}

static enum driver_result fail_with_errors(struct translation *t)
{
    reports_print(&t->reports);
    return DRIVER_ERRORS;
}

static enum driver_result translate(struct translation *t)
{
    const struct request *r = t->request;
    t->source.text = t->text->text;
    t->source.length = (uint32_t)t->text->length;
    t->source.before_c23 = is_before_c23(r->flags);
    t->unit.is_library = r->library;
    t->unit.has_openmp = has_openmp(r->flags);
    source_lex(&t->source);
    if (shows(t, EMIT_TOKENS)) {
        dump_tokens(t);
        return write_result(t);
    }

    view_find_words(&t->unit);
    // From here on we know every async declaration and every await.
    if (!t->unit.has_words && r->quiet_unchanged)
        return DRIVER_UNCHANGED;
    view_build(&t->unit, &t->view);
    if (shows(t, EMIT_VIEW)) {
        buf_add(&t->out, t->view.text.text, t->view.text.length);
        return write_result(t);
    }
    if (t->reports.errors)
        return fail_with_errors(t);

    if (parse_unit(&t->unit, &t->view, r->flags) < 0) {
        fprintf(stderr, "asyncc: error: libclang could not read '%s'\n", r->input);
        return DRIVER_FAILED;
    }
    // From here on every async function is a tree of ours, and its types are known.
    check_unit(&t->unit);
    if (t->reports.errors)
        return fail_with_errors(t);
    if (shows(t, EMIT_AST)) {
        parse_dump(&t->unit, &t->out);
        return write_result(t);
    }

    for (size_t i = 0; i < t->unit.functions.count; i++) {
        lower_function(&t->unit, t->unit.functions.at[i]);
        // From here on an await is always a statement of its own.
        flow_analyse(&t->unit, t->unit.functions.at[i], t->request->hard && i % 2 == 1);
        // From here on every local has a home, and every await knows what it saves.
    }
    if (t->reports.errors)
        return fail_with_errors(t);
    reports_print(&t->reports);
    if (r->emit != EMIT_C)
        for (size_t i = 0; i < t->unit.functions.count; i++)
            flow_dump(&t->unit, t->unit.functions.at[i], r->emit, &t->out);
    else
        print_result(t);
    return write_result(t);
}

static void *run(void *argument)
{
    struct translation *t = argument;
    pthread_sigmask(SIG_SETMASK, &t->signals, nullptr);
    enum driver_result result = translate(t);
    return (void *)(uintptr_t)result;
}

// Deeply nested source means deep recursion: the translation, and libclang in it, runs on a large stack. Only what is
// used of it takes memory.
static enum driver_result run_on_large_stack(struct translation *t)
{
    pthread_attr_t attributes;
    pthread_t thread;
    void *result;
    pthread_attr_init(&attributes);
    pthread_attr_setstacksize(&attributes, (size_t)1 << 30);
    // Else libclang parses on a thread of its own with 8 MiB, and has its own words for a crash.
    setenv("LIBCLANG_NOTHREADS", "1", 1);
    setenv("LIBCLANG_DISABLE_CRASH_RECOVERY", "1", 1);
    // All signals to that thread: then it alone can put them off.
    process_hold_signals(&t->signals);
    int err = pthread_create(&thread, &attributes, run, t);
    pthread_attr_destroy(&attributes);
    if (err)
        return (enum driver_result)(uintptr_t)run(t);
    pthread_join(thread, &result);
    pthread_sigmask(SIG_SETMASK, &t->signals, nullptr);
    return (enum driver_result)(uintptr_t)result;
}

static void fini(struct translation *t)
{
    view_fini(&t->view);
    unit_fini(&t->unit);
    source_fini(&t->source);
    reports_fini(&t->reports);
    buf_fini(&t->out);
    arena_fini(&t->arena);
}

enum driver_result driver_translate(const struct request *request, const struct buf *text)
{
    struct translation t = { .request = request, .text = text };
    t.source.arena = t.reports.arena = t.unit.arena = &t.arena;
    t.source.path = request->input;
    t.reports.source = t.unit.source = &t.source;
    t.reports.flags = request->flags;
    t.reports.color = request->color;
    t.unit.reports = &t.reports;
    enum driver_result result = run_on_large_stack(&t);
    fini(&t);
    return result;
}
