// main.c: which of its jobs asyncc is asked for.
#include "launch.h"
#include "options.h"
#include "run.h"
#include "test.h"
#include "translate.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

static const char help[] =
    "asyncc: async/await for C\n"
    "\n"
    "usage:\n"
    "  asyncc [OPTIONS] FILE.c [-o OUT.c]      translate to plain C; without -o to FILE.async.c, `-o -` to standard output\n"
    "  asyncc [OPTIONS] CC ARGUMENTS…          run the compiler's command, with its async sources translated first and the\n"
    "                                          runtime added when it links: asyncc gcc -O2 a.c b.c -o program\n"
    "  asyncc [OPTIONS] run FILE.c… [-- ARGUMENTS…]\n"
    "                                          translate, compile, link and run\n"
    "  asyncc test [OPTIONS] PROGRAM [ARGUMENTS…]\n"
    "  asyncc test [OPTIONS] FILE.c… [-- ARGUMENTS…]\n"
    "                                          run the program again and again; each time one allocation of the runtime\n"
    "                                          fails, or main is cancelled at one of its waits. None may crash, hang or\n"
    "                                          leak. Sources are built with -fsanitize=address,undefined first\n"
    "\n"
    "options:\n"
    "  --cc=COMMAND          the compiler to preprocess and to run with; else $CC, else clang-19, clang or cc\n"
    "  --emit=KIND           print a stage instead of the C: tokens, view, ast, liveness, frames, states (Graphviz), c\n"
    "  --hard                hard mode, for tests: every await suspends, dead variables are poisoned; ready tasks are\n"
    "                        shuffled when the program runs with ASYNC_HARD=SEED\n"
    "  --library             for sources of asyncc's own library: names that begin with async__ are theirs, and reports\n"
    "                        show what they do as one operation\n"
    "  --runtime=DIR         link the libasyncc of this directory\n"
    "  --with=http           link the library of <async/http.h> and libcurl; where a source of the same command includes that,\n"
    "                        it is done anyway\n"
    "  --color=WHEN          always, never or auto\n"
    "  -D -U -I -isystem -iquote -idirafter -include -std= -f… -m… -O… -g…\n"
    "                        for preprocessor, parser and compiler, as each needs them\n"
    "  -W… -Wno-… -Werror=…  warnings, asyncc's own as well: -Wnever-awaited, -Wlost-handle,\n"
    "                        -Wblocking-call, -Wunchecked-group, -Wunevaluated-await,\n"
    "                        -Wawait-with-mutex, -Waddress-of-local; if asked for: -Wasync-without-await,\n"
    "                        -Wframe-size=N (a function whose frame takes more than N bytes)\n"
    "  -MD -MMD -MF FILE -MT TARGET -MP\n"
    "                        with a translation: write its dependencies, as compilers do\n"
    "  -l… -L… -Wl,…         for `run` and `test`: what the program links\n"
    "  @FILE                 more arguments, from a file\n"
    "\n"
    "options of `test`:\n"
    "  --alloc --main --await\n"
    "                        only these: allocations, waits of main, waits of all tasks (else: --alloc --main);\n"
    "                        with a number, `--main=7`, this one run, which is shown\n"
    "  --limit=N             at most N runs of each (1000)\n"
    "  --seconds=S           a run that takes longer hangs (10)\n"
    "\n"
    "questions:\n"
    "  --cflags              the flags to compile translated C with\n"
    "  --libs                what to link\n"
    "  --print-include-dir   the directory of <async.h>\n"
    "  --print-lib-dir       the directory of libasyncc\n"
    "  --print-cc            the compiler that is used where none is named\n"
    "  --version, --help\n"
    "\n"
    "environment:\n"
    "  ASYNCC_DISABLE=1      before a compiler: run the command unchanged\n"
    "  CC                    see --cc=\n"
    "\n"
    "exit status: the compiler's, or the program's with `run`; 1 for errors in the source, or when a run of `test` has\n"
    "failed; 2 for a wrong call\n";

// As pkg-config does: the shell of a Makefile's recipe keeps a path with spaces together.
static void print_quoted(const char *prefix, const char *path, const char *suffix)
{
    static const char plain[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_./-+,:@%";
    fputs(prefix, stdout);
    for (const char *p = path; *p; p++) {
        if (!(*p & 0x80) && !strchr(plain, *p))      // no shell cares for bytes of other letters
            putchar('\\');
        putchar(*p);
    }
    fputs(suffix, stdout);
}

static int answer(const struct options *options)
{
    switch (options->mode) {
    case MODE_HELP:
        fputs(help, stdout);
        break;
    case MODE_VERSION:
        puts("asyncc " ASYNCC_VERSION);
        break;
    case MODE_CFLAGS:
        print_quoted("-isystem ", options->include, "\n");
        break;
    case MODE_CFLAGS_AND_LIBS:
        print_quoted("-isystem ", options->include, " ");
        [[fallthrough]];
    case MODE_LIBS:
        if (options->with_http)
            print_quoted("", options->runtime, "/libasyncc-http.a -lcurl ");
        print_quoted("", options->runtime, "/libasyncc.a -lpthread\n");
        break;
    case MODE_PRINT_INCLUDE_DIR:
        puts(options->include);
        break;
    case MODE_PRINT_LIB_DIR:
        puts(options->runtime);
        break;
    default:
        for (size_t i = 0; i < options->compiler.count; i++)
            printf("%s%s", i ? " " : "", options->compiler.at[i]);
        putchar('\n');
    }
    if (fflush(stdout) == 0)
        return 0;
    fprintf(stderr, "asyncc: error: cannot write standard output: %s\n", strerror(errno));
    return 1;
}

int main(int argc, char **argv)
{
    struct arena arena = {};
    struct options options;
    int status = options_read(&options, &arena, (const char *const *)argv + 1, argc > 0 ? (size_t)argc - 1 : 0);
    if (!status) {
        switch (options.mode) {
        case MODE_TRANSLATE:
            status = translate_all(&options);
            break;
        case MODE_LAUNCH:
            status = launch(&options, &options.command, true);
            break;
        case MODE_RUN:
            status = run_program(&options);
            break;
        case MODE_TEST:
            status = test_program(&options);
            break;
        default:
            status = answer(&options);
        }
    }
    options_fini(&options);
    arena_fini(&arena);
    return status;
}
