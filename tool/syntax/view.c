// view.c: extension words out, plain C in.
//
// libclang knows nothing of async, but C can say it. A future of T is a pointer to a pointer to a function that gives
// a T, so that the parser's own type checker is ours:
//
//     future(T)              __typeof__(__typeof__(T) (**)(struct async_tag *))
//     async T f(int)         T (**f(int))(struct async_tag *)
//     await E                ((**(E))((struct async_tag *)0))          an rvalue of type T
//     async T f(int n) {…}   T (**f(int n))(struct async_tag *); T async__body__f(int n) {…}
//     async struct s {…} f(void);    struct s {…}; struct s (**f(void))(struct async_tag *);
//     async generator(T) g(int n) {…}   generator(T) g(int n); extern generator(T) async__yields__g; void async__body__g(int n) {…}
//     yield E                await of `(a call with a parameter of type T, a future of void)`; async__yields__g says what T is
//     defer S                while (async__maybe) S
//
// The words are words only where the language gives them a meaning. Elsewhere `_Async` is the identifier `async` that
// the macro of <async.h> has caught, and becomes it again, here and in the output (unit.words). So it is in plain code that
// has declared a type, a function or a variable of that name; the bodies of async functions know the word.
//
// Needs: source_lex().  Fills: unit.declarations, unit.async_names, unit.awaits, unit.words, unit.typenames; the view.
#include "syntax/view.h"

#include "model/report.h"
#include "model/declaration.h"
#include "syntax/floats.h"
#include "syntax/own_names.h"
#include "syntax/statements.h"
#include "syntax/tgmath.h"
#include "syntax/typenames.h"

static const char future_head[] = "__typeof__(__typeof__";
static const char future_tail[] = " (**)(struct async_tag *))";
static const char generator_tail[] = " (**)(struct async_generator_tag *))";

static void edit_token(struct unit *unit, struct edits *edits, uint32_t token, const char *text)
{
    edits_add(edits, token_at(unit->source, token)->begin, token_at(unit->source, token)->end, text);
}

static bool is_language(const struct token *token)
{
    return token->kind == TOKEN_NAME && token->word >= WORD_ASYNC && token->word <= WORD_GENERATOR && !token->system;
}

// <async.h> declares async functions. A file that includes it has to be translated, whether it says any of the words or not: what
// the header is to a compiler without us does not link.
static bool is_of_header(const struct token *token)
{
    return token->system && token->kind == TOKEN_NAME && token->word == WORD_ASYNC;
}

// `int await(int);`, `char *yield;`: the name of an ordinary declaration.
static bool is_declared_name(const struct unit *unit, uint32_t token)
{
    const struct source *source = unit->source;
    uint32_t before = token - 1;
    while (token_word(source, before) == '*' || token_word(source, before) == WORD_CONST)
        before--;
    enum word word = token_word(source, before);
    enum word tag = before ? token_word(source, before - 1) : WORD_NONE;
    if (token_at(source, before)->kind == TOKEN_NAME && (tag == WORD_STRUCT || tag == WORD_UNION || tag == WORD_ENUM))
        return true;
    return word == WORD_TYPE || word == WORD_BOOL || (before != token - 1 && is_typename(unit->typenames, before)) ||
           (before == token - 1 && is_typename(unit->typenames, before) && token_word(source, token + 1) != '*');
}

static bool is_in_async_body(const struct unit *unit, uint32_t token)
{
    for (size_t i = unit->declarations.count; i-- > 0;) {
        const struct async_declaration *d = &unit->declarations.at[i];
        if (d->body)
            return token > d->body && token < d->body_close;
    }
    return false;
}

// Plain code has declared a name like this word.
static bool is_plain_name(const struct unit *unit, uint32_t token)
{
    return (is_typename(unit->typenames, token) || unit->plain_names[token_word(unit->source, token)]) &&
           !is_in_async_body(unit, token);
}

// Among specifiers that name a type. Where `async` is one itself, `async f(void);` is plain C.
static bool has_type_beside(const struct unit *unit, uint32_t token)
{
    const struct source *source = unit->source;
    struct specifiers s = declaration_specifiers(source, declaration_begin(source, token));
    for (uint32_t t = s.first; t < s.end; t = token_skip(source, t)) {
        enum word word = token_word(source, t);
        if (t != token && (is_typename(unit->typenames, t) || word == WORD_TYPE || word == WORD_BOOL || word == WORD_STRUCT ||
                           word == WORD_UNION || word == WORD_ENUM || word == WORD_TYPEOF || word == WORD_FUTURE || word == WORD_GENERATOR))
            return true;
    }
    return false;
}

static bool is_async_specifier(const struct unit *unit, uint32_t token)
{
    const struct source *source = unit->source;
    if (token_is_other_name(source, token) || (is_typename(unit->typenames, token) && !has_type_beside(unit, token)))
        return false;
    const struct token *next = token_at(source, token + 1);
    return (next->kind == TOKEN_NAME && next->word != WORD_ASM) || (next->word == '[' && token_word(source, token + 2) == '[');
}

static bool is_await_operator(const struct unit *unit, uint32_t token)
{
    const struct source *source = unit->source;
    if (token_is_other_name(source, token) || is_declared_name(unit, token) || is_plain_name(unit, token))
        return false;
    const struct token *next = token_at(source, token + 1);
    switch (next->kind) {
    case TOKEN_NAME: case TOKEN_NUMBER: case TOKEN_STRING:
        return true;
    default:
        break;
    }
    switch (next->word) {
    case WORD_PAREN: case WORD_STAR: case WORD_AND: case WORD_PLUS: case WORD_MINUS: case WORD_TILDE: case WORD_NOT:
    case WORD_INC: case WORD_DEC:
        return true;
    default:
        return false;
    }
}

