// options.c: see options.h.
//
//     asyncc --hard -DX=1 file.c -o out.c        our options, then sources: translate
//     asyncc --hard gcc -c file.c                our options, then a word that is no source: the compiler's command
//     asyncc --hard run -O2 file.c -- 1 2        … or `run`; what follows `--` is the program's
//     asyncc test --main file.c -- 1 2           … or `test`, with sources as `run`,
//     asyncc test --main ./program 1 2           or with a program, and all that follows is its own
//
// So everything up to the first word that is not an option is ours in any case.
#include "options.h"

#include "base/process.h"
#include "command.h"
#include "place.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static const char *const emit_names[] = {
    [EMIT_C] = "c", [EMIT_TOKENS] = "tokens", [EMIT_VIEW] = "view", [EMIT_AST] = "ast",
    [EMIT_LIVENESS] = "liveness", [EMIT_FRAMES] = "frames", [EMIT_STATES] = "states",
};

struct reader {
    struct options *options;
    struct arena *arena;
    const char *const *next, *const *end;
    const char *cc;             // --cc=
};

__attribute__((format(printf, 1, 2))) static int wrong_call(const char *format, ...)
{
    va_list args;
    va_start(args, format);
    fputs("asyncc: error: ", stderr);
    vfprintf(stderr, format, args);
    fputs("\nasyncc: note: 'asyncc --help' shows how it is called\n", stderr);
    va_end(args);
    return 2;
}

// --- the compiler to use when none is named -----------------------------------------------------------------------

// `make CC="asyncc gcc"` exports CC: the compiler in it is what follows our own name.
static void drop_ourselves(struct words *words)
{
    while (words->count && strcmp(command_file_name(words->at[0]), "asyncc") == 0)
        memmove(words->at, words->at + 1, --words->count * sizeof *words->at);
}

static void choose_compiler(struct reader *reader)
{
    static const char *const usual[] = {"clang-19", "clang", "cc"};
    struct words *compiler = &reader->options->compiler;
    if (reader->cc)
        response_split(compiler, reader->arena, reader->cc);
    else if (getenv("CC"))
        response_split(compiler, reader->arena, getenv("CC"));
    drop_ourselves(compiler);
    char file[4096];
    for (size_t i = 0; !compiler->count && i < sizeof usual / sizeof *usual; i++)
        if (process_find(usual[i], file, sizeof file) || strcmp(usual[i], "cc") == 0)
            vec_push(compiler, usual[i]);
    vec_push(compiler, nullptr);
    compiler->count--;
}

// --- one option -----------------------------------------------------------------------------------------------------

static int read_emit(struct options *options, const char *name)
{
    for (size_t i = 0; i < sizeof emit_names / sizeof *emit_names; i++) {
        if (strcmp(name, emit_names[i]) == 0) {
            options->emit = (enum emit)i;
            options->shows_stage = true;
            return 0;
        }
    }
    return wrong_call("--emit knows tokens, view, ast, liveness, frames, states and c, not '%s'", name);
}

static int read_color(struct options *options, const char *when)
{
    if (strcmp(when, "always") == 0)
        options->color = true;
    else if (strcmp(when, "never") == 0)
        options->color = false;
    else if (strcmp(when, "auto") != 0)
        return wrong_call("--color knows always, never and auto, not '%s'", when);
    return 0;
}

static int read_with(struct options *options, const char *name)
{
    if (strcmp(name, "http") != 0)
        return wrong_call("--with knows http, not '%s'", name);
    options->with_http = true;
    return 0;
}

// What stands behind the '=' as a number over zero. Returns 0 after it has said what is wrong.
static double read_number(const char *option, const char *value, bool is_whole)
{
    char *end;
    double number = strtod(value, &end);
    bool is_right = end != value && !*end && number > 0 && number < 1e9 && (!is_whole || number == (double)(long)number);
    if (!is_right)
        wrong_call("'%s' needs a number over 0", option);
    return is_right ? number : 0;
}

