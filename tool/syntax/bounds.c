// bounds.c: the sizes in variably modified types.
//
// `int a[n][m + 1]` has two of them, which C evaluates where the declaration is reached. Each becomes a variable of its own, in
// case the array has to live in the frame.
#include "syntax/cursor.h"

#include "model/declaration.h"

// The expression of an awaiting bound, among the children of its declaration.
static struct expr *read_value(struct reader *reader, CXCursor cursor, uint32_t open)
{
    uint32_t begin = token_at(reader->source, open)->end, end = token_at(reader->source, token_at(reader->source, open)->match)->begin;
    size_t next = first_await(reader, begin);
    if (next == reader->unit->awaits.count || token_at(reader->source, reader->unit->awaits.at[next].word)->begin >= end)
        return nullptr;
    struct cursors children = {};
    struct expr *value = nullptr;
    cursor_children(cursor, &children);
    for (size_t i = 0; i < children.count; i++) {
        struct span span = cursor_span(reader, children.at[i]);
        if (!value && cursor_is_expression(children.at[i]) && span.begin >= begin && span.end <= end)
            value = read_expr(reader, children.at[i]);
    }
    cursors_fini(&children);
    return value;
}

static struct variable *new_size(struct reader *reader, uint32_t at)
{
    struct type *type = arena_new(reader->arena, struct type);
    *type = (struct type){ .spelling = "async__size", .shown = "size_t", .size = sizeof(size_t), .align = alignof(size_t), .is_integer = true };
    struct variable *v = arena_new(reader->arena, struct variable);
    v->name = v->output = v->field = arena_printf(reader->arena, "async__size_%u", ++reader->function->bound_count);
    v->type = type;
    v->declared = at;
    v->is_temporary = true;
    return v;
}

static bool is_number(const struct source *source, uint32_t open)
{
    return token_at(source, open)->match == open + 2 && token_at(source, open + 1)->kind == TOKEN_NUMBER;
}

struct bounds {
    struct reader *reader;
    CXCursor cursor;               // the declaration
    struct variable *variable;
    struct bound **end;
};

static struct bound *add_bound(struct bounds *b, uint32_t open)
{
    struct bound *bound = arena_new(b->reader->arena, struct bound);
    *bound = (struct bound){ .open = open };
    *b->end = bound;
    b->end = &bound->next;
    return bound;
}

static void read_bound(struct bounds *b, uint32_t open)
{
    if (is_number(b->reader->source, open) || token_at(b->reader->source, open)->match == open + 1)
        return;
    struct bound *bound = add_bound(b, open);
    bound->value = read_value(b->reader, b->cursor, open);
    bound->size = new_size(b->reader, b->variable->declared);
}

// Is it a type that stands in the parentheses of this typeof, not an expression?
static bool measures_type(const struct bounds *b, uint32_t open)
{
    const struct source *source = b->reader->source;
    struct specifiers specs = declaration_specifiers(source, open + 1);
    uint32_t first = token_skip_attributes(source, open + 1);
    if (!specs.has_type || token_at(source, first)->kind != TOKEN_NAME)
        return false;
    if (token_word(source, first) != WORD_NONE)
        return true;
    bool found = false;
    struct cursors children = {};
    cursor_children(b->cursor, &children);
    for (size_t i = 0; i < children.count; i++)
        found |= clang_getCursorKind(children.at[i]) == CXCursor_TypeRef &&
                 view_to_source(b->reader->view, cursor_location(b->reader, children.at[i]), false) == token_at(source, first)->begin;
    cursors_fini(&children);
    return found;
}

// `typeof(int[n]) a, b;`: the declarators share what stands among the specifiers, and it is evaluated once.
static bool share_bounds(struct bounds *b, uint32_t specs, uint32_t specs_end)
{
    const struct function *fn = b->reader->function;
    for (size_t i = 0; i < fn->variables.count; i++) {
        const struct variable *other = fn->variables.at[i];
        if (other == b->variable || other->specs != specs || other->specs_end != specs_end)
            continue;
        for (const struct bound *shared = other->bounds; shared && shared->open < specs_end; shared = shared->next) {
            struct bound *bound = add_bound(b, shared->open);
            bound->size = shared->size;
            bound->is_shared = true;
        }
        return true;
    }
    return false;
}