static bool is_future_type(const struct unit *unit, uint32_t token)
{
    return token_word(unit->source, token + 1) == '(' && !token_is_other_name(unit->source, token) &&
           !is_declared_name(unit, token) && begins_type(unit->typenames, token + 2);
}

// --- declarations ---

static bool find_definition(const struct source *source, struct async_declaration *d, uint32_t token)
{
    token = token_skip_attributes(source, token);
    if (token_word(source, token) != '{')
        return false;
    d->body = token;
    d->body_close = token_at(source, token)->match;
    return true;
}

static void note_function_pointer(struct unit *unit, const struct specifiers *s, const struct declarator *d)
{
    const struct source *source = unit->source;
    uint32_t word = s->first;
    while (token_word(source, word) != WORD_ASYNC)
        word++;
    report_error(unit->reports, token_at(source, word)->begin, "'async' is only allowed in declarations of functions");
    if (!d->name || !d->pointer)
        return;
    struct buf type = {};
    for (uint32_t t = s->first; t < s->end; t++)
        if (token_word(source, t) != WORD_ASYNC)
            buf_printf(&type, "%s%s", type.length ? " " : "", token_text(source, t));
    report_note(unit->reports, token_at(source, d->name)->begin, "a pointer to an async function is written 'future(%s) (*%s)(…)'",
                type.text ? type.text : "", token_text(source, d->name));
    buf_fini(&type);
}

static const char *copy_tokens(const struct unit *unit, uint32_t first, uint32_t last)
{
    uint32_t begin = token_at(unit->source, first)->begin;
    return arena_copy(unit->arena, unit->source->text + begin, token_at(unit->source, last)->end - begin);
}

// What an attribute says of the symbol is true of that of the start as well.
static void read_linkage(struct unit *unit, struct async_declaration *d, uint32_t end)
{
    const struct source *source = unit->source;
    for (uint32_t t = d->specs; t < end; t++) {
        uint32_t behind = token_skip_attributes(source, t);
        for (; t < behind; t++) {
            d->may_be_unused |= token_marks_unused(source, t) || token_is(source, t, "used") || token_is(source, t, "__used__");
            d->is_weak |= token_is(source, t, "weak") || token_is(source, t, "__weak__");
            d->is_alias |= (token_is(source, t, "alias") || token_is(source, t, "__alias__")) && token_word(source, t + 1) == '(';
            if ((token_is(source, t, "visibility") || token_is(source, t, "__visibility__")) && token_word(source, t + 1) == '(')
                d->visibility = copy_tokens(unit, t, token_at(source, t + 1)->match);
            if (token_word(source, t) == WORD_ASM && token_word(source, t + 1) == '(')
                d->symbol = copy_tokens(unit, t + 2, token_at(source, t + 1)->match - 1);
        }
        t = token_at(source, t)->match > t ? token_at(source, t)->match : t;
    }
}

// `async f(void) { … }`: what was taken for the type is the name.
static bool report_missing_type(struct unit *unit, const struct specifiers *s, const struct declarator *d)
{
    const struct source *source = unit->source;
    uint32_t name = s->end - 1;
    if (token_word(source, s->end) != '(' || token_at(source, name)->kind != TOKEN_NAME || token_word(source, name) != WORD_NONE ||
        is_typename(unit->typenames, name) || (d->open && d->close))
        return false;
    report_error(unit->reports, token_at(source, name)->begin, "the result type of '%s' is missing", token_text(source, name));
    return true;
}

// `async fn z;` where fn is the type of an async function.
static bool report_async_twice(struct unit *unit, uint32_t word, const struct specifiers *s)
{
    const struct source *source = unit->source;
    for (uint32_t t = s->first; t < s->end; t = token_skip(source, t))
        for (size_t i = 0; i < unit->declarations.count && token_at(source, t)->kind == TOKEN_NAME; i++) {
            const struct async_declaration *d = &unit->declarations.at[i];
            if (!d->is_typedef || !token_is(source, t, d->spelling))
                continue;
            report_error(unit->reports, token_at(source, word)->begin, "'%s' is the type of an async function without another 'async'",
                         d->spelling);
            return true;
        }
    return false;
}

// `(a, b)`: names, where parameters should be.
static bool has_names_only(const struct unit *unit, const struct declarator *d)
{
    for (uint32_t t = d->open + 1; t < d->close; t++)
        if (token_word(unit->source, t) != ',' &&
            (token_at(unit->source, t)->kind != TOKEN_NAME || begins_type(unit->typenames, t) || token_word(unit->source, t) != WORD_NONE))
            return false;
    return d->close > d->open + 1;
}

// Behind the parameters there is a word instead of the body.
static void check_head(struct unit *unit, const struct declarator *d)
{
    const struct source *source = unit->source;
    uint32_t behind = token_skip_attributes(source, d->close + 1);
    if (token_at(source, behind)->kind != TOKEN_NAME || token_at(source, behind)->system)
        return;
    const char *name = token_text(source, d->name);
    if (has_names_only(unit, d) && begins_type(unit->typenames, behind))
        report_error(unit->reports, token_at(source, d->open)->begin,
                     "an async function has the types of its parameters in the parentheses: those of '%s' stand behind", name);
    else if (begins_type(unit->typenames, behind) || is_language(token_at(source, behind)) || token_word(source, behind) == WORD_RETURN)
        report_error(unit->reports, token_at(source, behind)->begin, "expected '{' or ';' behind the head of async function '%s'", name);
}

// The tokens [*first, *end) among the specifiers that name a generator(T); false: the type is another.
static bool find_generator(const struct unit *unit, const struct specifiers *s, uint32_t *first, uint32_t *end)
{
    const struct source *source = unit->source;
    for (uint32_t t = s->first; t < s->end; t = token_skip(source, t)) {
        bool names = token_at(source, t)->kind == TOKEN_NAME && map_find(&unit->generator_names, token_start(source, t), token_length(source, t));
        *first = t;
        *end = token_word(source, t) == WORD_GENERATOR ? token_skip(source, t + 1) : t + 1;
        if (token_word(source, t) == WORD_GENERATOR || (names && token_word(source, t) == WORD_NONE))
            return true;
    }
    return false;
}