// The options of `test`. Returns -1 for one that is none.
static int read_test_option(struct options *options, const char *option)
{
    static const char *const faults[FAULT_COUNT] = {"--alloc", "--main", "--await"};
    struct test_options *test = &options->test;
    size_t length = strcspn(option, "=");
    const char *value = option[length] ? option + length + 1 : nullptr;
    double number = 1;
    bool is_limit = strncmp(option, "--limit=", 8) == 0, is_seconds = strncmp(option, "--seconds=", 10) == 0;
    int fault = FAULT_COUNT;
    for (int i = 0; i < FAULT_COUNT; i++)
        if (strlen(faults[i]) == length && strncmp(option, faults[i], length) == 0)
            fault = i;
    if (fault == FAULT_COUNT && !is_limit && !is_seconds)
        return -1;
    options->test_option = option;
    if (value && !(number = read_number(option, value, !is_seconds)))
        return 2;
    if (is_limit)
        test->limit = (unsigned long)number;
    else if (is_seconds)
        test->seconds = number;
    else {
        test->are_chosen = test->is_chosen[fault] = true;
        test->only[fault] = value ? (unsigned long)number : 0;
    }
    return 0;
}

// An option with two dashes that is ours. Returns -1 for one that is not.
static int read_own_option(struct reader *reader, const char *option)
{
    static const struct {
        const char *name;
        enum mode mode;
    } questions[] = {
        {"--help", MODE_HELP}, {"-h", MODE_HELP}, {"--version", MODE_VERSION}, {"--cflags", MODE_CFLAGS},
        {"--libs", MODE_LIBS}, {"--print-include-dir", MODE_PRINT_INCLUDE_DIR},
        {"--print-lib-dir", MODE_PRINT_LIB_DIR}, {"--print-cc", MODE_PRINT_CC},
    };
    struct options *options = reader->options;
    for (size_t i = 0; i < sizeof questions / sizeof *questions; i++) {
        if (strcmp(option, questions[i].name) == 0) {
            enum mode asked = options->mode, mode = questions[i].mode;
            bool both = (asked == MODE_CFLAGS && mode == MODE_LIBS) || (asked == MODE_LIBS && mode == MODE_CFLAGS);
            options->mode = both ? MODE_CFLAGS_AND_LIBS : mode;
            return 0;
        }
    }
    if (strcmp(option, "--hard") == 0) {
        options->hard = true;
        return 0;
    }
    if (strcmp(option, "--library") == 0) {
        options->library = true;
        return 0;
    }
    const char *value = strchr(option, '=') ? strchr(option, '=') + 1 : "";
    if (command_has_prefix(option, "--cc=")) {
        reader->cc = value;
        return 0;
    }
    if (command_has_prefix(option, "--runtime=")) {
        options->runtime = value;
        return 0;
    }
    if (command_has_prefix(option, "--emit="))
        return read_emit(options, value);
    if (command_has_prefix(option, "--with="))
        return read_with(options, value);
    if (command_has_prefix(option, "--color="))
        return read_color(options, value);
    return read_test_option(options, option);
}

static void read_dependency(struct options *options, const char *option, const char *value)
{
    if (command_has_prefix(option, "-MMD"))
        options->depends = options->depends_on_user_headers_only = true;
    else if (command_has_prefix(option, "-MD"))
        options->depends = true;
    else if (command_has_prefix(option, "-MF"))
        options->depend_file = value;
    else if (command_has_prefix(option, "-MT") || command_has_prefix(option, "-MQ"))
        options->depend_target = value;
    else if (command_has_prefix(option, "-MP"))
        options->depend_phony = true;
}

// Compilers have too many options to list; these beginnings mean that it is meant for them.
static bool is_for_compiler(const char *option)
{
    static const char *const beginnings[] = {"-f", "-m", "-W", "-O", "-g", "-w", "-pedantic", "-pthread", "-X", "-B",
                                             "-target", "--target=", "--sysroot", "--param", "-arch", "-specs", "-pipe"};
    for (size_t i = 0; i < sizeof beginnings / sizeof *beginnings; i++)
        if (command_has_prefix(option, beginnings[i]))
            return true;
    return false;
}

