// preprocess.c: see preprocess.h.
//
// The compiler that will compile does it, so that what passes through is exactly what it would have seen. __ASYNCC__
// makes <async.h> leave the words of the language in the text.
#include "preprocess.h"

#include "base/process.h"
#include "base/vec.h"
#include "model/warnings.h"

#include <stdio.h>

// Our own warnings are unknown to the compiler.
static bool is_preprocessor_flag(const char *flag)
{
    return !warnings_is_own_option(flag);
}

// gcc takes a comment for what it says about a case that falls through, so it must still see it.
static bool keeps_comments(const char *const *compiler, const char *const *flags)
{
    const char *name = *compiler;
    for (; *compiler; compiler++)
        name = *compiler;
    if (!strstr(name, "gcc"))
        return false;
    bool warns = false;
    for (; flags && *flags; flags++)
        warns |= strcmp(*flags, "-Wextra") == 0 || strcmp(*flags, "-W") == 0 || strncmp(*flags, "-Wimplicit-fallthrough", 22) == 0;
    return warns;
}

// A translation that is to be read keeps #define and #undef.
static bool is_for_reader(const struct request *request)
{
    return !request->for_compiler && request->emit == EMIT_C;
}

int preprocess_start(const struct request *request)
{
    struct arguments vec(const char *) arguments = {};
    for (const char *const *word = request->compiler; *word; word++)
        vec_push(&arguments, *word);
    vec_push(&arguments, "-E");
    if (is_for_reader(request))
        vec_push(&arguments, "-dD");
    if (is_for_reader(request) || keeps_comments(request->compiler, request->flags))
        vec_push(&arguments, "-C");
    vec_push(&arguments, "-D__ASYNCC__=1");
    for (const char *const *flag = request->flags; flag && *flag; flag++)
        if (is_preprocessor_flag(*flag))
            vec_push(&arguments, *flag);
    struct buf path = {};
    buf_puts(&path, request->input[0] == '-' ? "./" : "");
    buf_puts(&path, request->input);
    vec_push(&arguments, "-x");
    vec_push(&arguments, "c");
    vec_push(&arguments, path.text);
    vec_push(&arguments, nullptr);
    int pipe = process_start_capture(arguments.at);
    buf_fini(&path);
    vec_fini(&arguments);
    return pipe;
}
