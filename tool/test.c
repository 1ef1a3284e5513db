// test.c: see test.h.
//
// The program runs once as it is, then with ASYNC_FAIL=alloc:1, alloc:2, … and main:1, main:2, … in its environment, until the
// runtime no longer writes the file that ASYNC_FAIL_REACHED names: there was no allocation or wait of that number.
//
// A run fails if a signal ends it, if a sanitizer reports something (a leak is such a report), if its time is up or if it
// reports a deadlock. Its status is its own affair: a program that says "no memory" and ends with 1 has done all one can ask.
#define _GNU_SOURCE
#include "test.h"

#include "base/process.h"
#include "command.h"
#include "run.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { MOST_FAILURES = 10, MOST_LINES = 80 };

static const char *const names[FAULT_COUNT] = {"alloc", "main", "await"};

struct tester {
    const struct options *options;
    struct arena arena;
    struct words command;         // ended by a null that is not counted
    const char *reached;          // the file that a run writes when its number has come
    bool shows_progress;
    bool has_failed;
};

struct outcome {
    struct buf text;              // what it wrote to standard error
    struct process_end end;
    char *where;                  // the line in `reached`; null: the number did not come
    const char *failure;          // what is wrong with it; null: nothing
};

// --- what counts as a failure ---------------------------------------------------------------------------------------

static const char *signal_name(struct tester *t, int number)
{
    const char *name = sigabbrev_np(number);
    return name ? arena_printf(&t->arena, "ended by SIG%s", name) : arena_printf(&t->arena, "ended by signal %d", number);
}

// What a sanitizer or the runtime said about a run that ended by itself.
static const char *find_report(const struct outcome *o)
{
    static const struct {
        const char *words, *meaning;
    } reports[] = {
        {"ERROR: AddressSanitizer", "AddressSanitizer has found a mistake"},
        {"ERROR: LeakSanitizer", "memory is lost"},
        {"ERROR: MemorySanitizer", "MemorySanitizer has found a mistake"},
        {"WARNING: MemorySanitizer", "MemorySanitizer has found a mistake"},
        {"WARNING: ThreadSanitizer", "ThreadSanitizer has found a mistake"},
        {": runtime error: ", "UndefinedBehaviorSanitizer has found a mistake"},
        {"asyncc: deadlock: ", "deadlock"},
    };
    if (!o->end.status || !o->text.length)
        return nullptr;
    for (size_t i = 0; i < sizeof reports / sizeof *reports; i++)
        if (strstr(o->text.text, reports[i].words))
            return reports[i].meaning;
    return nullptr;
}

static const char *judge(struct tester *t, const struct outcome *o)
{
    if (o->end.is_late)
        return arena_printf(&t->arena, "still runs after %g seconds", t->options->test.seconds);
    return o->end.signal ? signal_name(t, o->end.signal) : find_report(o);
}

// --- one run --------------------------------------------------------------------------------------------------------

static char *read_where(struct tester *t)
{
    struct buf line = {};
    if (buf_read_file(&line, t->reached) < 0 || !line.length) {
        buf_fini(&line);
        return nullptr;
    }
    char *where = arena_copy(&t->arena, line.text, strcspn(line.text, "\n"));
    buf_fini(&line);
    return where;
}

// `fault` is what ASYNC_FAIL says; null: nothing is to go wrong. Returns 0 or -errno.
static int run_once(struct tester *t, const char *fault, struct outcome *o)
{
    *o = (struct outcome){};
    unlink(t->reached);
    if (fault)
        setenv("ASYNC_FAIL", fault, 1);
    else
        unsetenv("ASYNC_FAIL");
    int err = process_watch(t->command.at, t->options->test.seconds, &o->text, &o->end);
    if (err < 0) {
        fprintf(stderr, "asyncc: error: cannot run '%s': %s\n", t->command.at[0], strerror(-err));
        return err;
    }
    o->where = read_where(t);
    o->failure = judge(t, o);
    return 0;
}

// --- what is said about it ------------------------------------------------------------------------------------------

static void clear_progress(struct tester *t)
{
    if (t->shows_progress)
        fputs("\r\033[K", stderr);
}

static void show_progress(struct tester *t, const char *fault)
{
    if (!t->shows_progress)
        return;
    fprintf(stderr, "\r\033[K%s", fault);
    fflush(stderr);
}

