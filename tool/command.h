// command.h: what a command line of gcc or clang asks for.
//
// We read just enough of it to know which words are C sources, which are values of options, and how far the compiler is
// to go. Everything that we do not know is an option without a separate value, and is passed on.
#ifndef COMMAND_H
#define COMMAND_H

#include "response.h"

enum stage {
    STAGE_LINK,
    STAGE_COMPILE,       // -c, -S, -fsyntax-only
    STAGE_PREPROCESS,    // -E, -M, -MM
    STAGE_QUESTION,      // --version, -dumpmachine, -print-…, -###: no work on files, or none that we may change
};

// What one word is, or the first word of an option with a separate value.
enum word_kind {
    WORD_OPTION,         // for every stage
    WORD_PREPROCESS,     // -I -D -U -include …: of no use to a file that is preprocessed
    WORD_DEPENDENCY,     // -MD -MF …
    WORD_OUTPUT,         // -o
    WORD_LINK,           // -l -L -Wl, …
    WORD_STAGE,          // -c -S -E …
    WORD_STANDARD,       // -std= -ansi
    WORD_LANGUAGE,       // -x
    WORD_C,              // a C source
    WORD_SOURCE,         // another input that is preprocessed: assembler, C++
    WORD_INPUT,          // any other input: objects, libraries, preprocessed files
};

struct command_word {
    enum word_kind kind;
    int count;           // words that it takes: 1, or 2 with a separate value
    const char *text;
    const char *value;   // the option's value, separate or joined; null for none
    const char *language;// WORD_C: the -x that is in force, or "none"
};

struct command {
    struct words compiler;                   // the command itself: {"gcc"}, {"ccache", "gcc"}
    size_t launchers;                        // how many words of it are launchers, so that compiler.at[launchers] is it
    struct vec(struct command_word) words;   // what follows it
    enum stage stage;
    const char *output;                      // -o, or null
    const char *standard;                    // the value of the last -std=; "ansi" for -ansi; or null
    size_t c_count, source_count, input_count;
    bool reads_stdin;
    bool adds_no_runtime;                    // -r, -nostdlib, -nodefaultlibs
    // Dependencies beside the compilation: -MD, -MMD and their -MF.
    bool depends, depends_on_user_headers_only;
    const char *depend_file;
};

// Reads a compiler command. The words must outlive the command.
void command_read(struct command *command, const struct words *words);
void command_fini(struct command *command);

// True if the compiler is a clang, by its name.
bool command_is_clang(const struct command *command);

// How many words follow this option as its value in gcc's and clang's command lines: 0 or 1.
int command_option_values(const char *option);

// What kind of option this is (never an input).
enum word_kind command_option_kind(const char *option);

bool command_has_prefix(const char *text, const char *prefix);
bool command_has_suffix(const char *text, const char *suffix);
const char *command_file_name(const char *path);   // what follows the last slash

#endif
