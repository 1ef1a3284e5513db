// command.c: see command.h.
#include "command.h"

#include <stddef.h>
#include <string.h>

// Options whose value is the next word. Those that end in '+' may also have it joined: `-Idir`.
static const char *const with_value[] = {
    "-o+", "-I+", "-D+", "-U+", "-L+", "-l+", "-x+", "-T+", "-u+", "-z+", "-B+", "-e", "-A+", "-F+", "-G+",
    "-isystem+", "-iquote+", "-idirafter+", "-include+", "-imacros+", "-iprefix+", "-iwithprefix+",
    "-iwithprefixbefore+", "-imultilib+", "-isysroot+", "--sysroot", "-iframework", "-include-pch", "-MF+", "-MT+",
    "-MQ+", "-MJ", "-arch", "-target", "--param", "-Xlinker", "-Xpreprocessor", "-Xassembler", "-Xclang", "-Xanalyzer",
    "-mllvm", "-dumpbase", "-dumpbase-ext", "-dumpdir", "-aux-info", "-wrapper", "-specs", "-framework", "-rpath",
    "-soname", "--serialize-diagnostics", "-gcc-toolchain", "-undefined", "-install_name", nullptr,
};

static const char *const preprocessing[] = {
    "-I", "-D", "-U", "-A", "-isystem", "-iquote", "-idirafter", "-include", "-imacros", "-iprefix", "-iwithprefix",
    "-isysroot", "-iframework", "-Wp,", "-Xpreprocessor", "-undef", "-nostdinc", "-trigraphs", "-P", "-C", "-CC", "-H",
    nullptr,
};

static const char *const linking[] = {
    "-l", "-L", "-Wl,", "-Xlinker", "-T", "-u", "-z", "-e", "-shared", "-static", "-rdynamic", "-s", "-r", "-pie",
    "-no-pie", "-nostdlib", "-nodefaultlibs", "-nostartfiles", "-rpath", "-soname", nullptr,
};

// These are words of their own, unlike `-L` in `-Ldir`.
static const char *const whole_words[] = {
    "-C", "-CC", "-H", "-P", "-A", "-e", "-r", "-s", "-pie", "-no-pie", "-shared", "-static", "-rdynamic", "-undef",
    nullptr,
};

static const char *const questions[] = {
    "--version", "--help", "--target-help", "-###", "-dumpmachine", "-dumpversion", "-dumpfullversion", "-dumpspecs",
    "-print-", "--print-", "--help=", nullptr,
};

bool command_has_prefix(const char *text, const char *prefix)
{
    return strncmp(text, prefix, strlen(prefix)) == 0;
}

bool command_has_suffix(const char *text, const char *suffix)
{
    size_t length = strlen(text), end = strlen(suffix);
    return length >= end && strcmp(text + length - end, suffix) == 0;
}

const char *command_file_name(const char *path)
{
    const char *slash = strrchr(path, '/');
    return slash ? slash + 1 : path;
}

static bool is_one_of(const char *word, const char *const list[])
{
    for (size_t i = 0; list[i]; i++)
        if (strcmp(word, list[i]) == 0)
            return true;
    return false;
}

static bool begins_with_one_of(const char *word, const char *const list[])
{
    for (size_t i = 0; list[i]; i++)
        if (is_one_of(list[i], whole_words) ? strcmp(word, list[i]) == 0 : command_has_prefix(word, list[i]))
            return true;
    return false;
}

int command_option_values(const char *option)
{
    size_t length = strlen(option);
    for (size_t i = 0; with_value[i]; i++)
        if (strncmp(with_value[i], option, length) == 0
            && (!with_value[i][length] || strcmp(with_value[i] + length, "+") == 0))
            return 1;
    return 0;
}

// The value that is joined to an option: "dir" of "-Idir", "f" of "-MFf". Null for none.
static const char *joined_value(const char *option)
{
    const char *value = nullptr;
    size_t longest = 0;
    for (size_t i = 0; with_value[i]; i++) {
        size_t length = strcspn(with_value[i], "+");
        if (with_value[i][length] && length > longest && strncmp(option, with_value[i], length) == 0 && option[length]) {
            longest = length;
            value = option + length;
        }
    }
    return value;
}

enum word_kind command_option_kind(const char *option)
{
    static const char *const stages[] = {"-c", "-S", "-E", "-M", "-MM", "-fsyntax-only", nullptr};
    if (is_one_of(option, stages))
        return WORD_STAGE;
    if (command_has_prefix(option, "-std=") || command_has_prefix(option, "--std=") || strcmp(option, "-ansi") == 0)
        return WORD_STANDARD;
    if (command_has_prefix(option, "-M") || command_has_prefix(option, "-Wp,-M"))
        return WORD_DEPENDENCY;
    if (begins_with_one_of(option, preprocessing))
        return WORD_PREPROCESS;
    if (begins_with_one_of(option, linking) && strcmp(option, "-static-pie") != 0)
        return WORD_LINK;
    if (command_has_prefix(option, "-x"))
        return WORD_LANGUAGE;
    if (command_has_prefix(option, "-o") && !command_has_prefix(option, "-objc"))
        return WORD_OUTPUT;
    return WORD_OPTION;
}