static void note_generator_names(struct unit *unit, uint32_t token)
{
    const struct source *source = unit->source;
    struct specifiers s = declaration_specifiers(source, token);
    uint32_t first, end;
    if (!find_generator(unit, &s, &first, &end))
        return;
    for (uint32_t t = s.end;;) {
        struct declarator d = declaration_declarator(source, t);
        if (d.name && d.first == d.name && !d.open && d.end == d.name + 1)
            *map_at(&unit->generator_names, token_start(source, d.name), token_length(source, d.name)) = 1;
        if (token_word(source, d.init_end) != ',')
            return;
        t = d.init_end + 1;
    }
}

static void add_declaration(struct unit *unit, uint32_t word, const struct specifiers *s, const struct declarator *d)
{
    const struct source *source = unit->source;
    if (!d->name || !d->open || !d->close) {
        if (!report_missing_type(unit, s, d) && !report_async_twice(unit, word, s))
            note_function_pointer(unit, s, d);
        return;
    }
    check_head(unit, d);
    struct async_declaration a = {
        .word = word, .specs = s->first, .specs_end = s->end, .declarator = d->first, .name = d->name, .outer = d->outer,
        .open = d->open, .close = d->close, .spelling = token_text(source, d->name), .is_typedef = s->is_typedef,
        .is_static = s->is_static, .is_extern = s->is_extern, .is_system = token_at(source, word)->system,
    };
    for (uint32_t t = s->first; t < s->end; t++) {
        a.is_inline |= token_word(source, t) == WORD_INLINE;
        a.is_extern &= !token_is(source, t, "gnu_inline") && !token_is(source, t, "__gnu_inline__");    // says the opposite
    }
    if (d->first != d->outer || !find_generator(unit, s, &a.generator, &a.generator_end))
        a.generator = a.generator_end = 0;
    find_definition(source, &a, d->end);
    read_linkage(unit, &a, token_skip_attributes(source, d->end));
    vec_push(&unit->declarations, a);
}

static void read_async(struct unit *unit, uint32_t word)
{
    const struct source *source = unit->source;
    struct specifiers s = declaration_specifiers(source, declaration_begin(source, word));
    if (s.end <= word)
        s = declaration_specifiers(source, word);
    for (uint32_t t = s.first; t < word; t++)
        if (token_word(source, t) == WORD_ASYNC) {
            report_error(unit->reports, token_at(source, word)->begin, "duplicate 'async'");
            return;
        }
    bool is_param = token_word(source, s.first - 1) == '(' || token_word(source, s.first - 1) == ',';
    for (uint32_t token = s.end;;) {
        struct declarator d = declaration_declarator(source, token);
        add_declaration(unit, word, &s, &d);
        if (is_param || token_word(source, d.init_end) != ',')
            break;
        token = d.init_end + 1;
    }
}

// --- await's operand: a unary-expression ---

static uint32_t skip_postfix(const struct source *source, uint32_t token)
{
    for (;;) {
        switch (token_word(source, token)) {
        case WORD_PAREN: case WORD_BRACKET:
            token = token_skip(source, token);
            continue;
        case WORD_DOT: case WORD_ARROW:
            token = token_skip(source, token + 1);
            continue;
        case WORD_INC: case WORD_DEC:
            token++;
            continue;
        default:
            return token;
        }
    }
}

// Skips `(T)` in front, where a cast may stand, but not the type of a compound literal.
static uint32_t skip_casts(const struct unit *unit, uint32_t token)
{
    const struct source *source = unit->source;
    while (token_word(source, token) == '(' && begins_type(unit->typenames, token + 1) &&
           token_word(source, token_skip(source, token)) != '{')
        token = token_skip(source, token);
    return token;
}

// A loop, not recursion: there may be thousands of operators.
static uint32_t skip_prefix(const struct unit *unit, uint32_t token)
{
    const struct source *source = unit->source;
    for (;;) {
        switch (token_word(source, token)) {
        case WORD_STAR: case WORD_AND: case WORD_PLUS: case WORD_MINUS: case WORD_TILDE: case WORD_NOT: case WORD_EXTENSION:
            token = skip_casts(unit, token + 1);
            continue;
        case WORD_AWAIT: case WORD_INC: case WORD_DEC:
            token++;
            continue;
        case WORD_SIZEOF:
            if (token_word(source, token + 1) == '(')
                return token;
            token++;
            continue;
        default:
            return token;
        }
    }
}

static uint32_t skip_unary(const struct unit *unit, uint32_t token)
{
    const struct source *source = unit->source;
    token = skip_prefix(unit, token);
    const struct token *t = token_at(source, token);
    if (t->word == WORD_SIZEOF)
        return skip_postfix(source, token + 1);
    if (t->word == WORD_PAREN) {
        token = token_skip(source, token);
        if (token_word(source, token) == '{')
            token = token_skip(source, token);
        return skip_postfix(source, token);
    }
    if (t->kind == TOKEN_STRING) {
        while (token_at(source, token)->kind == TOKEN_STRING)
            token++;
        return skip_postfix(source, token);
    }
    if (t->kind == TOKEN_NAME || t->kind == TOKEN_NUMBER)
        return skip_postfix(source, token + 1);
    return token;
}

static void read_await(struct unit *unit, uint32_t word)
{
    struct await a = { .word = word, .operand = word + 1, .operand_end = skip_unary(unit, word + 1) };
    vec_push(&unit->awaits, a);
}

// --- all words ---

static void restore_name(struct unit *unit, uint32_t token, const char *name)
{
    edit_token(unit, &unit->words, token, name);
}