// An option that gcc and clang know, with its value joined to it or as the next word.
static int read_compiler_option(struct reader *reader, const char *option)
{
    struct options *options = reader->options;
    const char *separate = nullptr, *value = strlen(option) > 2 ? option + 2 : nullptr;
    if (command_option_values(option)) {
        if (reader->next == reader->end)
            return wrong_call("'%s' needs a value", option);
        value = separate = *reader->next++;
    }
    struct words *list = &options->flags;
    switch (command_option_kind(option)) {
    case WORD_OUTPUT:
        options->output = value;
        return 0;
    case WORD_DEPENDENCY:
        read_dependency(options, option, separate ? separate : value && value[0] ? value + 1 : nullptr);
        return 0;
    case WORD_STAGE:
        return wrong_call("asyncc does not compile by itself; put the compiler before '%s': asyncc clang-19 %s …",
                          option, option);
    case WORD_LINK:
        list = &options->link_flags;
        break;
    case WORD_PREPROCESS:
    case WORD_STANDARD:
        break;
    default:
        if (!is_for_compiler(option))
            return wrong_call("unknown option '%s'", option);
    }
    vec_push(list, option);
    if (separate)
        vec_push(list, separate);
    return 0;
}

static int read_option(struct reader *reader, const char *option)
{
    int err = read_own_option(reader, option);
    return err >= 0 ? err : read_compiler_option(reader, option);
}

// --- the whole line -------------------------------------------------------------------------------------------------

static bool is_option(const char *word)
{
    return word[0] == '-' && word[1];
}

static bool is_source(const char *word)
{
    return command_has_suffix(word, ".c") || command_has_suffix(word, ".i");
}

// Sources and options in any order, up to `--`.
static int read_inputs(struct reader *reader)
{
    int err = 0;
    while (!err && reader->next < reader->end) {
        const char *word = *reader->next++;
        if (strcmp(word, "--") == 0)
            break;
        if (is_option(word))
            err = read_option(reader, word);
        else
            vec_push(&reader->options->inputs, word);
    }
    return err;
}

static void take_rest(struct reader *reader, struct words *words)
{
    while (reader->next < reader->end)
        vec_push(words, *reader->next++);
}

// After the `--` of a translation stand names, also such as begin with a dash; everyone else gets those as `./-name`.
static void take_names(struct reader *reader)
{
    struct words names = {};
    take_rest(reader, &names);
    for (size_t i = 0; i < names.count; i++) {
        const char *name = names.at[i];
        vec_push(&reader->options->inputs, name[0] == '-' ? arena_printf(reader->arena, "./%s", name) : name);
    }
    vec_fini(&names);
}

// Options, and then either sources and what `run` takes, or a program and its arguments.
static int read_test(struct reader *reader)
{
    struct options *options = reader->options;
    int err = 0;
    while (!err && reader->next < reader->end && is_option(*reader->next) && strcmp(*reader->next, "--") != 0)
        err = read_option(reader, *reader->next++);
    if (err || reader->next == reader->end)
        return err;
    if (!is_source(*reader->next) && strcmp(*reader->next, "--") != 0) {
        take_rest(reader, &options->command);
        return 0;
    }
    err = read_inputs(reader);
    take_rest(reader, &options->arguments);
    return err;
}

// What the first word that is no option says about the rest.
static int read_first_word(struct reader *reader)
{
    struct options *options = reader->options;
    const char *word = *reader->next;
    if (strcmp(word, "--") == 0 || is_source(word)) {
        options->mode = MODE_TRANSLATE;
        int err = read_inputs(reader);
        take_names(reader);
        return err;
    }
    if (strcmp(word, "run") == 0) {
        options->mode = MODE_RUN;
        reader->next++;
        int err = read_inputs(reader);
        take_rest(reader, &options->arguments);
        return err;
    }
    if (strcmp(word, "test") == 0) {
        options->mode = MODE_TEST;
        reader->next++;
        return read_test(reader);
    }
    options->mode = MODE_LAUNCH;
    take_rest(reader, &options->command);
    drop_ourselves(&options->command);
    return 0;
}

