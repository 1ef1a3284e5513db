// lex.c: cuts preprocessed text into tokens, regions and lines.
//
// A small lexer is enough: macros, comments, trigraphs and line splices are gone. Lines that begin with # are line
// markers, which start a region, or pragmas, which stay in the text and are nobody's token.
//
// Fills: source.tokens (with matching brackets), source.regions, source.lines, source.notes, source.marks.
#include "model/source.h"

#include <ctype.h>

struct keyword {
    const char *text;
    enum word word;
};

static const struct keyword keywords[] = {
    { "_Async", WORD_ASYNC }, { "_Await", WORD_AWAIT }, { "_Yield", WORD_YIELD }, { "_Defer", WORD_DEFER },
    { "async_future", WORD_FUTURE }, { "async_generator", WORD_GENERATOR },
    { "async_timeout", WORD_TIMEOUT }, { "async_timeout_at", WORD_TIMEOUT_AT },
    { "async_group", WORD_GROUP }, { "async_with", WORD_WITH }, { "async_for", WORD_EACH },
    { "if", WORD_IF }, { "else", WORD_ELSE }, { "for", WORD_FOR }, { "while", WORD_WHILE }, { "do", WORD_DO },
    { "switch", WORD_SWITCH }, { "case", WORD_CASE }, { "default", WORD_DEFAULT }, { "goto", WORD_GOTO },
    { "break", WORD_BREAK }, { "continue", WORD_CONTINUE }, { "return", WORD_RETURN },
    { "typedef", WORD_TYPEDEF }, { "static", WORD_STATIC }, { "extern", WORD_EXTERN },
    { "inline", WORD_INLINE }, { "__inline", WORD_INLINE }, { "__inline__", WORD_INLINE },
    { "_Thread_local", WORD_THREAD }, { "thread_local", WORD_THREAD }, { "__thread", WORD_THREAD },
    { "_Noreturn", WORD_NORETURN }, { "constexpr", WORD_CONSTEXPR }, { "auto", WORD_AUTO }, { "register", WORD_REGISTER },
    { "__auto_type", WORD_AUTO },
    { "const", WORD_CONST }, { "__const", WORD_CONST }, { "__const__", WORD_CONST },
    { "volatile", WORD_VOLATILE }, { "__volatile", WORD_VOLATILE }, { "__volatile__", WORD_VOLATILE },
    { "restrict", WORD_RESTRICT }, { "__restrict", WORD_RESTRICT }, { "__restrict__", WORD_RESTRICT },
    { "__extension__", WORD_EXTENSION },
    { "__attribute__", WORD_ATTRIBUTE }, { "__attribute", WORD_ATTRIBUTE },
    { "_Alignas", WORD_ALIGNAS }, { "alignas", WORD_ALIGNAS },
    { "asm", WORD_ASM }, { "__asm", WORD_ASM }, { "__asm__", WORD_ASM },
    { "struct", WORD_STRUCT }, { "union", WORD_UNION }, { "enum", WORD_ENUM },
    { "typeof", WORD_TYPEOF }, { "__typeof", WORD_TYPEOF }, { "__typeof__", WORD_TYPEOF },
    { "typeof_unqual", WORD_TYPEOF }, { "__typeof_unqual__", WORD_TYPEOF },
    { "_BitInt", WORD_BITINT }, { "_Atomic", WORD_ATOMIC },
    { "void", WORD_TYPE }, { "char", WORD_TYPE }, { "short", WORD_TYPE }, { "int", WORD_TYPE }, { "long", WORD_TYPE },
    { "float", WORD_TYPE }, { "double", WORD_TYPE }, { "signed", WORD_TYPE }, { "unsigned", WORD_TYPE },
    { "__signed__", WORD_TYPE }, { "__signed", WORD_TYPE }, { "_Bool", WORD_TYPE }, { "_Complex", WORD_TYPE },
    { "__complex__", WORD_TYPE }, { "__int128", WORD_TYPE }, { "__int128_t", WORD_TYPE }, { "__uint128_t", WORD_TYPE },
    { "_Float16", WORD_TYPE }, { "_Float32", WORD_TYPE }, { "_Float64", WORD_TYPE }, { "_Float128", WORD_TYPE },
    { "_Float32x", WORD_TYPE }, { "_Float64x", WORD_TYPE }, { "__float128", WORD_TYPE }, { "__bf16", WORD_TYPE },
    { "__builtin_va_list", WORD_TYPE },
    { "bool", WORD_BOOL }, { "true", WORD_TRUE }, { "false", WORD_FALSE }, { "nullptr", WORD_NULLPTR },
    { "sizeof", WORD_SIZEOF }, { "alignof", WORD_SIZEOF }, { "_Alignof", WORD_SIZEOF }, { "__alignof__", WORD_SIZEOF },
    { "__alignof", WORD_SIZEOF }, { "_Generic", WORD_GENERIC },
    { "__func__", WORD_FUNC }, { "__FUNCTION__", WORD_FUNC }, { "__PRETTY_FUNCTION__", WORD_FUNC },
};