static void read_handle_type(struct unit *unit, uint32_t token)
{
    const struct source *source = unit->source;
    bool future = token_word(source, token) == WORD_FUTURE;
    if (!is_future_type(unit, token)) {
        restore_name(unit, token, future ? "future" : "generator");
        return;
    }
    uint32_t close = token_at(source, token + 1)->match;
    if (!close)
        return;
    edit_token(unit, &unit->handles, token, future_head);
    edits_add(&unit->handles, token_at(source, close)->end, token_at(source, close)->end, future ? future_tail : generator_tail);
    if (!future && close == token + 3 && token_is(source, token + 2, "void"))
        edit_token(unit, &unit->handles, token + 2, "async_void");       // its values are objects
}

// `yield();`, and `yield(3);` in a plain function: some header's function of that name.
static bool is_call_of_yield(const struct unit *unit, uint32_t token)
{
    return token_word(unit->source, token) == WORD_YIELD && token_word(unit->source, token + 1) == '(' &&
           (token_word(unit->source, token + 2) == ')' || !is_in_async_body(unit, token));
}

// The definition of the generator function that the token stands in.
static const struct async_declaration *find_generator_around(const struct unit *unit, uint32_t token)
{
    for (size_t i = unit->declarations.count; i-- > 0;) {
        const struct async_declaration *d = &unit->declarations.at[i];
        if (d->body)
            return d->generator && token > d->body && token < d->body_close ? d : nullptr;
    }
    return nullptr;
}

// `yield -1;`: elsewhere the difference of a variable and 1.
static bool is_before_a_sign(const struct source *source, uint32_t token)
{
    enum word next = token_word(source, token + 1);
    return statement_stands(source, token) && (next == WORD_PLUS || next == WORD_MINUS || next == WORD_TILDE || next == WORD_NOT);
}

static void read_yield(struct unit *unit, uint32_t token)
{
    const struct source *source = unit->source;
    const struct async_declaration *d = find_generator_around(unit, token);
    bool lacks_value = d && token_word(source, token + 1) == ';', is_signed = d && is_before_a_sign(source, token);
    if ((!statement_begins(source, token) && !lacks_value && !is_signed) || is_call_of_yield(unit, token) || is_plain_name(unit, token)) {
        restore_name(unit, token, "yield");
        return;
    }
    if (!d) {
        report_error(unit->reports, token_at(source, token)->begin,
                     "'yield' is only allowed in a generator, an async function whose type is 'generator(T)'");
        return;
    }
    uint32_t end = token + 1;
    while (token_word(source, end) != ';' && token_word(source, end) != '}' && token_at(source, end)->kind != TOKEN_END)
        end = token_skip(source, end);
    if (lacks_value) {
        report_error(unit->reports, token_at(source, token)->begin, "'yield' is followed by nothing to give");
        return;
    }
    const char *head = arena_printf(unit->arena, "((**((((void (*)(__typeof__((**async__yields__%s)((struct async_generator_tag *)0))))0)(",
                                    d->spelling);
    vec_push(&unit->awaits, ((struct await){
        .word = token, .is_yield = true, .operand = token + 1, .operand_end = end, .view_head = head,
        .view_tail = "), (void (**)(struct async_tag *))0)",
    }));
}

// A word of ours with parentheses; elsewhere it is a name like any other.
static void read_statement_with_head(struct unit *unit, uint32_t token, uint32_t function)
{
    enum word word = token_word(unit->source, token);
    enum own_kind kind = word == WORD_GROUP ? OWN_GROUP : word == WORD_WITH ? OWN_WITH : word == WORD_EACH ? OWN_EACH : OWN_TIMEOUT;
    if (token_word(unit->source, token + 1) == '(' && statement_begins(unit->source, token))
        statement_note(unit, token, kind, function);
}

// Those of entries were met before what stands in the entries.
static void sort_awaits(struct unit *unit)
{
    for (size_t i = 1; unit->entries.count && i < unit->awaits.count; i++)
        for (size_t k = i; k > 0 && unit->awaits.at[k - 1].word > unit->awaits.at[k].word; k--) {
            struct await a = unit->awaits.at[k];
            unit->awaits.at[k] = unit->awaits.at[k - 1];
            unit->awaits.at[k - 1] = a;
        }
}

// `defer;` puts off nothing. Behind a bracket it would be what is declared: `typeof(int) defer;`.
static bool is_empty_defer(const struct source *source, uint32_t token)
{
    enum word before = token_word(source, token - 1);
    return token_word(source, token + 1) == ';' && (before == ';' || before == '{' || before == '}');
}

static void read_defer(struct unit *unit, uint32_t token, uint32_t function)
{
    bool begins = statement_begins(unit->source, token) || (function && is_empty_defer(unit->source, token));
    if (begins && !is_plain_name(unit, token))
        statement_note(unit, token, OWN_DEFER, function);
    else
        restore_name(unit, token, "defer");
}

// Everything behind the lexer trusts that each bracket has its match, so a file of ours without that ends here.
static void report_unbalanced(struct unit *unit)
{
    const struct source *source = unit->source;
    uint32_t open = 0, close = 0;
    for (uint32_t token = 1; token < source->tokens.count && !close; token++) {
        if (token_at(source, token)->kind != TOKEN_PUNCT || token_at(source, token)->match)
            continue;
        switch (token_word(source, token)) {
        case WORD_PAREN: case WORD_BRACKET: case WORD_BRACE: open = token; break;
        case WORD_PAREN_END: case WORD_BRACKET_END: case WORD_BRACE_END: close = token; break;
        default: break;
        }
    }
    uint32_t last = close ? close : (uint32_t)source->tokens.count - 2;
    if (!open) {
        report_error(unit->reports, token_at(source, last)->begin, "extraneous '%s'", token_text(source, last));
        return;
    }
    enum word word = token_word(source, open);
    report_error(unit->reports, token_at(source, last)->begin, close ? "expected '%c' before '%s'" : "expected '%c' behind '%s'",
                 word == '(' ? ')' : word == '[' ? ']' : '}', token_text(source, last));
    report_note(unit->reports, token_at(source, open)->begin, "to match this '%s'", token_text(source, open));
}

