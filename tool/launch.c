// launch.c: see launch.h.
//
//     gcc -O2 -Iinc -MD -c src/x.c -o x.o
//      │
//      ├─ no word of the language in src/x.c or in the project's headers: exec the command as it is
//      ├─ translate src/x.c to /tmp/asyncc-…/x.i, which is preprocessed
//      ├─ gcc -Iinc -M -MF x.d -MQ x.o src/x.c            the dependencies are those of the original
//      └─ gcc -O2 -x cpp-output /tmp/asyncc-…/x.i -c -o x.o
//
// The file in the private directory keeps its name, so that what the compiler derives from it (x.o, x.gcno) stays as it
// was. A command that links gets the runtime as its last word.
//
// Async sources are C23 where the command does not say otherwise. Plain ones beside them are not: then each async source
// is compiled by a command of its own, and the last one finds objects in their places.
#include "launch.h"

#include "base/process.h"
#include "command.h"
#include "model/warnings.h"
#include "scan.h"
#include "translator.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

struct unit {
    const struct command_word *word;   // the C source in the command
    enum scan_result scan;
    const char *translated;            // its translation; null while there is none
    const char *object;                // compiled by a command of its own; null: the last command compiles it
    bool is_compiled;                  // the same, to where the command wants it
};

struct launch {
    const struct options *options;
    struct arena arena;
    struct words words;                // the command, response files read
    struct command command;
    struct vec(struct unit) units;
    enum scan_result scan;             // the most of all units
    size_t translated_count;
    bool includes_http;                // a unit includes <async/http.h>
    bool may_exec;
};

// --- running what was put together ----------------------------------------------------------------------------------

static int report_start(const char *program, int err)
{
    fprintf(stderr, "asyncc: error: cannot start '%s': %s\n", program, strerror(-err));
    if (err == -ENOENT || err == -EACCES)
        fprintf(stderr, "asyncc: note: the first word after the options is the compiler; a source's name ends in .c\n");
    return 2;
}

static int report_status(const char *program, int status)
{
    if (status > 128)
        fprintf(stderr, "asyncc: error: '%s' was ended by signal %d (%s)\n", program, status - 128,
                strsignal(status - 128));
    return status;
}

// The words end with a null.
static int run_words(struct launch *launch, const struct words *words, bool is_last)
{
    if (is_last && launch->may_exec && !launch->translated_count) {
        process_remove_directory();
        return report_start(words->at[0], process_exec(words->at));
    }
    int status = process_run(words->at);
    return status < 0 ? report_start(words->at[0], status) : report_status(words->at[0], status);
}

static int run_unchanged(struct launch *launch, const struct words *command)
{
    struct words words = {};
    for (size_t i = 0; i < command->count; i++)
        vec_push(&words, command->at[i]);
    vec_push(&words, nullptr);
    int status = run_words(launch, &words, true);
    vec_fini(&words);
    return status;
}

// --- what the command asks for --------------------------------------------------------------------------------------

static bool is_disabled(void)
{
    const char *value = getenv("ASYNCC_DISABLE");
    return value && *value && strcmp(value, "0") != 0;
}

static struct command_word *find_stdin(struct command *command)
{
    for (size_t i = 0; i < command->words.count; i++)
        if (command->words.at[i].kind == WORD_C && strcmp(command->words.at[i].text, "-") == 0)
            return &command->words.at[i];
    return nullptr;
}

// C on standard input that goes further than the preprocessor. Whoever wants dependencies as well names no file for them.
static bool takes_stdin(struct command *command)
{
    return command->stage != STAGE_PREPROCESS && !command->depends && find_stdin(command);
}

// Commands that are none of our business.
static bool is_left_alone(struct command *command)
{
    return is_disabled() || command->stage == STAGE_QUESTION || !command->input_count ||
           (command->reads_stdin && !takes_stdin(command));
}

// --- standard input -------------------------------------------------------------------------------------------------