enum { BUCKETS = 512 };
static uint8_t buckets[BUCKETS];

static unsigned hash(const char *text, size_t length)
{
    unsigned h = (unsigned)length;
    for (size_t i = 0; i < length; i++)
        h = h * 31 + (unsigned char)text[i];
    return h % BUCKETS;
}

static void fill_buckets(void)
{
    for (size_t i = 0; i < sizeof keywords / sizeof *keywords; i++) {
        unsigned h = hash(keywords[i].text, strlen(keywords[i].text));
        while (buckets[h])
            h = (h + 1) % BUCKETS;
        buckets[h] = (uint8_t)(i + 1);
    }
}

static enum word find_keyword(const char *text, size_t length)
{
    for (unsigned h = hash(text, length); buckets[h]; h = (h + 1) % BUCKETS) {
        const struct keyword *k = &keywords[buckets[h] - 1];
        if (strlen(k->text) == length && memcmp(k->text, text, length) == 0)
            return k->word;
    }
    return WORD_NONE;
}

static bool is_new_in_c23(const char *text, size_t length)
{
    static const char *const names[] = { "alignas", "alignof", "bool", "constexpr", "false", "nullptr", "thread_local", "true", "typeof_unqual" };
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (strlen(names[i]) == length && memcmp(names[i], text, length) == 0)
            return true;
    return false;
}

// What a character can be part of, asked a million times.
enum { NAME_START = 1, NAME_PART = 2 };
static uint8_t classes[256];

static void fill_classes(void)
{
    for (int c = 0; c < 256; c++) {
        bool start = isalpha(c) || c == '_' || c == '$' || c >= 0x80 || c == '\\';
        classes[c] = (uint8_t)((start ? NAME_START : 0) | (start || isdigit(c) ? NAME_PART : 0));
    }
}

static bool is_name_start(char c)
{
    return classes[(unsigned char)c] & NAME_START;
}

static bool is_name_part(char c)
{
    return classes[(unsigned char)c] & NAME_PART;
}

// gcc says "system header" also of a word in the user's own file that a macro of a system header stands for, and does not
// say it of a word in a system header that a macro of the user stands for. A file stays what it was first said to be.
static bool is_system(const struct source *source, const char *file, bool is_flagged)
{
    for (size_t i = source->regions.count; i-- > 0;)
        if (strcmp(source->regions.at[i].file, file) == 0)
            return source->regions.at[i].system;
    return is_flagged;
}

// The character at p, where a backslash stood before it. p is left at its last one.
static char unescape(const char **p, const char *end)
{
    if (**p >= '0' && **p <= '7') {
        unsigned value = 0;
        for (int digits = 0; digits < 3 && *p < end && **p >= '0' && **p <= '7'; digits++)
            value = value * 8 + (unsigned)(*(*p)++ - '0');
        --*p;
        return (char)value;
    }
    switch (**p) {
    case 'n': return '\n';
    case 't': return '\t';
    case 'r': return '\r';
    case 'v': return '\v';
    case 'f': return '\f';
    case 'a': return '\a';
    case 'b': return '\b';
    default: return **p;
    }
}