// The end of the struct that begins here; 0: none does.
static uint32_t struct_end(const struct source *source, uint32_t token)
{
    enum word word = token_word(source, token);
    if (word != WORD_STRUCT && word != WORD_UNION)
        return 0;
    uint32_t open = token_skip_attributes(source, token + 1);
    open += token_at(source, open)->kind == TOKEN_NAME;
    open = token_skip_attributes(source, open);
    return token_word(source, open) == '{' ? token_at(source, open)->match : 0;
}

// Notes where plain code declares names like the words. Members, which stand behind `.` and `->`, are in nobody's way.
static void note_plain_names(struct unit *unit)
{
    const struct source *source = unit->source;
    uint32_t members_end = 0;
    for (uint32_t token = 1; token < source->tokens.count; token++) {
        enum word word = token_word(source, token);
        uint32_t end = struct_end(source, token);
        members_end = end > members_end ? end : members_end;
        if (token >= members_end && word >= WORD_AWAIT && word <= WORD_DEFER && is_declared_name(unit, token))
            unit->plain_names[word] = true;
    }
}

// gcc's <stdatomic.h> hands atomic objects to built-ins that libclang wants plain ones for. Those whose result does
// not depend on the object are shown to it as calls of any function, so that it keeps their operands.
static void note_atomic_builtin(struct unit *unit, uint32_t token)
{
    static const char *const names[] = { "__atomic_load", "__atomic_store", "__atomic_exchange" };
    const struct token *t = token_at(unit->source, token);
    if (t->end - t->begin < 13 || unit->source->text[t->begin] != '_' || token_word(unit->source, token + 1) != '(')
        return;
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (token_is(unit->source, token, names[i]))
            edits_add(&unit->view_words, t->begin, t->end, "async__any");
    if (token_is(unit->source, token, "__atomic_compare_exchange"))
        edits_add(&unit->view_words, t->begin, t->end, "async__any_bool");
}

// A function's result has no qualifiers. print says it otherwise, in a way that would take an array for a pointer: libclang
// refuses functions that return arrays.
static void show_unqualified(struct unit *unit, uint32_t token)
{
    const struct token *word = token_at(unit->source, token), *close = token_at(unit->source, token_at(unit->source, token + 1)->match);
    edits_add(&unit->view_words, word->begin, word->end, "__typeof__((*(__typeof__");
    edits_add(&unit->view_words, close->end, close->end, " (*)(void))0)())");
}

static void mark_file_scope(struct unit *unit)
{
    const struct source *source = unit->source;
    size_t next = 0;
    uint32_t block_end = 0;
    for (uint32_t token = 1; token < source->tokens.count && next < unit->declarations.count; token++) {
        while (next < unit->declarations.count && unit->declarations.at[next].word <= token) {
            struct async_declaration *d = &unit->declarations.at[next];
            if (d->word == token)
                d->at_file_scope = token >= block_end && token_word(source, d->specs - 1) != '(' &&
                                   token_word(source, d->specs - 1) != ',';
            if (d->word <= token)
                next++;
        }
        if (token_word(source, token) == '{' && token >= block_end)
            block_end = token_at(source, token)->match;
    }
}

// `async const int f(void)`: C gives the result no qualifier. Compilers warn of that, but the output is not the place for it.
static void drop_qualifiers(struct unit *unit, const struct async_declaration *d)
{
    const struct source *source = unit->source;
    for (uint32_t t = d->specs; t < d->specs_end; t = token_skip(source, t)) {
        enum word word = token_word(source, t);
        if (word != WORD_CONST && word != WORD_VOLATILE)
            continue;
        edit_token(unit, &unit->words, t, "");
        report_warning(unit->reports, token_at(source, t)->begin, "ignored-qualifiers",
                       "'%s' on the result of a function has no effect", word == WORD_CONST ? "const" : "volatile");
    }
}

// Does each declarator of these specifiers name a function that gives just their type?
static bool are_plain(const struct unit *unit, size_t first, size_t end)
{
    for (size_t i = first; i < end; i++)
        if (unit->declarations.at[i].declarator != unit->declarations.at[i].outer)
            return false;
    return true;
}

static void drop_all_qualifiers(struct unit *unit)
{
    for (size_t i = 0, end; i < unit->declarations.count; i = end) {
        for (end = i + 1; end < unit->declarations.count && unit->declarations.at[end].word == unit->declarations.at[i].word;)
            end++;
        if (are_plain(unit, i, end))
            drop_qualifiers(unit, &unit->declarations.at[i]);
    }
}

static void note_weak_pragmas(struct unit *unit)
{
    for (size_t i = 0; i < unit->source->notes.count; i++) {
        const char *name = note_weak_name(&unit->source->notes.at[i]);
        uint32_t found = name ? map_find(&unit->async_names, name, strlen(name)) : 0;
        if (found)
            unit->declarations.at[found - 1].is_weak = true;
    }
}

// C: `inline` is of no consequence where any declaration of a function is without it, or has `extern`.
static void drop_inline(struct unit *unit)
{
    for (size_t i = 0; i < unit->declarations.count; i++) {
        struct async_declaration *d = &unit->declarations.at[i];
        const struct async_declaration *first = find_async(unit, d->spelling);
        if (first && !d->is_static)
            d->is_inline &= first->is_inline && !first->is_extern;
    }
}