static void read_specifier_bounds(struct bounds *b, struct token_span specs)
{
    const struct source *source = b->reader->source;
    if (share_bounds(b, specs.first, specs.end))
        return;
    for (uint32_t t = specs.first; t < specs.end; t++) {
        if (token_word(source, t) != WORD_TYPEOF || token_word(source, t + 1) != '(' || !measures_type(b, t + 1))
            continue;
        for (uint32_t k = declaration_specifiers(source, t + 2).end; k < token_at(source, t + 1)->match; k++)
            if (token_word(source, k) == '[') {
                read_bound(b, k);
                k = token_at(source, k)->match;
            }
    }
}

// Does evaluating the size in these brackets do nothing, as far as its tokens tell?
static bool is_quiet(const struct source *source, uint32_t open)
{
    for (uint32_t t = open + 1; t < token_at(source, open)->match; t++) {
        enum word word = token_word(source, t);
        bool operand = token_at(source, t)->kind == TOKEN_NAME || token_at(source, t)->kind == TOKEN_NUMBER || word == ')';
        bool operator = word == '+' || word == '-' || word == '*' || word == '/' || word == '%';
        bool group = word == '(' && token_word(source, t - 1) == WORD_SIZEOF;
        group |= word == '(' && token_at(source, t - 1)->kind != TOKEN_NAME && token_word(source, t - 1) != ')' && token_word(source, t - 1) != ']';
        if (!operand && !operator && !group)
            return false;
    }
    return true;
}

void read_size_effects(struct reader *reader, struct variable *v, struct token_span specs, struct token_span declarator)
{
    const struct source *source = reader->source;
    uint32_t behind = v->is_unnamed ? declarator.first : source_token_at(source, v->declared) + 1;
    for (uint32_t t = specs.first; t < specs.end; t++)
        reader->function->is_sizeless |= token_word(source, t) == '[' && !is_quiet(source, t);
    for (uint32_t t = declarator.first; t < declarator.end; t++) {
        if (token_word(source, t) != '[' || is_quiet(source, t))
            continue;
        reader->function->is_sizeless = true;
        if (t == behind)
            v->lost_size = t;
    }
}

// The next `[` at or behind `token` in a parameter list; its end: there is none.
static uint32_t next_size(const struct source *source, uint32_t token, uint32_t close)
{
    for (; token < close && token_word(source, token) != '['; token++)
        ;
    return token;
}

static bool is_same_size(const struct source *source, uint32_t a, uint32_t b)
{
    uint32_t end = token_at(source, a)->match;
    if (token_at(source, b)->match - b != end - a)
        return false;
    for (; a < end; a++, b++)
        if (!token_is(source, a, token_text(source, b)))
            return false;
    return true;
}

bool has_other_sizes(const struct source *source, const struct async_declaration *d, const struct async_declaration *other)
{
    uint32_t a = next_size(source, d->open, d->close), b = next_size(source, other->open, other->close);
    while (a < d->close && b < other->close) {
        if (!is_same_size(source, a, b))
            return true;
        a = next_size(source, token_at(source, a)->match, d->close);
        b = next_size(source, token_at(source, b)->match, other->close);
    }
    return a < d->close || b < other->close;
}

void read_bounds(struct reader *reader, CXCursor cursor, struct variable *v, struct token_span specs, struct token_span declarator)
{
    const struct source *source = reader->source;
    uint32_t name = source_token_at(source, v->declared);
    v->specs = specs.first;
    v->specs_end = specs.end;
    v->first = declarator.first;
    v->end = declarator.end;
    struct bounds b = { reader, cursor, v, &v->bounds };
    read_specifier_bounds(&b, specs);
    for (uint32_t t = declarator.first; t < declarator.end;) {
        uint32_t behind = token_skip_attributes(source, t), match = token_at(source, t)->match;
        if (behind > t) {
            t = behind;
        } else if (token_word(source, t) == '(') {
            t = match > name && t < name ? t + 1 : match + 1;      // a parameter list is none of the name's own brackets
        } else if (token_word(source, t) == '[') {
            bool adjusted = v->is_param && t == (v->is_unnamed ? declarator.first : name + 1);
            v->is_adjusted |= adjusted;
            if (!adjusted)
                read_bound(&b, t);
            t = match + 1;
        } else {
            t++;
        }
    }
}