static enum word_kind input_kind(const char *file, const char *language)
{
    static const char *const preprocessed[] = {".S", ".sx", ".cc", ".cpp", ".cxx", ".C", ".c++", ".h", ".m", nullptr};
    if (strcmp(language, "none") != 0)
        return strcmp(language, "c") == 0 ? WORD_C : strcmp(language, "cpp-output") == 0 ? WORD_INPUT : WORD_SOURCE;
    if (command_has_suffix(file, ".c"))
        return WORD_C;
    for (size_t i = 0; preprocessed[i]; i++)
        if (command_has_suffix(file, preprocessed[i]))
            return WORD_SOURCE;
    return WORD_INPUT;
}

static void note_stage(struct command *command, const char *option)
{
    enum stage stage = strcmp(option, "-E") == 0 || option[1] == 'M' ? STAGE_PREPROCESS : STAGE_COMPILE;
    if (command->stage < stage)
        command->stage = stage;
}

// -MD, -MMD, -MF file, and the same behind -Wp, as the Linux kernel writes them: `-Wp,-MMD,file`.
static void note_dependency(struct command *command, const struct command_word *word)
{
    const char *option = word->text;
    if (command_has_prefix(option, "-Wp,")) {
        option += strlen("-Wp,");
        const char *comma = strchr(option, ',');
        if (comma)
            command->depend_file = comma + 1;
    }
    if (command_has_prefix(option, "-MMD"))
        command->depends = command->depends_on_user_headers_only = true;
    else if (command_has_prefix(option, "-MD"))
        command->depends = true;
    else if (command_has_prefix(option, "-MF") && word->value)
        command->depend_file = word->value;
}

static void note_option(struct command *command, const struct command_word *word, const char **language)
{
    static const char *const no_runtime[] = {"-r", "-nostdlib", "-nodefaultlibs", nullptr};
    const char *option = word->text;
    switch (word->kind) {
    case WORD_STAGE:
        note_stage(command, option);
        break;
    case WORD_DEPENDENCY:
        note_dependency(command, word);
        break;
    case WORD_OUTPUT:
        command->output = word->value;
        break;
    case WORD_STANDARD:
        command->standard = strchr(option, '=') ? strchr(option, '=') + 1 : "ansi";
        break;
    case WORD_LANGUAGE:
        *language = word->value ? word->value : "none";
        break;
    default:
        break;
    }
    if (is_one_of(option, no_runtime))
        command->adds_no_runtime = true;
    if (begins_with_one_of(option, questions))
        command->stage = STAGE_QUESTION;
}

static void note_input(struct command *command, struct command_word *word, const char *language)
{
    word->kind = input_kind(word->text, language);
    word->language = language;
    command->input_count++;
    command->c_count += word->kind == WORD_C;
    command->source_count += word->kind == WORD_SOURCE;
    if (strcmp(word->text, "-") == 0)
        command->reads_stdin = true;
}

static bool is_input(const char *text)
{
    return text[0] != '-' || !text[1];
}

// "gcc", "x86_64-linux-gnu-gcc-12", "clang-19", "cc": a name that ends in a compiler's, and perhaps a version.
static bool is_compiler_name(const char *word)
{
    static const char *const names[] = {"gcc", "clang", "cc", "c99"};
    const char *name = command_file_name(word);
    size_t length = strlen(name);
    while (length && strchr("0123456789.", name[length - 1]))
        length--;
    if (length && length < strlen(name) && name[length - 1] == '-')
        length--;
    else
        length = strlen(name);
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        size_t end = strlen(names[i]);
        if (length >= end && strncmp(name + length - end, names[i], end) == 0
            && (length == end || name[length - end - 1] == '-'))
            return true;
    }
    return false;
}

// The compiler's own words: whatever stands before the name of a compiler launches it, as `ccache gcc` does. A command
// in which no name is known begins with its compiler. Returns how many words that takes.
static size_t read_compiler(struct command *command, const struct words *words)
{
    size_t compiler = 0;
    for (size_t i = 0; i < words->count && is_input(words->at[i]) && !command_has_suffix(words->at[i], ".c"); i++) {
        if (is_compiler_name(words->at[i])) {
            compiler = i;
            break;
        }
    }
    for (size_t i = 0; i <= compiler; i++)
        vec_push(&command->compiler, words->at[i]);
    command->launchers = compiler;
    return compiler + 1;
}

void command_read(struct command *command, const struct words *words)
{
    *command = (struct command){.stage = STAGE_LINK};
    const char *language = "none";
    for (size_t i = read_compiler(command, words); i < words->count;) {
        struct command_word word = {.text = words->at[i], .count = 1};
        if (is_input(word.text)) {
            note_input(command, &word, language);
        } else {
            word.kind = command_option_kind(word.text);
            word.value = joined_value(word.text);
            if (i + 1 < words->count && command_option_values(word.text)) {
                word.count = 2;
                word.value = words->at[i + 1];
            }
            note_option(command, &word, &language);
        }
        vec_push(&command->words, word);
        i += (size_t)word.count;
    }
}

void command_fini(struct command *command)
{
    vec_fini(&command->compiler);
    vec_fini(&command->words);
}

bool command_is_clang(const struct command *command)
{
    return strstr(command_file_name(command->compiler.at[command->launchers]), "clang") != nullptr;
}
