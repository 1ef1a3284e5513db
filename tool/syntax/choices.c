// choices.c: which association of a _Generic is chosen. See choices.h.
//
// libclang does not say, and types compare by rules that we do not want to know again. So it is asked in C: where an
// association awaits, the view is parsed once more with a second _Generic in each controlling expression, whose value is
// the answer:
//
//     _Generic(x, number: A, double: B)
//     _Generic(__builtin_choose_expr(1, x, _Generic(x, number: 0, double: 1)), number: A, double: B)
//
// All else in that text has the type that it had, so that questions inside and behind it are answered as well.
//
// Fills: unit.choices.
#include "syntax/choices.h"

#include "model/declaration.h"
#include "model/unit.h"
#include "syntax/view.h"

uint32_t assignment_end(const struct source *source, uint32_t token, uint32_t close)
{
    for (unsigned questions = 0; token < close && (questions || token_word(source, token) != ','); token = token_skip(source, token)) {
        questions += token_word(source, token) == '?';
        questions -= questions && token_word(source, token) == ':';
    }
    return token;
}

void generic_associations(const struct source *source, uint32_t token, struct associations *list)
{
    if (token_word(source, token) != WORD_GENERIC || token_word(source, token + 1) != '(')
        return;
    uint32_t close = token_at(source, token + 1)->match, t = assignment_end(source, token + 2, close);
    while (t < close) {
        struct association a = { .first = ++t };
        while (t < close && token_word(source, t) != ':')
            t = token_skip(source, t);
        a.colon = t;
        t = assignment_end(source, t + 1, close);
        a.end = t;
        vec_push(list, a);
    }
}

struct question {
    uint32_t asked;                // offset of the second _Generic
    uint32_t token;                // the first one, in the source
};

struct asking {
    struct unit *unit;
    struct view *view;
    struct source text;            // the view, with tokens of its own
    struct buf out;
    struct questions vec(struct question) questions;
};

// Something in it is taken apart: it awaits, or jumps out of ({ … }).
static bool is_taken_apart(const struct asking *a, uint32_t first, uint32_t end)
{
    uint32_t begin = token_at(&a->text, first)->begin;
    const struct awaits *awaits = &a->unit->awaits;
    size_t i = vec_search(awaits, 0, e, e->view_begin < begin);
    if (i < awaits->count && awaits->at[i].view_begin < token_at(&a->text, end)->begin)
        return true;
    for (uint32_t t = first; t < end; t++)
        if (token_word(&a->text, t) == '(' && token_word(&a->text, t + 1) == '{')
            return true;
    return false;
}

static void add(struct asking *a, uint32_t begin, uint32_t end)
{
    buf_add(&a->out, a->text.text + begin, end - begin);
}

static uint32_t begin_of(const struct asking *a, uint32_t token)
{
    return token_at(&a->text, token)->begin;
}

static void add_asking(struct asking *a, uint32_t begin, uint32_t first, uint32_t end);

static void ask(struct asking *a, uint32_t token, const struct associations *list)
{
    uint32_t comma = list->at[0].first - 1;
    buf_puts(&a->out, "_Generic(__builtin_choose_expr(1, (");
    add_asking(a, begin_of(a, token + 2), token + 2, comma);
    buf_puts(&a->out, "), ");
    uint32_t source_token = source_token_at(a->unit->source, view_to_source(a->view, begin_of(a, token), false));
    vec_push(&a->questions, ((struct question){ (uint32_t)a->out.length, source_token }));
    buf_puts(&a->out, "_Generic(");
    add(a, begin_of(a, token + 2), begin_of(a, comma));
    for (size_t i = 0; i < list->count; i++) {
        buf_puts(&a->out, ", ");
        add(a, begin_of(a, list->at[i].first), begin_of(a, list->at[i].colon));
        buf_printf(&a->out, ": %zu", i);
    }
    buf_puts(&a->out, "))");
}

// The text from `begin` to the token `end`; `first` is its first token.
static void add_asking(struct asking *a, uint32_t begin, uint32_t first, uint32_t end)
{
    struct associations list = {};
    for (uint32_t t = first; t < end; t++) {
        list.count = 0;
        generic_associations(&a->text, t, &list);
        if (list.count < 2 || token_at(&a->text, t)->system || !is_taken_apart(a, list.at[0].first, list.at[list.count - 1].end))
            continue;
        uint32_t comma = list.at[0].first - 1;
        add(a, begin, begin_of(a, t));
        ask(a, t, &list);
        begin = begin_of(a, comma);
        t = comma;
    }
    vec_fini(&list);
    add(a, begin, begin_of(a, end));
}

static void note_answer(struct unit *unit, CXTranslationUnit tu, CXFile file, const struct question *q)
{
    CXCursor cursor = clang_getCursor(tu, clang_getLocationForOffset(tu, file, q->asked));
    CXEvalResult result = clang_getCursorKind(cursor) == CXCursor_GenericSelectionExpr ? clang_Cursor_Evaluate(cursor) : nullptr;
    if (result && clang_EvalResult_getKind(result) == CXEval_Int)
        vec_push(&unit->choices, ((struct choice){ q->token, clang_EvalResult_getAsInt(result) }));
    if (result)
        clang_EvalResult_dispose(result);
}

static bool has_generic(const struct unit *unit)
{
    for (uint32_t t = 1; t < unit->source->tokens.count; t++)
        if (token_word(unit->source, t) == WORD_GENERIC)
            return true;
    return false;
}

CXFile main_file(CXTranslationUnit tu)
{
    CXString name = clang_getTranslationUnitSpelling(tu);
    CXFile file = clang_getFile(tu, clang_getCString(name));
    clang_disposeString(name);
    return file;
}

void read_choices(struct unit *unit, struct view *view, parse_text_fn *parse, void *data)
{
    if (!has_generic(unit))
        return;
    struct asking a = { .unit = unit, .view = view };
    a.text.arena = unit->arena;
    a.text.path = unit->source->path;
    a.text.text = arena_copy(unit->arena, view->text.text, view->text.length);
    a.text.length = (uint32_t)view->text.length;
    source_lex(&a.text);
    add_asking(&a, 0, 1, (uint32_t)a.text.tokens.count - 1);
    CXTranslationUnit tu = a.questions.count ? parse(data, a.out.text, a.out.length) : nullptr;
    for (size_t i = 0; tu && i < a.questions.count; i++)
        note_answer(unit, tu, main_file(tu), &a.questions.at[i]);
    if (tu)
        clang_disposeTranslationUnit(tu);
    source_fini(&a.text);
    buf_fini(&a.out);
    vec_fini(&a.questions);
}

int find_choice(const struct unit *unit, uint32_t token)
{
    for (size_t i = 0; i < unit->choices.count; i++)
        if (unit->choices.at[i].token == token)
            return unit->choices.at[i].association;
    return -1;
}
