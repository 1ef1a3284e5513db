// variables.c: how variables are spelled.
//
// A variably modified type cannot be declared where an await is in scope: no resumption may jump over its declaration. So
// the frame has the sizes, and every use says the whole type:
//
//     int a[n][m];  a[i][j]      (*(__typeof__(int[async__frame->async__size_1][async__frame->async__size_2]) *)async__frame->a)[i][j]
//     int (*p)[n];  p++          (*(__typeof__(int(*)[async__frame->async__size_3]) *)&async__frame->p)++
//     typedef int row[n]; row *q;    __typeof__(int[async__frame->async__size_4]) *q;
#include "print/parts.h"

#include "model/declaration.h"

const char *variable_text(struct unit *unit, const struct variable *v)
{
    if (v->home == HOME_LOCAL)
        return v->output;
    if (v->is_type)
        return v->type_text;
    if (v->type->is_variable)
        return arena_printf(unit->arena, "(*(%s *)%sasync__frame->%s)", v->type_text, v->type->is_array ? "" : "&", v->field);
    if (v->type->spelling && v->type->is_const && !v->type->is_array)
        return arena_printf(unit->arena, "(*(const __typeof__(%s) *)&async__frame->%s)", v->type->spelling, v->field);
    if (v->type->spelling)
        return arena_printf(unit->arena, "async__frame->%s", v->field);
    return arena_printf(unit->arena, "(*(__typeof__(%s) *)async__frame->%s)", v->output, v->field);
}

// --- variably modified types ---

struct spelling {
    struct unit *unit;
    struct function *fn;
    const struct variable *variable;
    bool reader;
    bool any;                      // with any size
    struct buf text;
};

static const struct edit *edit_at(const struct edits *edits, uint32_t begin)
{
    size_t i = edits_find(edits, begin);
    return i < edits->count && edits->at[i].begin == begin ? &edits->at[i] : nullptr;
}

static const struct variable *find_mentioned(const struct spelling *s, uint32_t token)
{
    const struct source *source = s->unit->source;
    uint32_t begin = token_at(source, token)->begin;
    size_t i = vec_search(&s->fn->refs, 0, e, e->begin < begin);
    if (i < s->fn->refs.count && s->fn->refs.at[i].begin == begin)
        return s->fn->refs.at[i].variable;
    // In the parameter list nothing but parameters can be meant, unless it is another's member.
    bool in_list = token < s->fn->declaration->body && token_at(source, token)->kind == TOKEN_NAME &&
                   token_word(source, token - 1) != '.' && token_word(source, token - 1) != WORD_ARROW;
    for (size_t k = 0; in_list && k < s->fn->param_count; k++)
        if (token_is(source, token, s->fn->variables.at[k]->name) && s->fn->variables.at[k]->declared < begin)
            return s->fn->variables.at[k];
    return nullptr;
}

static void add_token(struct spelling *s, uint32_t token)
{
    const struct source *source = s->unit->source;
    const struct token *t = token_at(source, token);
    const struct variable *v = find_mentioned(s, token);
    const struct edit *word = edit_at(&s->unit->words, t->begin), *handle = s->reader ? nullptr : edit_at(&s->unit->handles, t->begin);
    const struct edit *e = word && word->end > word->begin ? word : handle && handle->end > handle->begin ? handle : nullptr;
    const char *new_word = new_word_text(s->unit, token), *new_tail = new_word_tail(s->unit, token);
    if (v)
        buf_puts(&s->text, variable_text(s->unit, v));
    else if (e)
        buf_puts(&s->text, e->text);
    else if (new_word)
        buf_puts(&s->text, new_word);
    else
        buf_add(&s->text, source->text + t->begin, t->end - t->begin);
    // The second half of a future is put in behind its parenthesis.
    const struct edit *tail = s->reader ? nullptr : edit_at(&s->unit->handles, t->end);
    if (tail && tail->end == tail->begin)
        buf_puts(&s->text, tail->text);
    if (new_tail)
        buf_puts(&s->text, new_tail);
    buf_puts(&s->text, " ");
}

static void add_tokens(struct spelling *s, uint32_t first, uint32_t end)
{
    for (uint32_t t = first; t < end; t++)
        add_token(s, t);
}