// `# 12 "file.c" 1 3` or `#line 12 "file.c"`: a region begins on the next line.
static void read_marker(struct source *source, const char *p, const char *end, uint32_t next_line)
{
    p++;
    while (p < end && (*p == ' ' || *p == '\t'))
        p++;
    if (end - p > 4 && memcmp(p, "line", 4) == 0)
        p += 4;
    while (p < end && (*p == ' ' || *p == '\t'))
        p++;
    if (p == end || !isdigit((unsigned char)*p))
        return;
    uint32_t line = 0;
    while (p < end && isdigit((unsigned char)*p))
        line = line * 10 + (uint32_t)(*p++ - '0');
    while (p < end && *p == ' ')
        p++;
    struct region region = { .begin = next_line, .first_line = (uint32_t)source->lines.count, .line = line, .file = source->path };
    if (source->regions.count) {
        region.file = vec_last(&source->regions).file;
        region.system = vec_last(&source->regions).system;
    }
    if (p < end && *p == '"') {
        struct buf name = {};
        for (p++; p < end && *p != '"'; p++) {
            bool escaped = *p == '\\' && p + 1 < end;
            p += escaped;
            buf_putc(&name, escaped ? unescape(&p, end) : *p);
        }
        region.file = arena_copy(source->arena, name.text ? name.text : "", name.length);
        region.system = is_system(source, region.file, p < end && memchr(p, '3', (size_t)(end - p)));
        buf_fini(&name);
    }
    vec_push(&source->regions, region);
}

static const char *skip_literal(const char *p, const char *end)
{
    char quote = *p++;
    while (p < end && *p != quote && *p != '\n') {
        if (*p == '\\' && p + 1 < end)
            p++;
        p++;
    }
    return p < end && *p == quote ? p + 1 : p;
}

// `"words(anything)words"`, behind an R.
static const char *skip_raw_literal(const char *p, const char *end)
{
    const char *words = p + 1, *open = words;
    while (open < end && *open != '(' && *open != '\n')
        open++;
    size_t length = (size_t)(open - words);
    for (const char *close = open; close < end && *open == '('; close++)
        if (*close == ')' && (size_t)(end - close) > length + 1 && memcmp(close + 1, words, length) == 0 && close[length + 1] == '"')
            return close + length + 2;
    return skip_literal(p, end);
}

static const char *skip_number(const char *p, const char *end)
{
    while (p < end && (is_name_part(*p) || *p == '.' || (*p == '\'' && p + 1 < end && is_name_part(p[1])))) {
        if (strchr("eEpP", *p) && p + 1 < end && (p[1] == '+' || p[1] == '-'))
            p++;
        p++;
    }
    return p;
}

// The longest punctuator at p. The text ends in a zero byte, so looking two ahead is safe.
static const char *read_punct(const char *p, enum word *word)
{
    static const struct {
        char text[4];
        uint8_t length;
        enum word word;
    } long_ones[] = {
        { "...", 3, WORD_ELLIPSIS }, { "<<=", 3, WORD_ASSIGN_OP }, { ">>=", 3, WORD_ASSIGN_OP },
        { "->", 2, WORD_ARROW }, { "++", 2, WORD_INC }, { "--", 2, WORD_DEC }, { "<<", 2, WORD_OPERATOR }, { ">>", 2, WORD_OPERATOR },
        { "<=", 2, WORD_OPERATOR }, { ">=", 2, WORD_OPERATOR }, { "==", 2, WORD_OPERATOR }, { "!=", 2, WORD_OPERATOR },
        { "&&", 2, WORD_OPERATOR }, { "||", 2, WORD_OPERATOR }, { "+=", 2, WORD_ASSIGN_OP }, { "-=", 2, WORD_ASSIGN_OP },
        { "*=", 2, WORD_ASSIGN_OP }, { "/=", 2, WORD_ASSIGN_OP }, { "%=", 2, WORD_ASSIGN_OP }, { "&=", 2, WORD_ASSIGN_OP },
        { "|=", 2, WORD_ASSIGN_OP }, { "^=", 2, WORD_ASSIGN_OP }, { "::", 2, WORD_OPERATOR },
        { "<:", 2, '[' }, { ":>", 2, ']' }, { "<%", 2, '{' }, { "%>", 2, '}' },
    };
    // All of them end in another punctuator, and most characters begin none.
    bool may_be_long = strchr("=>.+-<&|:%", p[1]) && !strchr("(){}[];,?~", p[0]);
    for (size_t i = 0; may_be_long && i < sizeof long_ones / sizeof *long_ones; i++)
        if (p[0] == long_ones[i].text[0] && p[1] == long_ones[i].text[1] && (long_ones[i].length == 2 || p[2] == long_ones[i].text[2])) {
            *word = long_ones[i].word;
            return p + long_ones[i].length;
        }
    *word = (enum word)*p;
    return p + 1;
}