// Of `(T){}` in the operand of a typeof, as the macros repeat it, no cursor tells whether it is a scalar's; a zero is right for
// the others too.
static void fill_measured_braces(struct unit *unit, uint32_t open)
{
    const struct source *source = unit->source;
    uint32_t end = token_at(source, open)->end;
    if (token_at(source, open)->measure && token_word(source, open + 1) == '}' && token_word(source, open - 1) == ')')
        edits_add(&unit->fills, end, end, "0");
}

// gcc's attribute names who frees the memory, clang's does not, and after one error libclang no longer asks itself whether a function
// returns what it should.
static void note_malloc_attribute(struct unit *unit, uint32_t token)
{
    const struct source *source = unit->source;
    if (token_is(source, token, "__malloc__") && token_word(source, token + 1) == '(')
        edits_add(&unit->view_words, token_at(source, token + 1)->begin, token_at(source, token_at(source, token + 1)->match)->end, "");
}

void view_find_words(struct unit *unit)
{
    const struct source *source = unit->source;
    for (uint32_t token = 1; token < source->tokens.count; token++)
        unit->has_words |= is_language(token_at(source, token)) || is_of_header(token_at(source, token));
    if (source->unbalanced) {
        if (unit->has_words)
            report_unbalanced(unit);
        return;
    }
    if (unit->has_words && !unit->is_library)
        own_names_keep_apart(unit->source);
    unit->typenames = arena_new(unit->arena, struct typenames);
    typenames_init(unit->typenames, source);
    note_plain_names(unit);
    bool lacks_bit_int = false;
    uint32_t bit_int = 0, outermost = 0;       // the `{` at file scope that was met last
    for (uint32_t token = 1; token < source->tokens.count; token++) {
        enum word word = token_word(source, token);
        if (word == '{' && token > token_at(source, outermost)->match)
            outermost = token;
        if (word == '{' && unit->lacks_c23)
            fill_measured_braces(unit, token);
        if (token_at(source, token)->kind == TOKEN_NUMBER || word == WORD_TYPE)
            view_note_float(unit, token);
        if (token_at(source, token)->kind != TOKEN_NAME)
            continue;
        switch (word) {
        case WORD_ASYNC:
            if (is_async_specifier(unit, token))
                read_async(unit, token);
            else
                restore_name(unit, token, "async");
            break;
        case WORD_AWAIT:
            if (is_await_operator(unit, token))
                read_await(unit, token);
            else
                restore_name(unit, token, "await");
            break;
        case WORD_FUTURE: case WORD_GENERATOR:
            read_handle_type(unit, token);
            break;
        case WORD_YIELD:
            read_yield(unit, token);
            break;
        case WORD_TYPEDEF:
            note_generator_names(unit, token);
            break;
        case WORD_DEFER:
            read_defer(unit, token, token < token_at(source, outermost)->match ? outermost : 0);
            break;
        case WORD_TIMEOUT: case WORD_TIMEOUT_AT: case WORD_GROUP: case WORD_WITH: case WORD_EACH:
            read_statement_with_head(unit, token, token < token_at(source, outermost)->match ? outermost : 0);
            break;
        case WORD_TYPEOF:
            if (unit->lacks_c23 && token_is_typeof_unqual(source, token))
                show_unqualified(unit, token);
            break;
        case WORD_NULLPTR:
            // What the output will say: a void pointer, to libclang as to the compiler.
            if (unit->lacks_c23)
                edit_token(unit, &unit->words, token, "((void *)0)");
            break;
        case WORD_NONE:
            note_malloc_attribute(unit, token);
            note_atomic_builtin(unit, token);
            view_note_tgmath(unit, token);
            unit->lacks_c23 |= token_at(source, token)->system && token_is(source, token, "async__lacks_c23_words");
            lacks_bit_int |= token_at(source, token)->system && token_is(source, token, "async__lacks_bit_int");
            break;
        case WORD_BITINT:
            if (!bit_int && !token_at(source, token)->system)
                bit_int = token;
            break;
        default:
            break;
        }
    }
    typenames_fini(unit->typenames);
    sort_awaits(unit);
    if (bit_int && lacks_bit_int)
        report_error(unit->reports, token_at(source, bit_int)->begin, "this compiler has no '_BitInt'; gcc has it since version 14");
    mark_file_scope(unit);
    drop_all_qualifiers(unit);
    for (size_t i = 0; i < unit->declarations.count; i++) {
        struct async_declaration *d = &unit->declarations.at[i];
        unit->has_async_main |= d->body && strcmp(d->spelling, "main") == 0;
        uint32_t *known = map_at(&unit->async_names, d->spelling, strlen(d->spelling));
        if (!d->at_file_scope || d->is_typedef)
            continue;
        if (!*known) {
            *known = (uint32_t)i + 1;
            continue;
        }
        struct async_declaration *first = &unit->declarations.at[*known - 1];
        d->is_static |= first->is_static;
        first->is_inline &= d->is_inline && !d->is_extern;
        first->is_weak |= d->is_weak;
        first->may_be_unused |= d->may_be_unused;
        first->visibility = first->visibility ? first->visibility : d->visibility;
        first->symbol = first->symbol ? first->symbol : d->symbol;
    }
    drop_inline(unit);
    note_weak_pragmas(unit);
    edits_sort(&unit->words);
}

// --- the view itself ---

// Appends [begin, end) of the source with edits applied. `pieces` may be null.
static void render(struct view *view, const struct source *source, const struct edits *edits, uint32_t begin, uint32_t end,
                   bool note)
{
    uint32_t at = begin;
    for (size_t i = edits_find(edits, begin); i <= edits->count; i++) {
        const struct edit *e = i < edits->count ? &edits->at[i] : nullptr;
        if (e && (e->begin > end || (e->begin == end && e->end != e->begin)))
            e = nullptr;
        uint32_t stop = e ? e->begin : end;
        if (stop > at) {
            if (note)
                vec_push(&view->pieces, ((struct view_piece){ (uint32_t)view->text.length, at, stop, true }));
            buf_add(&view->text, source->text + at, stop - at);
        }
        if (!e)
            break;
        if (note)
            vec_push(&view->pieces, ((struct view_piece){ (uint32_t)view->text.length, e->begin, e->end, false }));
        buf_puts(&view->text, e->text);
        at = e->end > at ? e->end : at;
        if (stop > at)
            at = stop;
    }
}