static void add_specifiers(struct spelling *s)
{
    const struct source *source = s->unit->source;
    const struct variable *v = s->variable;
    struct specifiers specs = declaration_specifiers(source, v->specs);
    const struct bound *bound = v->bounds;
    for (uint32_t t = v->specs; t < v->specs_end; t++) {
        enum word word = token_word(source, t);
        uint32_t behind = token_skip_attributes(source, t);
        if (behind > t) {
            if (tokens_make_type(source, t, behind))
                add_tokens(s, t, behind);
            t = behind - 1;
        } else if (specs.body_open && t == specs.body_open) {
            if (!specs.tag)
                buf_printf(&s->text, "async__tag_%u ", t);
            t = specs.body_close;
        } else if (bound && t == bound->open) {
            buf_printf(&s->text, "[async__frame->%s]", bound->size->field);
            bound = bound->next;
            t = token_at(source, t)->match;
        } else if (word != WORD_TYPEDEF && word != WORD_REGISTER && (word != WORD_AUTO || !specs.has_type)) {
            add_token(s, t);
        }
    }
}

// The declarator without its name, with the sizes that were kept.
static void add_declarator(struct spelling *s)
{
    const struct source *source = s->unit->source;
    const struct variable *v = s->variable;
    const struct bound *bound = v->bounds;
    uint32_t name = v->is_unnamed ? UINT32_MAX : source_token_at(source, v->declared);
    bool is_adjusted = v->is_unnamed && v->is_adjusted;        // and still to be said so
    while (bound && bound->open < v->specs_end)
        bound = bound->next;
    for (uint32_t t = v->first; t < v->end;) {
        uint32_t behind = token_skip_attributes(source, t), match = token_at(source, t)->match;
        if (behind > t) {
            t = behind;
        } else if (is_adjusted && token_word(source, t) == '[') {
            buf_puts(&s->text, "(*)");
            is_adjusted = false;
            t = match + 1;
        } else if (t == name) {
            buf_puts(&s->text, v->is_adjusted ? "(*)" : "");
            t = v->is_adjusted ? token_at(source, t + 1)->match + 1 : t + 1;
        } else if (bound && t == bound->open) {
            buf_printf(&s->text, s->any ? "[async__any_size]" : "[async__frame->%s]", bound->size->field);
            bound = bound->next;
            t = match + 1;
        } else if (t == name + 1 && token_word(source, t) == '[' && match == t + 1 && v->type->length > 0) {
            buf_printf(&s->text, "[%lld]", v->type->length);       // the initializer said it
            t = match + 1;
        } else if (token_word(source, t) == '(' && (match < name || t > name)) {
            add_tokens(s, t, match + 1);
            t = match + 1;
        } else {
            add_token(s, t++);
        }
    }
}

// `auto p = &a;`
static bool is_deduced(const struct source *source, const struct variable *v)
{
    return !declaration_specifiers(source, v->specs).has_type;
}

static void spell_type(struct spelling *s)
{
    const struct variable *v = s->variable;
    buf_puts(&s->text, "__typeof__(");
    if (is_deduced(s->unit->source, v)) {
        struct declarator d = declaration_declarator(s->unit->source, v->first);
        add_tokens(s, d.equals + 1, d.init_end);
    } else {
        add_specifiers(s);
        add_declarator(s);
    }
    while (s->text.text[s->text.length - 1] == ' ')
        s->text.length--;
    buf_puts(&s->text, ")");
}

const char *tokens_text(struct unit *unit, struct function *fn, uint32_t first, uint32_t end, bool reader)
{
    struct spelling s = { .unit = unit, .fn = fn, .reader = reader };
    add_tokens(&s, first, end);
    const char *text = arena_copy(unit->arena, s.text.text, s.text.length - 1);
    buf_fini(&s.text);
    return text;
}

const char *bound_text(struct unit *unit, struct function *fn, uint32_t open, bool reader)
{
    uint32_t first = open + 1;
    for (enum word word; (word = token_word(unit->source, first)) == WORD_STATIC || word == WORD_CONST || word == WORD_VOLATILE || word == WORD_RESTRICT;)
        first++;                   // of `a[static n]`
    return tokens_text(unit, fn, first, token_at(unit->source, open)->match, reader);
}

const char *any_size_text(struct unit *unit, struct function *fn, const struct variable *v, bool reader)
{
    struct spelling s = { .unit = unit, .fn = fn, .variable = v, .reader = reader, .any = true };
    for (uint32_t t = v->specs; t < v->specs_end; t++)
        if (token_word(unit->source, t) == WORD_TYPEOF)
            return "void *";           // the sizes may be in there
    spell_type(&s);
    const char *text = arena_copy(unit->arena, s.text.text, s.text.length);
    buf_fini(&s.text);
    return text;
}

void variables_spell(struct unit *unit, struct function *fn, bool reader)
{
    for (size_t i = 0; i < fn->variables.count; i++) {
        struct variable *v = fn->variables.at[i];
        if (!v->type->is_variable || v->home != HOME_FRAME)
            continue;
        struct spelling s = { .unit = unit, .fn = fn, .variable = v, .reader = reader };
        spell_type(&s);
        v->type_text = arena_copy(unit->arena, s.text.text, s.text.length);
        buf_fini(&s.text);
    }
}
