// translator.c: see translator.h.
//
//     asyncc ──fork──► a child ──dlopen──► lib/asyncc/translator.so ──► driver_translate()
//                         └──spawn──► compiler -E ──► text ──────────────────┘
//
// libclang is a compiler made for correct programs; on some wrong ones it crashes, and one day so may we. That must be a
// message and an exit status like any other. A handler for SIGSEGV would have to trust the memory, the locks and the
// stack of the process that crashed; a child needs no trust, is seen to end whatever it did to itself, and costs 0.2 ms.
// What it leaves half done does not matter: a result becomes visible by a rename (driver.c), and the private directory
// is its parent's.
//
// The stages are a library that only the child loads, since loading libclang takes 15 ms: too long for a launcher that
// is called for every file of a project and has nothing to do with most of them.
#define _GNU_SOURCE
#include "translator.h"

#include "base/process.h"
#include "place.h"
#include "preprocess.h"

#include <dlfcn.h>
#include <limits.h>
#include <malloc.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

// The child's exit status is this and a driver_result, and perhaps that the source includes <async/http.h>. Any other is that of a
// child that had to give up, and has said why.
enum { RESULT = 64, INCLUDES_HTTP = 16 };

// One thread at a time allocates here, some ten thousand times per thousand lines, and the process ends with the
// translation. So there is one heap, it grows in large steps, and nothing of it goes back before the end: otherwise a third
// of the pages are given back and fetched again. (Large pages save a tenth of the time where memory is in one piece; where it
// is not, the system stops us to make some, which costs more.)
static void let_memory_grow(void)
{
    mallopt(M_ARENA_MAX, 1);
    mallopt(M_TOP_PAD, 16 << 20);
    mallopt(M_TRIM_THRESHOLD, INT_MAX);
    mallopt(M_MMAP_THRESHOLD, 1 << 20);
}

static typeof(driver_translate) *load(void)
{
    char *path = nullptr;
    if (asprintf(&path, "%s/asyncc/translator.so", place_find().lib) < 0)
        abort();
    void *library = dlopen(path, RTLD_LAZY);
    typeof(driver_translate) *translate = library ? dlsym(library, "driver_translate") : nullptr;
    if (!translate)
        fprintf(stderr, "asyncc: error: %s\n", dlerror());
    free(path);
    return translate;
}

// The preprocessor says where each line comes from.
static bool includes_http(const struct buf *text)
{
    return strstr(text->text, "/async/http.h\"");
}

// The preprocessor works while the library is loaded, each for 20 ms and more. Gives what the child says.
static int preprocess_and_translate(const struct request *request)
{
    int pipe = preprocess_start(request);
    if (pipe < 0) {
        fprintf(stderr, "asyncc: error: cannot run '%s': %s\n", request->compiler[0], strerror(-pipe));
        return RESULT + DRIVER_FAILED;
    }
    typeof(driver_translate) *translate = load();
    struct buf text = {};
    buf_puts(&text, "");
    int status = process_finish_capture(pipe, &text);
    enum driver_result result = !translate ? DRIVER_FAILED : status ? DRIVER_ERRORS : translate(request, &text);
    int http = request->includes_http && includes_http(&text) ? INCLUDES_HTTP : 0;
    buf_fini(&text);
    return RESULT + (int)result + http;
}

static int work(void *request)
{
    let_memory_grow();
    return preprocess_and_translate(request);
}

static bool is_crash(int number)
{
    switch (number) {
    case SIGSEGV: case SIGBUS: case SIGILL: case SIGFPE: case SIGABRT: case SIGTRAP: case SIGSYS:
        return true;
    default:
        return false;
    }
}

static void report_signal(const char *input, int number)
{
    if (number == SIGPIPE)          // whoever read our standard output has seen enough: no message, as everywhere
        raise(number);
    fprintf(stderr, "asyncc: error: the translation of '%s' %s signal %d (%s)\n", input,
            is_crash(number) ? "crashed with" : "was ended by", number, strsignal(number));
    if (number == SIGKILL)
        fprintf(stderr, "asyncc: note: the system does this when memory is used up\n");
    if (is_crash(number))
        fprintf(stderr, "asyncc: note: this is a defect of asyncc or of its libclang; please report it with the source. "
                "Often a mistake in the source is the occasion: simplify what was changed last\n");
}

enum driver_result translator_run(const struct request *request)
{
    int status = process_fork(work, (void *)request);
    if (status < 0)
        fprintf(stderr, "asyncc: error: cannot start a process: %s\n", strerror(-status));
    else if (status > 128)
        report_signal(request->input, status - 128);
    if (status >= RESULT + INCLUDES_HTTP && status <= RESULT + INCLUDES_HTTP + DRIVER_FAILED) {
        *request->includes_http = true;
        status -= INCLUDES_HTTP;
    }
    return status >= RESULT && status <= RESULT + DRIVER_FAILED ? (enum driver_result)(status - RESULT) : DRIVER_FAILED;
}
