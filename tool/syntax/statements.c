// statements.c: where the language's own statements begin and end.
//
// libclang is shown plain C in their place, which needs to know how far the governed statement reaches. That can be told
// from the tokens: macros are gone, and C's statements say by their first word what they are.
//
//     defer S                          while (async__maybe) S
//     async_timeout (E) S else T       if (async__seconds(E)) S else T
//     async_with (D x = E, F) S        { D x = await E; { await F; if (1) S } }
//     async_for (D x, G) S             for (D x = ((**(G))((struct async_generator_tag *)0)); async__maybe;) S
//     async_group (g) S else T         { struct async_group *const g = async__any_group(); if (async__maybe) S else T }
//
// Needs: source_lex().  Fills: unit.statements.
#include "syntax/statements.h"

#include "model/declaration.h"
#include "model/report.h"

static uint32_t behind(const struct source *source, uint32_t token, enum word word)
{
    while (token_at(source, token)->kind != TOKEN_END && token_word(source, token) != word)
        token = token_skip(source, token);
    return token_at(source, token)->kind == TOKEN_END ? token : token + 1;
}

// Behind the colon of `case a ? b : c:` and `default:`.
static uint32_t behind_case(const struct source *source, uint32_t token)
{
    uint32_t questions = 0;
    for (; token_at(source, token)->kind != TOKEN_END; token = token_skip(source, token)) {
        questions += token_word(source, token) == '?';
        if (token_word(source, token) == ':' && questions-- == 0)
            return token + 1;
    }
    return token;
}

static bool is_label(const struct source *source, uint32_t token)
{
    return token_at(source, token)->kind == TOKEN_NAME && token_word(source, token) == WORD_NONE &&
           token_word(source, token + 1) == ':';
}

// What stands in front goes round the loop; only the first part of an if, and the body of a do, are looked at inside.
uint32_t statement_end(const struct source *source, uint32_t token)
{
    for (;;) {
        token = token_skip_attributes(source, token);
        switch (token_word(source, token)) {
        case WORD_BRACE:
            return token_skip(source, token);
        case WORD_TIMEOUT: case WORD_TIMEOUT_AT: case WORD_GROUP:
            if (token_word(source, token + 1) != '(')
                return behind(source, token, ';');
            [[fallthrough]];
        case WORD_IF: {
            uint32_t end = statement_end(source, token_skip(source, token + 1));
            if (token_word(source, end) != WORD_ELSE)
                return end;
            token = end + 1;
            continue;
        }
        case WORD_WITH: case WORD_EACH:
            if (token_word(source, token + 1) != '(')
                return behind(source, token, ';');
            [[fallthrough]];
        case WORD_WHILE: case WORD_FOR: case WORD_SWITCH:
            token = token_skip(source, token + 1);
            continue;
        case WORD_DO:
            return behind(source, statement_end(source, token + 1), ';');
        case WORD_CASE: case WORD_DEFAULT:
            token = behind_case(source, token);
            continue;
        case WORD_DEFER:
            token++;
            continue;
        default:
            if (!is_label(source, token))
                return behind(source, token, ';');
            token += 2;
        }
    }
}

bool statement_stands(const struct source *source, uint32_t token)
{
    switch (token_word(source, token - 1)) {
    case WORD_SEMICOLON: case WORD_BRACE: case WORD_BRACE_END: case WORD_PAREN_END: case WORD_COLON: case WORD_ELSE: case WORD_DO:
    case WORD_DEFER:
        return true;
    case WORD_BRACKET_END:             // [[attribute]]
        return token_word(source, token - 2) == ']';
    default:
        return false;
    }
}

bool statement_begins(const struct source *source, uint32_t token)
{
    if (!statement_stands(source, token))
        return false;
    const struct token *next = token_at(source, token + 1);
    switch (next->word) {
    case WORD_BRACE: case WORD_PAREN: case WORD_STAR: case WORD_AND: case WORD_INC: case WORD_DEC: case WORD_BRACKET:
        return true;
    default:
        return next->kind == TOKEN_NAME || next->kind == TOKEN_NUMBER || next->kind == TOKEN_STRING;
    }
}

// ---- the entries of async_with

static bool is_declaration(const struct source *source, uint32_t first, uint32_t equals)
{
    struct specifiers specs = declaration_specifiers(source, first);
    struct declarator d = declaration_declarator(source, specs.end);
    return specs.end > first && d.name && d.equals == equals;
}

static uint32_t find_equals(const struct source *source, uint32_t first, uint32_t end)
{
    for (uint32_t t = first; t < end; t = token_skip(source, t))
        if (token_word(source, t) == '=')
            return t;
    return 0;
}

