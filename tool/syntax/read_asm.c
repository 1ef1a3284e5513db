// read_asm.c: the operands of asm, where one of them awaits.
//
//     asm("…" : [out] "=r"(a[await f()]) : "r"(await g()), "i"(N) : "cc")
//
// To lowering such a statement is an expression with these operands, left to right. The letters of a constraint say whether
// the operand is a place or a value; one that has to be a constant cannot wait.
#include "syntax/cursor.h"

enum operand { OPERAND_VALUE, OPERAND_PLACE, OPERAND_CONSTANT };

static enum operand operand_of(const struct source *source, uint32_t constraint)
{
    const struct token *token = token_at(source, constraint);
    bool memory = false, constant = false;
    for (uint32_t i = token->begin + 1; i + 1 < token->end; i++) {
        char c = source->text[i];
        if (c == '=' || c == '+')
            return OPERAND_PLACE;
        if (strchr("moV<>", c))
            memory = true;
        else if (strchr("insEFIJKLMNOPe", c))
            constant = true;
        else if (!strchr("%&,*#?!^$ ", c))
            return OPERAND_VALUE;
    }
    return memory ? OPERAND_PLACE : constant ? OPERAND_CONSTANT : OPERAND_VALUE;
}

// The expression between the parentheses.
static struct expr *read_operand(struct reader *reader, const struct cursors *children, uint32_t open)
{
    uint32_t begin = token_at(reader->source, open)->end, end = token_at(reader->source, token_at(reader->source, open)->match)->begin;
    for (size_t i = 0; i < children->count; i++) {
        struct span span = cursor_span(reader, children->at[i]);
        if (cursor_is_expression(children->at[i]) && span.begin >= begin && span.end <= end && span.begin < span.end)
            return read_expr(reader, children->at[i]);
    }
    return nullptr;
}

static void check_operand(struct reader *reader, const struct expr *o, uint32_t constraint)
{
    const struct source *source = reader->source;
    if (o->awaits && operand_of(source, constraint) == OPERAND_CONSTANT)
        report_error(reader->unit->reports, o->begin, "'await' in an operand of 'asm' whose constraint %.*s wants a constant; "
                     "use one that takes a register, such as \"r\"",
                     (int)(token_at(source, constraint)->end - token_at(source, constraint)->begin), token_start(source, constraint));
}

static bool awaits_between(const struct reader *reader, uint32_t first, uint32_t end)
{
    size_t i = first_await(reader, token_at(reader->source, first)->begin);
    return i < reader->unit->awaits.count && reader->unit->awaits.at[i].word < end;
}

struct expr *read_asm(struct reader *reader, const struct cursors *children, uint32_t first, uint32_t end)
{
    const struct source *source = reader->source;
    if (!awaits_between(reader, first, end))
        return nullptr;
    struct expr *e = arena_new(reader->arena, struct expr), **link = &e->operands;
    *e = (struct expr){ .kind = EXPR_OTHER, .begin = token_at(source, first)->begin, .end = token_at(source, end - 1)->end, .effects = true };
    uint32_t open = first;
    while (open < end && token_word(source, open) != '(')
        open++;
    for (uint32_t t = open + 1; t < end; t = token_word(source, t) == '[' ? token_at(source, t)->match + 1 : t + 1) {
        struct expr *o = token_word(source, t) == '(' && token_at(source, t - 1)->kind == TOKEN_STRING ? read_operand(reader, children, t) : nullptr;
        if (!o)
            continue;
        check_operand(reader, o, t - 1);
        o->is_place = operand_of(source, t - 1) == OPERAND_PLACE;
        e->awaits |= o->awaits;
        *link = o;
        link = &o->next;
        t = token_at(source, t)->match - 1;
    }
    return e->awaits ? e : nullptr;
}