static void print_word(const char *word)
{
    static const char plain[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_./-+,:@%=";
    fputc(' ', stderr);
    if (*word && strspn(word, plain) == strlen(word)) {
        fputs(word, stderr);
        return;
    }
    fputc('\'', stderr);
    for (const char *p = word; *p; p++)
        fputs(*p == '\'' ? "'\\''" : (char[]){*p, 0}, stderr);
    fputc('\'', stderr);
}

static void print_words(const struct words *words)
{
    for (size_t i = 0; i < words->count; i++)
        print_word(words->at[i]);
}

// What is built here is gone when we are; then it is asyncc that repeats the run.
static void print_command(struct tester *t, const char *fault)
{
    const struct options *options = t->options;
    fputs("asyncc: note: again with:", stderr);
    if (options->command.count) {
        fprintf(stderr, " ASYNC_CLOCK=%s", getenv("ASYNC_CLOCK"));
        if (fault)
            fprintf(stderr, " ASYNC_FAIL=%s", fault);
        print_words(&t->command);
        fputc('\n', stderr);
        return;
    }
    const char *number = fault ? strchr(fault, ':') : nullptr;
    fprintf(stderr, " asyncc --cc='");
    for (size_t i = 0; i < options->compiler.count; i++)
        fprintf(stderr, "%s%s", i ? " " : "", options->compiler.at[i]);
    fprintf(stderr, "'%s test", options->hard ? " --hard" : "");
    if (number)
        fprintf(stderr, " --%.*s=%s", (int)(number - fault), fault, number + 1);
    print_words(&options->flags);
    print_words(&options->inputs);
    print_words(&options->link_flags);
    if (options->arguments.count)
        fputs(" --", stderr);
    print_words(&options->arguments);
    fputc('\n', stderr);
}

// The beginning, where reports of sanitizers say most.
static void print_text(const struct buf *text)
{
    const char *p = text->text ? text->text : "";
    for (int lines = 0; *p; lines++) {
        int length = (int)strcspn(p, "\n");
        if (lines == MOST_LINES) {
            fputs("  | …\n", stderr);
            return;
        }
        fprintf(stderr, "  | %.*s\n", length, p);
        p += length + (p[length] == '\n');
    }
}

// Sanitizers note where memory was allocated by frame pointers, which the runtime has none of. The other way takes ten times as
// long, so only a run that has failed goes it, when it is repeated.
static void look_closer(struct tester *t, const char *fault, struct outcome *o)
{
    static const char variable[] = "ASAN_OPTIONS";
    if (o->end.signal || o->end.is_late || getenv(variable))
        return;
    struct outcome closer;
    setenv(variable, "fast_unwind_on_malloc=0", 1);
    if (run_once(t, fault, &closer) == 0 && closer.failure && !closer.end.signal && !closer.end.is_late) {
        buf_fini(&o->text);
        o->text = closer.text;
    } else {
        buf_fini(&closer.text);
    }
    unsetenv(variable);
}

static void report(struct tester *t, const char *fault, struct outcome *o)
{
    look_closer(t, fault, o);
    clear_progress(t);
    t->has_failed = true;
    if (fault && o->where)
        fprintf(stderr, "asyncc: error: with %s: %s\n", o->where, o->failure);
    else
        fprintf(stderr, "asyncc: error: %s%s: %s\n", fault ? "with " : "by itself", fault ? fault : "", o->failure);
    print_text(&o->text);
    print_command(t, fault);
}

// --- all runs -------------------------------------------------------------------------------------------------------

static int test_fault(struct tester *t, enum fault fault)
{
    const struct test_options *test = &t->options->test;
    unsigned long number = 1, failures = 0;
    bool is_over = false;
    for (; number <= test->limit && !is_over; number++) {
        struct outcome o;
        const char *text = arena_printf(&t->arena, "%s:%lu", names[fault], number);
        show_progress(t, text);
        int err = run_once(t, text, &o);
        if (err < 0)
            return err;
        if (o.failure) {
            report(t, text, &o);
            failures++;
        }
        is_over = !o.where || failures == MOST_FAILURES;
        number -= !o.where;
        buf_fini(&o.text);
    }
    clear_progress(t);
    printf("%s: %lu runs, %lu failed", names[fault], number - 1, failures);
    if (failures == MOST_FAILURES)
        printf("; that is enough");
    else if (!is_over)
        printf("; there are more than --limit=%lu", test->limit);
    putchar('\n');
    fflush(stdout);
    return 0;
}

static int test_number(struct tester *t, enum fault fault, unsigned long number)
{
    struct outcome o;
    const char *text = arena_printf(&t->arena, "%s:%lu", names[fault], number);
    int err = run_once(t, text, &o);
    if (err < 0)
        return err;
    if (o.failure) {
        report(t, text, &o);
    } else {
        print_text(&o.text);
        printf("%s: ends with status %d%s\n", o.where ? o.where : text, o.end.status,
               o.where ? "" : "; there is none of that number");
    }
    buf_fini(&o.text);
    return 0;
}

// Returns 0, -errno, or 1 if it does not even run when all goes well.
static int test_plain(struct tester *t)
{
    struct outcome o;
    show_progress(t, "as it is");
    int err = run_once(t, nullptr, &o);
    if (!err && o.failure) {
        report(t, nullptr, &o);
        err = 1;
    }
    clear_progress(t);
    buf_fini(&o.text);
    return err;
}

static int test_all(struct tester *t)
{
    const struct test_options *test = &t->options->test;
    int err = test_plain(t);
    for (int fault = 0; fault < FAULT_COUNT && !err; fault++) {
        if (test->only[fault])
            err = test_number(t, fault, test->only[fault]);
        else if (test->are_chosen ? test->is_chosen[fault] : fault != FAULT_AWAIT)
            err = test_fault(t, fault);
    }
    return err || t->has_failed;
}

// --- the program ----------------------------------------------------------------------------------------------------

static void add_all(struct words *words, const struct words *more)
{
    for (size_t i = 0; i < more->count; i++)
        vec_push(words, more->at[i]);
}

// As a shell would, but a file of this directory is meant without `./` as well.
static const char *find_program(struct tester *t, const char *name)
{
    bool is_here = !strchr(name, '/') && access(name, X_OK) == 0;
    return is_here ? arena_printf(&t->arena, "./%s", name) : name;
}

static int get_program(struct tester *t)
{
    static const char *const flags[] = {"-fsanitize=address,undefined", "-fno-sanitize-recover=all", "-fno-omit-frame-pointer",
                                        nullptr};
    const struct options *options = t->options;
    const char *program;
    int status = 0;
    if (options->command.count) {
        add_all(&t->command, &options->command);
        t->command.at[0] = find_program(t, options->command.at[0]);
    } else {
        status = run_build(options, flags, &t->arena, &program);
        if (!status)
            vec_push(&t->command, program);
        add_all(&t->command, &options->arguments);
    }
    vec_push(&t->command, nullptr);
    t->command.count--;
    return status;
}

// clang's sanitizers look for it themselves, but do not always find it where a program is about to end.
static void name_symbolizer(void)
{
    static const char *const usual[] = {"llvm-symbolizer-19", "llvm-symbolizer"};
    char file[4096];
    for (size_t i = 0; i < sizeof usual / sizeof *usual; i++)
        if (!getenv("ASAN_SYMBOLIZER_PATH") && process_find(usual[i], file, sizeof file))
            setenv("ASAN_SYMBOLIZER_PATH", file, 1);
}

static void prepare_environment(struct tester *t, const char *directory)
{
    name_symbolizer();
    t->reached = arena_printf(&t->arena, "%s/reached", directory);
    setenv("ASYNC_FAIL_REACHED", t->reached, 1);
    if (!getenv("ASYNC_CLOCK"))
        setenv("ASYNC_CLOCK", "virtual", 1);
}

int test_program(const struct options *options)
{
    struct tester t = {.options = options, .shows_progress = isatty(STDERR_FILENO)};
    const char *directory = process_directory();
    if (!directory) {
        fprintf(stderr, "asyncc: error: cannot make a temporary directory: %s\n", strerror(errno));
        return 1;
    }
    int status = get_program(&t);
    if (!status) {
        prepare_environment(&t, directory);
        status = test_all(&t) ? 1 : 0;
    }
    vec_fini(&t.command);
    arena_fini(&t.arena);
    return status;
}