// What is wrong with the whole, when each word is right.
static int check(const struct options *options)
{
    bool is_question = options->mode != MODE_TRANSLATE && options->mode != MODE_LAUNCH && options->mode != MODE_RUN;
    if (options->test_option && !is_question)
        return wrong_call("'%s' belongs to 'asyncc test'", options->test_option);
    switch (options->mode) {
    case MODE_TRANSLATE:
        if (!options->inputs.count)
            return wrong_call("no source file is named");
        if (options->output && options->inputs.count > 1)
            return wrong_call("-o names one file, but there are %zu sources", options->inputs.count);
        for (size_t i = 0; i < options->inputs.count; i++)
            if (!is_source(options->inputs.at[i]))
                return wrong_call("'%s' is not a C source: its name does not end in .c", options->inputs.at[i]);
        if (options->link_flags.count)
            return wrong_call("'%s' is for linking, and a translation does not link", options->link_flags.at[0]);
        return 0;
    case MODE_RUN:
        if (!options->inputs.count)
            return wrong_call("run what? asyncc run file.c… [-- arguments]");
        if (options->output)
            return wrong_call("'run' leaves no file, so '-o' has no meaning; asyncc %s file.c -o %s makes a program",
                              options->compiler.at[0], options->output);
        return 0;
    case MODE_TEST:
        if (!options->command.count && !options->inputs.count)
            return wrong_call("test what? asyncc test program [arguments], or asyncc test file.c… [-- arguments]");
        if (options->output)
            return wrong_call("'test' leaves no file, so '-o' has no meaning");
        if (options->command.count && (options->flags.count || options->link_flags.count || options->hard))
            return wrong_call("'%s' is no source but a program, and that is built already: there is nothing that '%s' could do",
                              options->command.at[0], options->flags.count        ? options->flags.at[0]
                                                      : options->link_flags.count ? options->link_flags.at[0]
                                                                                  : "--hard");
        return 0;
    case MODE_LAUNCH:
        if (!options->command.count)
            return wrong_call("no compiler is named after 'asyncc'");
        if (options->output || options->depends || options->flags.count || options->link_flags.count)
            return wrong_call("'%s' is taken for the compiler to start, and the compiler's options stand after it; if "
                              "it is a source, its name must end in .c", options->command.at[0]);
        return 0;
    default:
        return 0;
    }
}

static bool terminal_has_color(void)
{
    const char *term = getenv("TERM");
    return isatty(STDERR_FILENO) && term && strcmp(term, "dumb") != 0 && !getenv("NO_COLOR");
}

// Response files among our own words are read; the compiler's command is left as it is, for it reads its own.
static void expand_own_words(struct words *words, struct arena *arena, const char *const args[], size_t count)
{
    bool begun = false, raw = false, is_test = false;
    for (size_t i = 0; i < count; i++) {
        bool is_value = i && is_option(args[i - 1]) && command_option_values(args[i - 1]);
        if (!begun && !is_option(args[i]) && !is_value && args[i][0] != '@') {
            bool is_first = !is_test;
            is_test = is_first && strcmp(args[i], "test") == 0;
            begun = !is_test;                 // what comes first behind `test` decides
            raw = begun && !is_source(args[i]) && !(is_first && strcmp(args[i], "run") == 0);
        }
        if (strcmp(args[i], "--") == 0)
            raw = true;      // what follows are names, or belongs to the program that is run
        if (raw)
            vec_push(words, args[i]);
        else
            response_expand(words, arena, args + i, 1);
    }
}

int options_read(struct options *options, struct arena *arena, const char *const args[], size_t count)
{
    struct place place = place_find();
    *options = (struct options){
        .mode = MODE_LAUNCH, .color = terminal_has_color(), .runtime = place.lib, .include = place.include,
        .test = {.limit = 1000, .seconds = 10},
    };
    struct words words = {};
    expand_own_words(&words, arena, args, count);
    struct reader reader = {.options = options, .arena = arena, .next = words.at, .end = words.at + words.count};

    int err = words.count ? 0 : wrong_call("nothing to do");
    while (!err && reader.next < reader.end && is_option(*reader.next) && strcmp(*reader.next, "--") != 0)
        err = read_option(&reader, *reader.next++);
    bool asked = options->mode != MODE_LAUNCH;    // a question is answered whatever else stands on the line
    if (!err && !asked && reader.next < reader.end)
        err = read_first_word(&reader);
    if (!err)
        choose_compiler(&reader);
    if (!err)
        err = check(options);
    vec_fini(&words);
    return err;
}

void options_fini(struct options *options)
{
    struct words *const lists[] = {&options->compiler, &options->flags,   &options->link_flags,
                                   &options->inputs,   &options->command, &options->arguments};
    for (size_t i = 0; i < sizeof lists / sizeof *lists; i++)
        vec_fini(lists[i]);
}
