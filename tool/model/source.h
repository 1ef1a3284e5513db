// source.h: the preprocessed text of one file, its tokens, and where each of them came from.
//
// Everything the tool knows about positions is an offset in this text ("at"). Line markers say which file and line
// an offset stands for. Directives and markers are not tokens: to the parser of tokens they are white space.
#ifndef MODEL_SOURCE_H
#define MODEL_SOURCE_H

#include "base/arena.h"
#include "base/buf.h"
#include "base/vec.h"

#include <stdint.h>
#include <string.h>

enum token_kind : uint8_t {
    TOKEN_END,       // behind the last token
    TOKEN_NAME,      // identifiers and keywords; see word
    TOKEN_NUMBER,
    TOKEN_STRING,    // string and character literals
    TOKEN_PUNCT,     // see word
    TOKEN_OTHER,
};

// The words and punctuators that the tool looks for.
enum word : uint8_t {
    WORD_NONE,
    // One-character punctuators are themselves, 33 … 126; named here are those that stand in a `case`.
    WORD_PAREN = '(', WORD_PAREN_END = ')', WORD_BRACKET = '[', WORD_BRACKET_END = ']', WORD_BRACE = '{', WORD_BRACE_END = '}',
    WORD_COMMA = ',', WORD_SEMICOLON = ';', WORD_EQUALS = '=', WORD_COLON = ':', WORD_STAR = '*', WORD_AND = '&',
    WORD_PLUS = '+', WORD_MINUS = '-', WORD_TILDE = '~', WORD_NOT = '!', WORD_DOT = '.', WORD_QUESTION = '?',

    WORD_ARROW = 128, WORD_INC, WORD_DEC, WORD_ELLIPSIS, WORD_ASSIGN_OP, WORD_OPERATOR,

    WORD_ASYNC, WORD_AWAIT, WORD_YIELD, WORD_DEFER, WORD_FUTURE, WORD_GENERATOR,
    WORD_TIMEOUT, WORD_TIMEOUT_AT, WORD_GROUP, WORD_WITH, WORD_EACH,

    WORD_IF, WORD_ELSE, WORD_FOR, WORD_WHILE, WORD_DO, WORD_SWITCH, WORD_CASE, WORD_DEFAULT, WORD_GOTO,
    WORD_BREAK, WORD_CONTINUE, WORD_RETURN,

    WORD_TYPEDEF, WORD_STATIC, WORD_EXTERN, WORD_INLINE, WORD_THREAD, WORD_NORETURN, WORD_CONSTEXPR, WORD_AUTO, WORD_REGISTER,
    WORD_CONST, WORD_VOLATILE, WORD_RESTRICT, WORD_EXTENSION,
    WORD_ATTRIBUTE, WORD_ALIGNAS, WORD_ASM,
    WORD_STRUCT, WORD_UNION, WORD_ENUM,
    WORD_TYPEOF, WORD_BITINT, WORD_ATOMIC,
    WORD_TYPE,        // int, double, _Bool, …
    WORD_SIZEOF, WORD_GENERIC,
    WORD_FUNC,        // __func__, __FUNCTION__, __PRETTY_FUNCTION__
    WORD_NULLPTR, WORD_BOOL, WORD_TRUE, WORD_FALSE,
};

struct token {
    uint32_t begin, end;
    uint32_t match;       // index of the bracket that belongs to this one; 0: none
    uint32_t measure;     // the innermost typeof, sizeof or _Atomic in whose parentheses it stands; 0: none
    enum token_kind kind;
    enum word word;
    bool system;          // stands in a system header
};

// From here on, until the next region, the text stands for lines of `file` from `line` on.
struct region {
    uint32_t begin;
    uint32_t first_line;  // which of the text's lines begins there
    uint32_t line;
    const char *file;
    bool system;
};

// What is no token but must not get lost. Comments are blanked out in the text, so that it can be cut and joined.
enum note_kind : uint8_t {
    NOTE_PRAGMA,
    NOTE_COMMENT,
    NOTE_FALL_THROUGH,    // a comment that says that a case falls through: gcc takes notice
};

struct note {
    enum note_kind kind;
    uint32_t begin, end;
    const char *text;
};

// The name in `#pragma weak name`; null: another note.
const char *note_weak_name(const struct note *note);

// What follows `#pragma omp`; null: another note.
const char *note_openmp_directive(const struct note *note);

// Macros of <async.h> say what they are and what they were given, so that output for people can show the call again.
enum mark_kind : uint8_t {
    MARK_MACRO,           // the bracket holds what `name` expands to
    MARK_ARGUMENT,        // … an argument of it
    MARK_CHECK,           // … `_Generic(…, …: (argument))`
};

struct mark {
    enum mark_kind kind;
    uint32_t bracket;     // token
    const char *name;
};

struct source {
    struct arena *arena;
    const char *path;     // as the user named it
    char *text;           // the words of marks are blanked out
    uint32_t length;
    bool before_c23;      // by its -std: `bool`, `nullptr` and others are ordinary names
    struct tokens vec(struct token) tokens;      // the last one is TOKEN_END
    struct regions vec(struct region) regions;
    struct notes vec(struct note) notes;
    struct marks vec(struct mark) marks;         // in the order of the text
    struct line_starts vec(uint32_t) lines;      // offsets of line starts
    size_t ended_at;      // so many tokens there were when an ASYNC_EXIT ended; 0: the next token does not follow one
    bool unbalanced;      // some bracket has no match
};

struct position {
    const char *file;
    uint32_t line;
    bool system;
};

void source_fini(struct source *source);                        // frees what source_lex() has filled
void source_lex(struct source *source);                         // fills the rest
struct position source_place(const struct source *source, uint32_t at);
uint32_t source_line_begin(const struct source *source, uint32_t at);
uint32_t source_token_at(const struct source *source, uint32_t at);   // the first token that ends behind `at`
char *token_text(const struct source *source, uint32_t token);        // a copy in the arena
uint32_t source_region(const struct source *source, uint32_t at);     // index of the region of `at`

// Behind the last one there is TOKEN_END and nothing else: where the source is broken, a statement may seem to end there.
static inline const struct token *token_at(const struct source *source, uint32_t token)
{
    return &source->tokens.at[token < source->tokens.count ? token : source->tokens.count - 1];
}

static inline const char *token_start(const struct source *source, uint32_t token)
{
    return source->text + token_at(source, token)->begin;
}

static inline uint32_t token_length(const struct source *source, uint32_t token)
{
    return token_at(source, token)->end - token_at(source, token)->begin;
}

static inline bool token_is(const struct source *source, uint32_t token, const char *text)
{
    return token_length(source, token) == strlen(text) && memcmp(token_start(source, token), text, strlen(text)) == 0;
}

static inline enum word token_word(const struct source *source, uint32_t token)
{
    return token_at(source, token)->word;
}

#endif