// The await of an entry's future has no word of its own.
static void add_entry(struct unit *unit, uint32_t first, uint32_t end)
{
    uint32_t equals = find_equals(unit->source, first, end);
    struct entry e = { .first = first, .end = end };
    if (equals && is_declaration(unit->source, first, equals))
        e.equals = equals;
    uint32_t before = e.equals ? e.equals : first - 1;
    const char *head = e.equals ? "= ((**(" : token_word(unit->source, before) == ',' ? "; { ((**(" : " ((**(";
    vec_push(&unit->entries, e);
    vec_push(&unit->awaits, ((struct await){
        .word = before, .operand = before + 1, .operand_end = end, .view_head = head, .view_call = (uint32_t)strlen(head) - 5,
    }));
}

static void add_entries(struct unit *unit, struct own_statement *s)
{
    const struct source *source = unit->source;
    s->entries = unit->entries.count;
    for (uint32_t first = s->open + 1, t = first; t <= s->close; t = token_skip(source, t)) {
        if (t < s->close && token_word(source, t) != ',')
            continue;
        if (t == first) {
            report_error(unit->reports, token_at(source, t)->begin, "expected a future to be awaited here");
            return;
        }
        add_entry(unit, first, t);
        first = t + 1;
    }
    s->entry_count = unit->entries.count - s->entries;
}

// The comma between `D x` and the stream.
static void find_comma(struct unit *unit, struct own_statement *s)
{
    const struct source *source = unit->source;
    uint32_t first = s->open + 1;
    s->comma = first;
    while (s->comma < s->close && token_word(source, s->comma) != ',')
        s->comma = token_skip(source, s->comma);
    struct specifiers specs = declaration_specifiers(source, first);
    struct declarator d = declaration_declarator(source, specs.end);
    if (specs.end == first || !d.name || d.end != s->comma || s->comma >= s->close)
        report_error(unit->reports, token_at(source, first)->begin, "'async_for' declares a variable and names a stream: "
                     "async_for (T x, stream)");
    else if (s->comma + 1 == s->close)
        report_error(unit->reports, token_at(source, s->close)->begin, "expected a stream here, a generator(T)");
}

void statement_note(struct unit *unit, uint32_t token, enum own_kind kind, uint32_t function)
{
    const struct source *source = unit->source;
    struct own_statement s = { .kind = kind, .word = token, .body = token + 1, .function = function };
    if (kind != OWN_DEFER) {
        s.open = token + 1;
        s.close = token_at(source, s.open)->match;
        s.body = s.close + 1;
    }
    s.end = statement_end(source, kind == OWN_DEFER ? s.body : token);
    if (kind == OWN_WITH)
        add_entries(unit, &s);
    if (kind == OWN_EACH)
        find_comma(unit, &s);
    vec_push(&unit->statements, s);
}

static void edit_token(const struct unit *unit, struct edits *edits, uint32_t token, const char *text)
{
    edits_add(edits, token_at(unit->source, token)->begin, token_at(unit->source, token)->end, text);
}

// What stands in front of each future is the view of its await.
static void view_with(const struct unit *unit, struct edits *edits, const struct own_statement *s)
{
    uint32_t end = token_at(unit->source, s->end - 1)->end;
    edit_token(unit, edits, s->word, "{");
    for (size_t i = 0; i < s->entry_count; i++) {
        const struct entry *e = &unit->entries.at[s->entries + i];
        if (e->equals)
            edit_token(unit, edits, e->first - 1, i ? "; {" : "");
        edits_add(edits, end, end, " }");
    }
    edit_token(unit, edits, s->close, "; if (1)");
}

void statements_view(const struct unit *unit, struct edits *edits)
{
    for (size_t i = 0; i < unit->statements.count; i++) {
        const struct own_statement *s = &unit->statements.at[i];
        switch (s->kind) {
        case OWN_DEFER:
            edit_token(unit, edits, s->word, "while (async__maybe)");
            break;
        case OWN_TIMEOUT:
            edit_token(unit, edits, s->word, "if");
            edit_token(unit, edits, s->open, "(async__seconds(");
            edit_token(unit, edits, s->close, "))");
            break;
        case OWN_WITH:
            view_with(unit, edits, s);
            break;
        case OWN_EACH:
            edit_token(unit, edits, s->word, "for");
            edit_token(unit, edits, s->comma, " = ((**(");
            edit_token(unit, edits, s->close, "))((struct async_generator_tag *)0)); async__maybe; )");
            break;
        case OWN_GROUP: {
            uint32_t end = token_at(unit->source, s->end - 1)->end;
            edit_token(unit, edits, s->word, "{ struct async_group *const");
            edit_token(unit, edits, s->open, "");
            edit_token(unit, edits, s->close, " = async__any_group(); if (async__maybe)");
            edits_add(edits, end, end, " }");
            break;
        }
        }
    }
}