// On one line, so that the lines behind it stay what they were. Line markers inside go.
static const char *join_lines(struct arena *arena, const char *text)
{
    char *joined = arena_copy(arena, text, strlen(text)), *to = joined;
    for (const char *p = text; *p;) {
        if (*p == '#' && (p == text || p[-1] == '\n')) {
            p += strcspn(p, "\n");
            continue;
        }
        *to++ = *p == '\n' ? ' ' : *p;
        p++;
    }
    *to = 0;
    return joined;
}

// The first of the two copies of a definition's head: its prototype as a maker of futures.
static const char *render_prototype(struct unit *unit, const struct async_declaration *d, const struct edits *shared)
{
    const struct source *source = unit->source;
    struct edits edits = {};
    uint32_t begin = token_at(source, d->specs)->begin, end = token_at(source, d->body)->begin;
    for (size_t i = edits_find(shared, begin); i < shared->count && shared->at[i].begin <= end; i++)
        if (shared->at[i].end <= end)
            vec_push(&edits, shared->at[i]);
    if (!d->generator) {
        edits_add(&edits, token_at(source, d->outer)->begin, token_at(source, d->outer)->begin, "(**");
        edits_add(&edits, token_at(source, d->close)->end, token_at(source, d->close)->end, ")(struct async_tag *)");
    }
    edits_sort(&edits);
    struct view text = {};
    render(&text, source, &edits, begin, end, false);
    buf_puts(&text.text, "; ");
    if (d->generator) {
        buf_puts(&text.text, "extern ");
        render(&text, source, &edits, token_at(source, d->generator)->begin, token_at(source, d->generator_end - 1)->end, false);
        buf_printf(&text.text, " async__yields__%s; ", d->spelling);
    }
    const char *copy = join_lines(unit->arena, text.text.text);
    buf_fini(&text.text);
    vec_fini(&edits);
    return copy;
}

// A type that an async declaration defines is defined in front of it, under its name or one of ours: the declaration becomes
// several, and the type has to be known to all of them.
static void split_type(struct unit *unit, struct async_declaration *d)
{
    const struct source *source = unit->source;
    struct specifiers s = declaration_specifiers(source, d->specs);
    if (!s.body_open || d->is_typedef)
        return;
    uint32_t begin = token_at(source, s.keyword)->begin, end = token_at(source, s.body_close)->end;
    const char *tag = s.tag ? token_text(source, s.tag) : arena_printf(unit->arena, "async__type_%u", s.keyword);
    struct edits edits = {};
    for (size_t i = 0; i < unit->words.count; i++)
        vec_push(&edits, unit->words.at[i]);
    for (size_t i = 0; i < unit->handles.count; i++)
        vec_push(&edits, unit->handles.at[i]);
    uint32_t place = token_at(source, token_skip_attributes(source, s.keyword + 1))->begin;
    if (!s.tag)
        edits_add(&edits, place, place, arena_printf(unit->arena, "%s ", tag));
    edits_sort(&edits);
    struct view text = {};
    render(&text, source, &edits, begin, end, false);
    buf_puts(&text.text, "; ");
    d->type_body = join_lines(unit->arena, text.text.text);
    buf_fini(&text.text);
    vec_fini(&edits);
    edits_add(&unit->words, token_at(source, s.keyword)->end, end, arena_printf(unit->arena, " %s", tag));
    if (!d->body)
        edits_add(&unit->words, token_at(source, d->specs)->begin, token_at(source, d->specs)->begin, d->type_body);
}

static void split_types(struct unit *unit)
{
    uint32_t last_word = 0;
    for (size_t i = 0; i < unit->declarations.count; i++) {
        struct async_declaration *d = &unit->declarations.at[i];
        if (d->word != last_word)
            split_type(unit, d);
        last_word = d->word;
    }
    edits_sort(&unit->words);
}

// What the view calls instead of built-ins.
static const char *declare_any(struct unit *unit)
{
    struct buf text = {};
    buf_puts(&text, "void async__any(const volatile void *, ...); _Bool async__any_bool(const volatile void *, ...); ");
    buf_puts(&text, "extern int async__maybe; int async__seconds(double); struct async_group *async__any_group(void); ");
    view_declare_tgmath(unit, &text);
    view_declare_floats(unit, &text);
    buf_puts(&text, "\n");      // behind it there is a line marker
    const char *copy = arena_copy(unit->arena, text.text, text.length);
    buf_fini(&text);
    return copy;
}

// The body of a generator gives nothing.
static void make_void(const struct source *source, const struct async_declaration *d, struct edits *shared, struct edits *edits)
{
    uint32_t begin = token_at(source, d->generator)->begin, end = token_at(source, d->generator_end - 1)->end;
    for (size_t i = edits_find(shared, begin); i < shared->count && shared->at[i].begin <= end; i++)
        if (shared->at[i].end <= end)
            shared->at[i].text = nullptr;
    edits_add(edits, begin, end, "void");
}