// Standard input becomes a file, where the command can read it again if it is plain C.
static int copy_stdin(const char *path, struct buf *text)
{
    int fd = open(path, O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    if (fd < 0)
        return -errno;
    char chunk[1 << 16];
    ssize_t count;
    while ((count = read(STDIN_FILENO, chunk, sizeof chunk)) > 0) {
        buf_add(text, chunk, (size_t)count);
        if (write(fd, chunk, (size_t)count) != count)
            count = -1;
    }
    int err = count < 0 || lseek(fd, 0, SEEK_SET) != 0 || dup2(fd, STDIN_FILENO) < 0 ? -errno : 0;
    close(fd);
    return err;
}

// The command gets a source instead of `-`, which says where it comes from; its "headers" are those of the working
// directory. It is called `-.c`, since compilers call what they derive from standard input `-.o`.
static int name_stdin(struct launch *launch)
{
    const char *directory = process_directory();
    struct buf text = {};
    int err = directory ? copy_stdin(arena_printf(&launch->arena, "%s/stdin", directory), &text) : -errno;
    if (!err) {
        const char *path = arena_printf(&launch->arena, "%s/-.c", directory);
        FILE *file = fopen(path, "w");
        if (file && fputs("# 1 \"<stdin>\"\n", file) >= 0 && text.length)
            fwrite(text.text, 1, text.length, file);
        err = !file || fclose(file) ? -errno : 0;
        find_stdin(&launch->command)->text = path;
        vec_push(&launch->command.words, ((struct command_word){ .kind = WORD_PREPROCESS, .count = 1, .text = "-iquote.", .value = "." }));
    }
    buf_fini(&text);
    if (err)
        fprintf(stderr, "asyncc: error: cannot copy standard input: %s\n", strerror(-err));
    return err;
}

static void scan_units(struct launch *launch)
{
    struct command *command = &launch->command;
    for (size_t i = 0; i < command->words.count; i++) {
        if (command->words.at[i].kind != WORD_C)
            continue;
        struct unit *unit = vec_add(&launch->units);
        unit->word = &command->words.at[i];
        unit->scan = scan_file(unit->word->text, command);
        if (launch->scan < unit->scan)
            launch->scan = unit->scan;
    }
}

// Objects may have been made of async files, so every link of such gets the runtime; of an archive only what is used
// is linked. A program of plain C sources alone needs none.
static bool needs_runtime(const struct launch *launch)
{
    const struct command *command = &launch->command;
    bool has_objects = command->input_count > command->c_count + command->source_count;
    return command->stage == STAGE_LINK && !command->adds_no_runtime && (has_objects || launch->translated_count || launch->scan == SCAN_LANGUAGE);
}

// --- options for the next compiler ----------------------------------------------------------------------------------

// gcc before 14 knows C23 only as gnu2x, and everyone else knows that name too. Null: the compiler's own default, for a
// file that is or may turn out to be ordinary C.
static const char *standard_option(struct launch *launch, bool is_async)
{
    const char *given = launch->command.standard;
    if (!given)
        return is_async ? "-std=gnu2x" : nullptr;
    if (strcmp(given, "ansi") == 0)
        return "-ansi";
    if (strcmp(given, "gnu23") == 0 || strcmp(given, "c23") == 0)
        given = given[0] == 'g' ? "gnu2x" : "c2x";
    return arena_printf(&launch->arena, "-std=%s", given);
}

static void add_standard(struct launch *launch, struct words *words, bool is_async)
{
    const char *standard = standard_option(launch, is_async);
    if (standard)
        vec_push(words, standard);
}

static void add_word(struct words *words, const struct command_word *word)
{
    vec_push(words, word->text);
    if (word->count == 2)
        vec_push(words, word->value);
}

// What the preprocessor is to know. -isystem: warnings are the user's business, not those of our header.
static void add_preprocessor_flags(struct launch *launch, struct words *words, bool is_async, bool with_own_warnings)
{
    const struct command *command = &launch->command;
    add_standard(launch, words, is_async);
    for (size_t i = 0; i < command->words.count; i++) {
        const struct command_word *word = &command->words.at[i];
        bool is_flag = word->kind == WORD_OPTION || (word->kind == WORD_PREPROCESS && strcmp(word->text, "-H") != 0);
        if (is_flag && (with_own_warnings || !warnings_is_own_option(word->text)))
            add_word(words, word);
    }
    vec_push(words, "-isystem");
    vec_push(words, launch->options->include);
}

static void add_compiler(const struct launch *launch, struct words *words, size_t from)
{
    for (size_t i = from; i < launch->command.compiler.count; i++)
        vec_push(words, launch->command.compiler.at[i]);
}

static void add_language(struct words *words, const char *language)
{
    vec_push(words, "-x");
    vec_push(words, language);
}

// --- translating ----------------------------------------------------------------------------------------------------

static bool is_color_wanted(const struct launch *launch)
{
    bool color = launch->options->color;
    for (size_t i = 0; i < launch->command.words.count; i++) {
        const char *option = launch->command.words.at[i].text;
        if (strcmp(option, "-fdiagnostics-color=always") == 0 || strcmp(option, "-fdiagnostics-color") == 0
            || strcmp(option, "-fcolor-diagnostics") == 0)
            color = true;
        else if (strcmp(option, "-fdiagnostics-color=never") == 0 || strcmp(option, "-fno-diagnostics-color") == 0
                 || strcmp(option, "-fno-color-diagnostics") == 0)
            color = false;
    }
    return color;
}

// x.c becomes x.i; a second x.c of another folder becomes 1-x.i.
static const char *name_translation(struct launch *launch, size_t index, const char *directory)
{
    const char *name = command_file_name(launch->units.at[index].word->text);
    int stem = (int)(command_has_suffix(name, ".c") ? strlen(name) - 2 : strlen(name));
    const char *path = arena_printf(&launch->arena, "%s/%.*s.i", directory, stem, name);
    for (size_t i = 0; i < index; i++)
        if (launch->units.at[i].translated && strcmp(launch->units.at[i].translated, path) == 0)
            return arena_printf(&launch->arena, "%s/%zu-%.*s.i", directory, index, stem, name);
    return path;
}

static enum driver_result translate_unit(struct launch *launch, size_t index, const char *directory)
{
    struct unit *unit = &launch->units.at[index];
    const char *path = name_translation(launch, index, directory);
    struct words compiler = {}, flags = {};
    add_compiler(launch, &compiler, launch->command.launchers);
    vec_push(&compiler, nullptr);
    add_preprocessor_flags(launch, &flags, unit->scan == SCAN_LANGUAGE, true);
    if (strcmp(unit->word->language, "none") != 0)
        add_language(&flags, unit->word->language);
    vec_push(&flags, nullptr);

    enum driver_result result = translator_run(&(struct request){
        .input = unit->word->text,
        .output = path,
        .compiler = compiler.at,
        .flags = flags.at,
        .for_compiler = true,
        .hard = launch->options->hard,
        .library = launch->options->library,
        .quiet_unchanged = true,
        .color = is_color_wanted(launch),
        .includes_http = &launch->includes_http,
    });
    if (result == DRIVER_DONE) {
        unit->translated = path;
        launch->translated_count++;
    }
    vec_fini(&compiler);
    vec_fini(&flags);
    return result;
}

// Every source is translated, so that the errors of all are seen. Returns the exit status.
static int translate_units(struct launch *launch)
{
    int status = 0;
    for (size_t i = 0; i < launch->units.count; i++) {
        if (launch->units.at[i].scan == SCAN_NOTHING)
            continue;
        const char *directory = process_directory();
        if (!directory) {
            fprintf(stderr, "asyncc: error: cannot make a temporary directory: %s\n", strerror(errno));
            return 1;
        }
        enum driver_result result = translate_unit(launch, i, directory);
        if (result == DRIVER_ERRORS || result == DRIVER_FAILED)
            status = 1;
    }
    return status;
}

static bool is_c23(const struct unit *unit)
{
    return unit->translated && unit->scan == SCAN_LANGUAGE;
}

static size_t count_c23(const struct launch *launch)
{
    size_t count = 0;
    for (size_t i = 0; i < launch->units.count; i++)
        count += is_c23(&launch->units.at[i]);
    return count;
}

// --- dependencies ---------------------------------------------------------------------------------------------------

// "dir/x.c" with ".d" gives "dir/x.d".
static const char *replace_suffix(struct launch *launch, const char *path, const char *suffix)
{
    const char *name = command_file_name(path), *dot = strrchr(name, '.');
    int stem = (int)(dot && dot != name ? dot - path : (ptrdiff_t)strlen(path));
    return arena_printf(&launch->arena, "%.*s%s", stem, path, suffix);
}

// As gcc and clang name it: after the output, else after the source, in the working directory.
static const char *dependency_file(struct launch *launch, const struct unit *unit)
{
    const struct command *command = &launch->command;
    if (command->depend_file)
        return command->depend_file;
    return replace_suffix(launch, command->output ? command->output : command_file_name(unit->word->text), ".d");
}

static bool has_target(const struct command *command)
{
    for (size_t i = 0; i < command->words.count; i++)
        if (command_has_prefix(command->words.at[i].text, "-MT") || command_has_prefix(command->words.at[i].text, "-MQ"))
            return true;
    return false;
}

// The targets as given, and -MP, -MG; what asks for a file is replaced by our own -M and -MF.
static void add_dependency_options(struct launch *launch, struct words *words, const struct unit *unit)
{
    const struct command *command = &launch->command;
    vec_push(words, command->depends_on_user_headers_only ? "-MM" : "-M");
    vec_push(words, "-MF");
    vec_push(words, dependency_file(launch, unit));
    if (!has_target(command)) {
        vec_push(words, "-MQ");
        vec_push(words, command->output ? command->output
                                        : replace_suffix(launch, command_file_name(unit->word->text), ".o"));
    }
    for (size_t i = 0; i < command->words.count; i++) {
        const struct command_word *word = &command->words.at[i];
        if (word->kind == WORD_DEPENDENCY
            && (command_has_prefix(word->text, "-MT") || command_has_prefix(word->text, "-MQ")
                || strcmp(word->text, "-MP") == 0 || strcmp(word->text, "-MG") == 0))
            add_word(words, word);
    }
}

static int write_dependencies(struct launch *launch, const struct unit *unit)
{
    struct words words = {};
    add_compiler(launch, &words, launch->command.launchers);
    add_preprocessor_flags(launch, &words, is_c23(unit), false);
    vec_push(&words, "-D__ASYNCC__=1");
    add_dependency_options(launch, &words, unit);
    if (strcmp(unit->word->language, "none") != 0)
        add_language(&words, unit->word->language);
    vec_push(&words, unit->word->text);
    vec_push(&words, nullptr);
    int status = run_words(launch, &words, false);
    vec_fini(&words);
    return status;
}

static int write_all_dependencies(struct launch *launch)
{
    int status = 0;
    for (size_t i = 0; launch->command.depends && !status && i < launch->units.count; i++)
        status = write_dependencies(launch, &launch->units.at[i]);
    return status;
}

// --- the last command -----------------------------------------------------------------------------------------------

static const struct unit *find_unit(const struct launch *launch, const struct command_word *word)
{
    for (size_t i = 0; i < launch->units.count; i++)
        if (launch->units.at[i].word == word)
            return &launch->units.at[i];
    return nullptr;
}

// clang warns of a `-x` that no input follows.
static bool has_input_after(const struct command *command, size_t index)
{
    for (size_t i = index + 1; i < command->words.count; i++)
        if (command->words.at[i].kind >= WORD_C)
            return true;
    return false;
}

static void add_preprocessed(struct launch *launch, struct words *words, const struct unit *unit)
{
    vec_push(words, arena_printf(&launch->arena, "-fdebug-prefix-map=%s=%s", unit->translated, unit->word->text));
    if (command_is_clang(&launch->command))
        vec_push(words, "-Wno-gnu-line-marker");       // preprocessed text is full of them
    add_language(words, "cpp-output");
    vec_push(words, unit->translated);
}

static void add_translation(struct launch *launch, struct words *words, const struct unit *unit, size_t index)
{
    add_preprocessed(launch, words, unit);
    if (has_input_after(&launch->command, index))
        add_language(words, unit->word->language);
}

// clang expands its own macros even in preprocessed text, which may use their names: `#undef linux`.
static void add_undef(const struct command *command, struct words *words)
{
    if (!command_is_clang(command))
        return;
    vec_push(words, "-Xclang");
    vec_push(words, "-undef");
}

// Sources that the compiler preprocesses.
static size_t count_sources(const struct launch *launch)
{
    return launch->command.c_count + launch->command.source_count - launch->translated_count;
}

// Preprocessor options go where there is something to preprocess: clang warns of others.
static bool is_of_use(const struct launch *launch, const struct command_word *word)
{
    switch (word->kind) {
    case WORD_DEPENDENCY:
        return !launch->translated_count;       // they are written already
    case WORD_PREPROCESS:
        return count_sources(launch) > 0;
    case WORD_STANDARD:
        return false;                           // add_standard has it
    default:
        return !warnings_is_own_option(word->text);
    }
}

// Files that the compiler writes beside its output are named after it: no object of ours may come between.
static bool has_side_files(const struct command *command)
{
    static const char *const options[] = {"--coverage", "-ftest-coverage", "-fprofile", "-save-temps", "--save-temps",
                                          "-gsplit-dwarf", "-fdump", "-fstack-usage", "-dump", "-ftime-trace"};
    for (size_t i = 0; i < command->words.count; i++)
        for (size_t k = 0; k < sizeof options / sizeof *options; k++)
            if (command_has_prefix(command->words.at[i].text, options[k]))
                return true;
    return false;
}

// Do the sources of this command want different standards? One output of several sources is the compiler's error.
static bool wants_two_standards(const struct launch *launch)
{
    const struct command *command = &launch->command;
    size_t count = count_c23(launch);
    return !command->standard && count > 0 && count < command->c_count &&
           (command->stage == STAGE_LINK ? !has_side_files(command) : !command->output);
}

// Compiles one translation alone.
static int compile_unit(struct launch *launch, struct unit *unit)
{
    const struct command *command = &launch->command;
    struct words words = {};
    add_compiler(launch, &words, 0);
    add_standard(launch, &words, is_c23(unit));
    for (size_t i = 0; i < command->words.count; i++) {
        const struct command_word *word = &command->words.at[i];
        if ((word->kind == WORD_OPTION || word->kind == WORD_STAGE) && !warnings_is_own_option(word->text))
            add_word(&words, word);
    }
    if (command_is_clang(command))
        vec_push(&words, "-Qunused-arguments");     // such as -fuse-ld=
    if (command->stage == STAGE_LINK) {
        unit->object = replace_suffix(launch, unit->translated, ".o");
        vec_push(&words, "-c");
        vec_push(&words, "-o");
        vec_push(&words, unit->object);
    }
    add_undef(command, &words);
    add_preprocessed(launch, &words, unit);
    vec_push(&words, nullptr);
    unit->is_compiled = true;
    int status = run_words(launch, &words, false);
    vec_fini(&words);
    return status;
}

static int compile_translations(struct launch *launch)
{
    int status = 0;
    for (size_t i = 0; i < launch->units.count; i++)
        if (launch->units.at[i].translated) {
            int failed = compile_unit(launch, &launch->units.at[i]);
            status = status ? status : failed;
        }
    return status;
}

static void add_object(struct launch *launch, struct words *words, const struct unit *unit, size_t index)
{
    if (!unit->object)
        return;
    bool has_language = strcmp(unit->word->language, "none") != 0;
    if (has_language)
        add_language(words, "none");
    vec_push(words, unit->object);
    if (has_language && has_input_after(&launch->command, index))
        add_language(words, unit->word->language);
}

static bool needs_http(const struct launch *launch)
{
    return launch->options->with_http || launch->includes_http;
}

// It is a library of its own, which is there where libcurl was when asyncc was built. The linker's message would name a file only.
static void add_http(struct launch *launch, struct words *words)
{
    const char *library = arena_printf(&launch->arena, "%s/libasyncc-http.a", launch->options->runtime);
    if (access(library, R_OK) != 0)
        fprintf(stderr, "asyncc: note: there is no '%s': this asyncc was built without libcurl (Debian's package: "
                "libcurl4-openssl-dev), so a program with <async/http.h> cannot be linked\n", library);
    vec_push(words, library);
    vec_push(words, "-lcurl");
}

static int run_compiler(struct launch *launch)
{
    const struct command *command = &launch->command;
    bool is_split = wants_two_standards(launch);
    // A compiler that is killed may leave its temporary files: there they go with everything else.
    if (launch->translated_count)
        setenv("TMPDIR", process_directory(), 1);
    int status = is_split ? compile_translations(launch) : 0;
    if (status && command->stage == STAGE_LINK)
        return status;
    struct words words = {};
    add_compiler(launch, &words, 0);
    if (!is_split)
        add_standard(launch, &words, count_c23(launch) > 0);
    if (!is_split && launch->translated_count && count_sources(launch) == 0)
        add_undef(command, &words);
    for (size_t i = 0; i < command->words.count; i++) {
        const struct command_word *word = &command->words.at[i];
        const struct unit *unit = find_unit(launch, word);
        if (unit && unit->is_compiled)
            add_object(launch, &words, unit, i);
        else if (unit && unit->translated)
            add_translation(launch, &words, unit, i);
        else if (is_of_use(launch, word))
            add_word(&words, word);
    }
    if (launch->scan == SCAN_LANGUAGE && launch->translated_count < command->c_count) {
        vec_push(&words, "-isystem");           // plain C that includes <async/plain.h>
        vec_push(&words, launch->options->include);
    }
    if (needs_runtime(launch)) {
        add_language(&words, "none");           // whatever `-x` was in force before
        if (needs_http(launch))
            add_http(launch, &words);
        vec_push(&words, arena_printf(&launch->arena, "%s/libasyncc.a", launch->options->runtime));
        vec_push(&words, "-lpthread");
    }
    vec_push(&words, nullptr);
    int last = run_words(launch, &words, true);
    vec_fini(&words);
    return status ? status : last;
}

// -E and -M of an async file: it is the compiler's answer, but it must find <async.h>.
static int run_preprocessor(struct launch *launch, const struct words *command)
{
    struct words words = {};
    for (size_t i = 0; i < command->count; i++)
        vec_push(&words, command->at[i]);
    if (!launch->command.standard)
        add_standard(launch, &words, true);
    vec_push(&words, "-isystem");
    vec_push(&words, launch->options->include);
    vec_push(&words, "-D__ASYNCC__=1");
    vec_push(&words, nullptr);
    int status = run_words(launch, &words, true);
    vec_fini(&words);
    return status;
}

static int launch_command(struct launch *launch, const struct words *command)
{
    if (is_left_alone(&launch->command))
        return run_unchanged(launch, command);
    if (launch->command.reads_stdin && name_stdin(launch) < 0)
        return 1;
    scan_units(launch);
    if (launch->command.stage == STAGE_PREPROCESS)
        return launch->scan == SCAN_LANGUAGE ? run_preprocessor(launch, command) : run_unchanged(launch, command);

    int status = translate_units(launch);
    if (status)
        return status;
    // From here on every unit that has async words is translated.
    if (!launch->translated_count && !needs_runtime(launch) && launch->scan != SCAN_LANGUAGE)
        return run_unchanged(launch, command);
    if (launch->translated_count)
        status = write_all_dependencies(launch);
    return status ? status : run_compiler(launch);
}

int launch(const struct options *options, const struct words *command, bool may_exec)
{
    struct launch launch = {.options = options, .may_exec = may_exec};
    response_expand(&launch.words, &launch.arena, command->at, command->count);
    command_read(&launch.command, &launch.words);
    int status = launch_command(&launch, command);
    command_fini(&launch.command);
    vec_fini(&launch.units);
    vec_fini(&launch.words);
    arena_fini(&launch.arena);
    return status;
}