static bool is_literal_prefix(const char *p, size_t length)
{
    return (length == 1 && strchr("LuU", *p)) || (length == 2 && p[0] == 'u' && p[1] == '8');
}

static const char *read_token(struct token *token, const char *p, const char *end)
{
    const char *from = p;
    if (is_name_start(*p)) {
        while (p < end && is_name_part(*p))
            p++;
        if (p < end && *p == '"' && p[-1] == 'R' && (p - from == 1 || is_literal_prefix(from, (size_t)(p - from - 1)))) {
            token->kind = TOKEN_STRING;
            return skip_raw_literal(p, end);
        }
        if (p < end && (*p == '"' || *p == '\'') && is_literal_prefix(from, (size_t)(p - from))) {
            token->kind = TOKEN_STRING;
            return skip_literal(p, end);
        }
        token->kind = TOKEN_NAME;
        token->word = find_keyword(from, (size_t)(p - from));
        return p;
    }
    if (isdigit((unsigned char)*p) || (*p == '.' && p + 1 < end && isdigit((unsigned char)p[1]))) {
        token->kind = TOKEN_NUMBER;
        return skip_number(p, end);
    }
    if (*p == '"' || *p == '\'') {
        token->kind = TOKEN_STRING;
        return skip_literal(p, end);
    }
    if (*p > ' ' && *p <= '~') {
        token->kind = TOKEN_PUNCT;
        return read_punct(p, &token->word);
    }
    token->kind = TOKEN_OTHER;
    return p + 1;
}

static void match_brackets(struct source *source)
{
    struct open vec(uint32_t) open = {};
    for (uint32_t i = 0; i < source->tokens.count; i++) {
        struct token *token = &source->tokens.at[i];
        if (token->kind != TOKEN_PUNCT)
            continue;
        if (token->word == '(' || token->word == '[' || token->word == '{') {
            vec_push(&open, i);
        } else if (token->word == ')' || token->word == ']' || token->word == '}') {
            enum word partner = token->word == ')' ? '(' : token->word == ']' ? '[' : '{';
            if (open.count && token_word(source, vec_last(&open)) == partner) {
                token->match = vec_last(&open);
                source->tokens.at[token->match].match = i;
                open.count--;
            } else {
                source->unbalanced = true;
            }
        }
    }
    if (open.count)
        source->unbalanced = true;
    vec_fini(&open);
}

static void note_measures(struct source *source)
{
    struct open vec(uint32_t) open = {};       // words, with parentheses that are still to close
    for (uint32_t i = 0; i + 1 < source->tokens.count; i++) {
        while (open.count && token_at(source, vec_last(&open) + 1)->match < i)
            open.count--;
        source->tokens.at[i].measure = open.count ? vec_last(&open) : 0;
        enum word word = token_word(source, i);
        if ((word == WORD_TYPEOF || word == WORD_SIZEOF || word == WORD_ATOMIC) && token_word(source, i + 1) == '(' &&
            token_at(source, i + 1)->match > i)
            vec_push(&open, i);
    }
    vec_fini(&open);
}

static bool says_fall_through(const char *p, const char *end)
{
    for (; end - p >= 4; p++)
        if ((p[0] == 'f' || p[0] == 'F') && (p[1] == 'a' || p[1] == 'A') && (p[2] == 'l' || p[2] == 'L'))
            return true;
    return false;
}

static void add_note(struct source *source, enum note_kind kind, const char *from, const char *end)
{
    if (!vec_last(&source->regions).system)
        vec_push(&source->notes, ((struct note){ kind, (uint32_t)(from - source->text), (uint32_t)(end - source->text),
                                                 arena_copy(source->arena, from, (size_t)(end - from)) }));
}

// Comments are there only if the preprocessor was asked to keep them.
static char *take_comment(struct source *source, char *p, const char *end)
{
    char *from = p;
    bool in_line = p[1] == '/';
    if (in_line) {
        while (p < end && *p != '\n')
            p++;
    } else {
        for (p += 2; p < end && !(p[0] == '*' && p + 1 < end && p[1] == '/'); p++)
            if (*p == '\n')
                vec_push(&source->lines, (uint32_t)(p + 1 - source->text));
        p = p < end ? p + 2 : p;
    }
    bool speaks = says_fall_through(from, p) && !memchr(from, '\n', (size_t)(p - from));
    add_note(source, speaks ? NOTE_FALL_THROUGH : NOTE_COMMENT, from, p);
    for (char *c = from; c < p; c++)
        if (*c != '\n')
            *c = ' ';
    return p;
}