static void add_heads(struct unit *unit, struct edits *edits)
{
    const struct source *source = unit->source;
    struct edits shared = {};
    for (size_t i = 0; i < unit->words.count; i++)
        vec_push(&shared, unit->words.at[i]);
    for (size_t i = 0; i < unit->handles.count; i++)
        vec_push(&shared, unit->handles.at[i]);
    for (size_t i = 0; i < unit->view_words.count; i++)
        vec_push(&shared, unit->view_words.at[i]);
    if (unit->view_words.count || unit->float_types || unit->statements.count)
        edits_add(&shared, 0, 0, declare_any(unit));
    for (uint32_t token = 1; token < source->tokens.count; token++)
        if (unit->has_async_main && token_at(source, token)->kind == TOKEN_NAME && token_is(source, token, "main") &&
            token_word(source, token - 1) != '.' && token_word(source, token - 1) != WORD_ARROW)
            edit_token(unit, &shared, token, "async__main");
    uint32_t last_word = 0;
    for (size_t i = 0; i < unit->declarations.count; i++) {
        const struct async_declaration *d = &unit->declarations.at[i];
        if (d->word != last_word)
            edit_token(unit, &shared, d->word, "");
        last_word = d->word;
    }
    edits_sort(&shared);
    for (size_t i = 0; i < unit->declarations.count; i++) {
        const struct async_declaration *d = &unit->declarations.at[i];
        uint32_t outer = token_at(source, d->outer)->begin, close = token_at(source, d->close)->end;
        if (!d->body && d->generator)
            continue;
        if (!d->body) {
            edits_add(edits, outer, outer, "(**");
            edits_add(edits, close, close, ")(struct async_tag *)");
            continue;
        }
        uint32_t begin = token_at(source, d->specs)->begin;
        if (d->type_body)
            edits_add(edits, begin, begin, d->type_body);
        edits_add(edits, begin, begin, render_prototype(unit, d, &shared));
        if (d->generator)
            make_void(source, d, &shared, edits);
        uint32_t name = token_at(source, d->name)->begin;
        for (size_t k = edits_find(&shared, name); k < shared.count && shared.at[k].begin == name; k++)
            if (shared.at[k].end > name)               // `main` was renamed by its own edit
                shared.at[k].text = nullptr;
        edit_token(unit, edits, d->name, arena_printf(unit->arena, "async__body__%s", d->spelling));
    }
    for (size_t i = 0; i < shared.count; i++)
        if (shared.at[i].text)
            vec_push(edits, shared.at[i]);
    vec_fini(&shared);
}

// In output to be read the preprocessor has left the definitions of macros in the text. They are expanded already;
// libclang would expand them a second time.
static void drop_macros(const struct source *source, struct edits *edits)
{
    for (size_t i = 0; i < source->lines.count; i++) {
        uint32_t begin = source->lines.at[i], end = i + 1 < source->lines.count ? source->lines.at[i + 1] - 1 : source->length;
        const char *line = source->text + begin;
        if (strncmp(line, "#define ", 8) == 0 || strncmp(line, "#undef ", 7) == 0)
            edits_add(edits, begin, end, "");
    }
}

// gcc marks what a macro of a system header stands for as text of that header, wherever it stands; there libclang would
// keep silent about what it takes for warnings.
static void drop_system_flags(const struct source *source, struct edits *edits)
{
    for (size_t i = 0; i < source->regions.count; i++) {
        const struct region *r = &source->regions.at[i];
        if (r->system || r->begin < 2 || source->text[r->begin - 1] != '\n')
            continue;
        uint32_t end = r->begin - 1, begin = end;
        while (begin > 0 && source->text[begin - 1] != '"' && source->text[begin - 1] != '\n')
            begin--;
        if (memchr(source->text + begin, '3', end - begin) && begin > 0 && source->text[begin - 1] == '"')
            edits_add(edits, begin, end, "");
    }
}

void view_build(struct unit *unit, struct view *view)
{
    const struct source *source = unit->source;
    struct edits edits = {};
    buf_puts(&view->text, "");
    if (unit->reports->errors)      // the words may be incomplete
        return;
    split_types(unit);
    drop_macros(source, &edits);
    drop_system_flags(source, &edits);
    add_heads(unit, &edits);
    for (size_t i = unit->awaits.count; i-- > 0;) {
        const struct await *a = &unit->awaits.at[i];
        uint32_t end = token_at(source, a->operand_end - 1)->end;
        edit_token(unit, &edits, a->word, a->view_head ? a->view_head : "((**(");
        if (a->view_tail)
            edits_add(&edits, end, end, a->view_tail);
        edits_add(&edits, end, end, "))((struct async_tag *)0))");
    }
    statements_view(unit, &edits);
    edits_sort(&edits);
    render(view, source, &edits, 0, source->length, true);
    // Where did each await end up? Its edit is a piece that begins at its word.
    size_t next = 0;
    for (size_t i = 0; i < view->pieces.count && next < unit->awaits.count; i++) {
        const struct view_piece *piece = &view->pieces.at[i];
        struct await *a = &unit->awaits.at[next];
        if (!piece->copied && piece->begin == token_at(source, a->word)->begin && piece->end > piece->begin) {
            a->view_begin = piece->view + a->view_call;
            next++;
        }
    }
    vec_fini(&edits);
}

void view_fini(struct view *view)
{
    buf_fini(&view->text);
    vec_fini(&view->pieces);
}

static bool holds_piece(const struct view *view, size_t i, uint32_t at)
{
    return i < view->pieces.count && view->pieces.at[i].view <= at &&
           (i + 1 == view->pieces.count || view->pieces.at[i + 1].view > at);
}

static const struct view_piece *find_piece(struct view *view, uint32_t at)
{
    if (!holds_piece(view, view->last, at)) {
        size_t behind = vec_search(&view->pieces, 0, e, e->view <= at);
        view->last = behind ? behind - 1 : 0;
    }
    return view->pieces.count ? &view->pieces.at[view->last] : nullptr;
}

bool view_is_copied(struct view *view, uint32_t at)
{
    const struct view_piece *piece = find_piece(view, at);
    return !piece || piece->copied;
}

uint32_t view_to_source(struct view *view, uint32_t at, bool end)
{
    const struct view_piece *piece = find_piece(view, end && at ? at - 1 : at);
    if (!piece)
        return at;
    if (piece->copied)
        return piece->begin + (at - piece->view);
    return end ? piece->end : piece->begin;
}
