// preprocess.c: see preprocess.h.
//
// The compiler that will compile does it, so that what passes through is exactly what it would have seen. __ASYNCC__
// makes <async.h> leave the words of the language in the text.
#include "syntax/preprocess.h"

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

int preprocess(const char *const *compiler, const char *const *flags, const char *input, bool readable, struct buf *text)
{
    struct arguments vec(const char *) arguments = {};
    bool comments = readable || keeps_comments(compiler, flags);
    for (; *compiler; compiler++)
        vec_push(&arguments, *compiler);
    vec_push(&arguments, "-E");
    if (readable)
        vec_push(&arguments, "-dD");
    if (comments)
        vec_push(&arguments, "-C");
    vec_push(&arguments, "-D__ASYNCC__=1");
    for (; flags && *flags; flags++)
        if (is_preprocessor_flag(*flags))
            vec_push(&arguments, *flags);
    struct buf path = {};
    bool dash = input[0] == '-';
    buf_puts(&path, dash ? "./" : "");
    buf_puts(&path, input);
    vec_push(&arguments, "-x");
    vec_push(&arguments, "c");
    vec_push(&arguments, path.text);
    vec_push(&arguments, nullptr);
    int status = process_capture(arguments.at, text);
    buf_fini(&path);
    vec_fini(&arguments);
    return status;
}
