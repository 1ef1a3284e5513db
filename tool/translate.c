// translate.c: see translate.h.
#include "translate.h"

#include "base/process.h"
#include "command.h"
#include "model/warnings.h"
#include "translator.h"

#include <stdio.h>
#include <string.h>

static const char *name_output(const struct options *options, struct arena *arena, const char *input)
{
    if (options->output)
        return options->output;
    if (options->shows_stage)
        return "-";
    return arena_printf(arena, "%.*s.async.c", (int)strlen(input) - 2, input);
}

// As compilers do: `out.d` beside `out.c`.
static const char *name_depend_file(struct arena *arena, const char *named_after)
{
    const char *dot = strrchr(named_after, '.'), *slash = strrchr(named_after, '/');
    size_t length = dot && (!slash || dot > slash + 1) ? (size_t)(dot - named_after) : strlen(named_after);
    return arena_printf(arena, "%.*s.d", (int)length, named_after);
}

// After the translation: the C file depends on what the source includes.
static int write_dependencies(const struct options *options, struct arena *arena, const struct words *flags,
                              const char *input, const char *output)
{
    struct words words = {};
    for (size_t i = 0; i < options->compiler.count; i++)
        vec_push(&words, options->compiler.at[i]);
    for (size_t i = 0; i < flags->count && flags->at[i]; i++)
        if (!warnings_is_own_option(flags->at[i]))
            vec_push(&words, flags->at[i]);
    const char *named_after = strcmp(output, "-") == 0 ? input : output;
    const char *const more[] = {
        "-D__ASYNCC__=1",
        options->depends_on_user_headers_only ? "-MM" : "-M",
        "-MF", options->depend_file ? options->depend_file : name_depend_file(arena, named_after),
        "-MQ", options->depend_target ? options->depend_target : named_after,
        input,
        options->depend_phony ? "-MP" : nullptr,
        nullptr,
    };
    for (size_t i = 0; i < sizeof more / sizeof *more; i++)
        vec_push(&words, more[i]);
    int status = process_run(words.at);
    if (status < 0)
        fprintf(stderr, "asyncc: error: cannot start '%s': %s\n", words.at[0], strerror(-status));
    vec_fini(&words);
    return status ? 1 : 0;
}

static bool has_standard(const struct words *flags)
{
    for (size_t i = 0; i < flags->count; i++)
        if (command_option_kind(flags->at[i]) == WORD_STANDARD)
            return true;
    return false;
}

static int translate(const struct options *options, struct arena *arena, const struct words *flags, const char *input)
{
    const char *output = name_output(options, arena, input);
    enum driver_result result = translator_run(&(struct request){
        .input = input,
        .output = output,
        .compiler = options->compiler.at,
        .flags = flags->at,
        .emit = options->emit,
        .hard = options->hard,
        .library = options->library,
        .color = options->color,
    });
    if (result != DRIVER_DONE && result != DRIVER_UNCHANGED)
        return 1;
    return options->depends ? write_dependencies(options, arena, flags, input, output) : 0;
}

int translate_all(const struct options *options)
{
    struct arena arena = {};
    struct words flags = {};
    if (!has_standard(&options->flags))
        vec_push(&flags, "-std=gnu2x");
    for (size_t i = 0; i < options->flags.count; i++)
        vec_push(&flags, options->flags.at[i]);
    vec_push(&flags, "-isystem");
    vec_push(&flags, options->include);
    vec_push(&flags, nullptr);
    int status = 0;
    for (size_t i = 0; i < options->inputs.count; i++)
        status |= translate(options, &arena, &flags, options->inputs.at[i]);
    vec_fini(&flags);
    arena_fini(&arena);
    return status;
}