// A word that a macro of <async.h> has left is no token: it is blanked out and noted. False: the token is something else.
static bool take_mark(struct source *source, const struct token *token)
{
    static const char macro[] = "_Async_macro_";
    char *text = source->text + token->begin;
    size_t length = token->end - token->begin;
    if (token->kind != TOKEN_NAME || length < 12 || memcmp(text, "_Async_", 7) != 0)
        return false;
    struct mark mark = { .bracket = source->tokens.count - 1 };
    if (length > strlen(macro) && memcmp(text, macro, strlen(macro)) == 0)
        mark.name = arena_copy(source->arena, text + strlen(macro), length - strlen(macro));
    else if (length == 15 && memcmp(text, "_Async_argument", length) == 0)
        mark.kind = MARK_ARGUMENT;
    else if (length == 12 && memcmp(text, "_Async_check", length) == 0)
        mark.kind = MARK_CHECK;
    else
        return false;
    memset(text, ' ', length);
    vec_push(&source->marks, mark);
    return true;
}

// As the macros write it. Where the source is broken, brackets may be missing or stand elsewhere.
static bool is_mark_whole(const struct source *source, const struct mark *m)
{
    uint32_t close = token_at(source, m->bracket)->match;
    if (close <= m->bracket || m->kind != MARK_CHECK)
        return close > m->bracket;
    return token_word(source, close - 2) == ')' && token_at(source, close - 2)->match > m->bracket;
}

// The semicolon that ASYNC_EXIT ends with: the one that the user wrote behind it is none then.
static bool take_semicolon(struct source *source, const struct token *token)
{
    static const char mark[] = "_Async_semicolon";
    char *text = source->text + token->begin;
    size_t length = token->end - token->begin;
    bool is_mark = length == strlen(mark) && memcmp(text, mark, length) == 0;
    if (!is_mark && (token->word != ';' || source->ended_at != source->tokens.count))
        return false;
    source->ended_at = is_mark ? source->tokens.count : 0;
    memset(text, ' ', length);
    return true;
}

static void forget_broken_marks(struct source *source)
{
    size_t kept = 0;
    for (size_t i = 0; i < source->marks.count; i++)
        if (is_mark_whole(source, &source->marks.at[i]))
            source->marks.at[kept++] = source->marks.at[i];
    source->marks.count = kept;
}

void source_lex(struct source *source)
{
    if (!classes['_']) {
        fill_buckets();
        fill_classes();
    }
    char *text = source->text, *end = text + source->length;
    vec_push(&source->regions, ((struct region){ .line = 1, .file = source->path }));
    vec_push(&source->tokens, ((struct token){ .kind = TOKEN_OTHER }));   // so that index 0 means none
    bool line_start = true;
    vec_push(&source->lines, 0);
    for (char *p = text; p < end;) {
        if (*p == '\n') {
            line_start = true;
            vec_push(&source->lines, (uint32_t)(++p - text));
        } else if (*p == ' ' || (*p >= '\t' && *p <= '\r')) {
            p++;
        } else if (*p == '#' && line_start) {
            char *stop = memchr(p, '\n', (size_t)(end - p));
            stop = stop ? stop : end;
            if (strncmp(p, "#pragma", 7) == 0)
                add_note(source, NOTE_PRAGMA, p, stop);
            read_marker(source, p, stop, (uint32_t)(stop - text) + 1);
            p = stop;
        } else if (*p == '/' && p + 1 < end && (p[1] == '*' || p[1] == '/')) {
            p = take_comment(source, p, end);
        } else {
            struct token token = { .begin = (uint32_t)(p - text), .system = vec_last(&source->regions).system };
            token.end = (uint32_t)(read_token(&token, p, end) - text);
            if (token.word && source->before_c23 && is_new_in_c23(p, token.end - token.begin))
                token.word = WORD_NONE;
            p = text + token.end;
            if (!take_mark(source, &token) && !take_semicolon(source, &token))
                vec_push(&source->tokens, token);
            line_start = false;
        }
    }
    vec_push(&source->tokens, ((struct token){ .begin = source->length, .end = source->length, .kind = TOKEN_END }));
    match_brackets(source);
    forget_broken_marks(source);
    note_measures(source);
}
