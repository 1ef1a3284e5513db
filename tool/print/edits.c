// edits.c: everything that changes in text that is copied.
//
// One sorted list for the whole file: words that were identifiers after all, heads of async functions, awaits that are
// only measured, and in async functions the variables that are called otherwise or live in the frame.
#include "print/parts.h"

#include "model/declaration.h"
#include "model/lifetime.h"

static uint32_t begin_of(const struct unit *unit, uint32_t token)
{
    return token_at(unit->source, token)->begin;
}

static uint32_t end_of(const struct unit *unit, uint32_t token)
{
    return token_at(unit->source, token)->end;
}

const char *maker_name(struct unit *unit, const char *function)
{
    return arena_printf(unit->arena, "async__make__%s", function);
}

static void add_declarations(struct unit *unit, struct edits *edits)
{
    uint32_t last_word = 0;
    for (size_t i = 0; i < unit->declarations.count; i++) {
        const struct async_declaration *d = &unit->declarations.at[i];
        if (d->word != last_word) {
            uint32_t end = end_of(unit, d->word);
            end += unit->source->text[end] == ' ';
            edits_add(edits, begin_of(unit, d->word), end, "");
        }
        last_word = d->word;
        if (d->generator)
            continue;
        edits_add(edits, begin_of(unit, d->outer), begin_of(unit, d->outer), "(**");
        edits_add(edits, end_of(unit, d->close), end_of(unit, d->close), ")(struct async_tag *)");
    }
}

// The maker of an async function that is defined here has its symbol, but another name.
static void add_mentions(struct unit *unit, struct edits *edits)
{
    for (size_t i = 0; i < unit->mentions.count; i++) {
        const struct mention *m = &unit->mentions.at[i];
        edits_add(edits, begin_of(unit, m->token), end_of(unit, m->token), maker_name(unit, m->name));
        bool has_symbol = !find_async(unit, m->name)->is_static && strcmp(m->name, "main") != 0;    // that is the C main's
        uint32_t place = m->declares && has_symbol ? declaration_symbol_place(unit->source, m->token) : 0;
        if (place)
            edits_add(edits, end_of(unit, place - 1), end_of(unit, place - 1), arena_printf(unit->arena, " __asm__(\"%s\")", m->name));
    }
}

static bool forces_inlining(const struct source *source, uint32_t token)
{
    static const char *const names[] = { "always_inline", "__always_inline__", "gnu_inline", "__gnu_inline__" };
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (token_is(source, token, names[i]))
            return true;
    return false;
}

// The maker of an inline function that is not static is no inline function. What is inlined is the body.
static void add_inlining(struct unit *unit, struct edits *edits)
{
    for (size_t i = 0; i < unit->declarations.count; i++) {
        const struct async_declaration *d = &unit->declarations.at[i];
        const struct async_declaration *first = d->is_typedef ? nullptr : find_async(unit, d->spelling);
        if (!first || !first->is_inline || first->is_static)
            continue;
        uint32_t end = token_skip_attributes(unit->source, d->close + 1);
        for (uint32_t t = d->specs; t < end; t = t == d->open ? d->close : t + 1)
            if (forces_inlining(unit->source, t))
                edits_add(edits, begin_of(unit, t), end_of(unit, t), "__unused__");
    }
}

// `#pragma weak f` speaks of the maker.
static void add_weak_pragmas(struct unit *unit, struct edits *edits)
{
    for (size_t i = 0; i < unit->source->notes.count; i++) {
        const struct note *note = &unit->source->notes.at[i];
        const char *name = note_weak_name(note);
        for (size_t k = 0; name && k < unit->functions.count; k++)
            if (!unit->functions.at[k]->is_plain && strcmp(name, unit->functions.at[k]->name) == 0)
                edits_add(edits, note->begin, note->end, arena_printf(unit->arena, "#pragma weak %s", maker_name(unit, name)));
    }
}

// Awaits that are only measured are written as the view does. Those that are evaluated have become statements, but
// their types may be asked for (`everywhere`).
static void add_awaits(struct unit *unit, struct edits *edits, bool reader, bool everywhere)
{
    for (size_t i = unit->awaits.count; i-- > 0;) {
        const struct await *a = &unit->awaits.at[i];
        if (a->evaluated && !everywhere)
            continue;
        uint32_t end = end_of(unit, a->operand_end - 1);
        edits_add(edits, begin_of(unit, a->word), end_of(unit, a->word), reader ? "async__value(" : "((**(");
        edits_add(edits, end, end, reader ? ")" : "))((struct async_tag *)0))");
    }
}

// Does a number stand here instead of a constexpr?
static bool is_in_constant(const struct unit *unit, uint32_t at)
{
    size_t behind = vec_search(&unit->constants, 0, e, e->begin <= at);
    return behind && at < unit->constants.at[behind - 1].end;
}

static void add_variables(struct unit *unit, struct function *fn, struct edits *edits)
{
    for (size_t i = 0; i < fn->refs.count; i++) {
        const struct ref *r = &fn->refs.at[i];
        const struct variable *v = r->variable;
        if (is_in_constant(unit, r->begin))
            continue;
        bool declares = r->begin == v->declared && !v->is_param;
        if (r->owns && (r->use != USE_MAKE || !r->sure || !find_make(unit, r->begin, r->end))) {
            const char *flag = variable_text(unit, r->owns), *text = variable_text(unit, v);
            bool is_place = r->access != ACCESS_READ;
            edits_add(edits, r->begin, r->end, arena_printf(unit->arena, is_place ? "(*(%s = %d, &%s))" : "(%s = %d, %s)", flag,
                                                            r->access == ACCESS_WRITE && !r->is_null, text));
            continue;
        }
        if (declares ? v->output != v->name : v->home == HOME_FRAME || v->output != v->name)
            edits_add(edits, r->begin, r->end, declares ? v->output : variable_text(unit, v));
    }
}

// The call of a cleanup that stands in the output takes the attribute's place.
static void add_cleanups(struct unit *unit, struct function *fn, struct edits *edits)
{
    uint32_t last = 0;
    for (size_t i = 0; i < fn->variables.count; i++) {
        const struct variable *v = fn->variables.at[i];
        if (!v->cleanup || !is_kept_cleanup(unit, fn, v) || v->cleanup == last)
            continue;
        last = v->cleanup;
        edits_add(edits, begin_of(unit, last - 2), end_of(unit, token_at(unit->source, last - 1)->match), "__unused__");
    }
}

// The names in the specifiers of declarations that the output does not have: the frame has those objects.
static void find_moved_types(const struct unit *unit, const struct stmt *s, struct map *moved)
{
    for (; s; s = s->next) {
        bool any = false;
        for (const struct var_decl *d = s->declarators; d; d = d->next)
            any |= d->variable && d->variable->home == HOME_FRAME && d->variable->type->spelling;
        for (uint32_t t = s->first; any && t < s->specs_end; t++)
            if (token_at(unit->source, t)->kind == TOKEN_NAME && token_word(unit->source, t) == WORD_NONE)
                *map_at(moved, token_start(unit->source, t), end_of(unit, t) - begin_of(unit, t)) = 1;
        find_moved_types(unit, s->init, moved);
        find_moved_types(unit, s->children, moved);
        find_moved_types(unit, s->body, moved);
        find_moved_types(unit, s->otherwise, moved);
    }
}

// A typedef that only they used would be said to be unused.
static void add_typedefs(struct unit *unit, const struct stmt *s, const struct map *moved, struct edits *edits)
{
    for (; s; s = s->next) {
        bool is_typedef = s->kind == STMT_DECL && s->declarators && declaration_specifiers(unit->source, s->first).is_typedef;
        for (const struct var_decl *d = is_typedef ? s->declarators : nullptr; d; d = d->next) {
            uint32_t name = declaration_declarator(unit->source, d->first).name;
            if (name && !d->variable && map_find(moved, token_start(unit->source, name), end_of(unit, name) - begin_of(unit, name)))
                edits_add(edits, end_of(unit, d->end - 1), end_of(unit, d->end - 1), " __attribute__((unused))");
        }
        add_typedefs(unit, s->init, moved, edits);
        add_typedefs(unit, s->children, moved, edits);
        add_typedefs(unit, s->body, moved, edits);
        add_typedefs(unit, s->otherwise, moved, edits);
    }
}

static void add_literals(struct unit *unit, struct function *fn, struct edits *edits)
{
    for (size_t i = 0; i < fn->literals.count; i++) {
        const struct literal *l = &fn->literals.at[i];
        const struct variable *v = l->variable;
        if (v->home != HOME_FRAME)
            continue;
        const char *type = v->type->spelling ? v->type->spelling : nullptr;
        if (!type) {
            uint32_t open = source_token_at(unit->source, l->begin);
            uint32_t close = token_at(unit->source, open)->match;
            type = arena_copy(unit->arena, unit->source->text + end_of(unit, open), begin_of(unit, close) - end_of(unit, open));
        }
        edits_add(edits, l->begin, l->begin,
                  arena_printf(unit->arena, "(*(__typeof__(%s) *)__builtin_memcpy((void *)&async__frame->%s, %s&", type, v->field,
                               v->type->is_volatile ? "(const void *)" : ""));
        edits_add(edits, l->end, l->end, arena_printf(unit->arena, ", sizeof(%s)))", type));
    }
}

static bool is_named_anew(const struct function *fn, const struct pointer_choice *c)
{
    for (size_t i = vec_search(&fn->refs, 0, e, e->begin < c->yes); i < fn->refs.count && fn->refs.at[i].begin < c->no_end; i++)
        if (fn->refs.at[i].variable->type->is_variable && fn->refs.at[i].variable->home == HOME_FRAME)
            return true;
    return false;
}

static void add_pointer_choices(struct unit *unit, struct function *fn, struct edits *edits, bool reader)
{
    for (size_t i = 0; i < fn->pointer_choices.count; i++) {
        const struct pointer_choice *c = &fn->pointer_choices.at[i];
        if (c->is_taken_apart || !is_named_anew(fn, c))
            continue;
        const char *type = tokens_text(unit, fn, c->typing, c->typing_end, reader);
        edits_add(edits, c->begin, c->begin, arena_printf(unit->arena, "((__typeof__(&*(%s)))(", type));
        edits_add(edits, c->yes, c->yes, "(void *)(");
        edits_add(edits, c->yes_end, c->yes_end, ")");
        edits_add(edits, c->no, c->no, "(void *)(");
        edits_add(edits, c->no_end, c->no_end, ")");
        edits_add(edits, c->end, c->end, "))");
    }
}

static const struct stmt *find_loop(const struct source *source, const struct stmt *s, uint32_t at)
{
    const struct stmt *found = nullptr;
    for (; s; s = s->next) {
        if (at < token_at(source, s->first)->begin || at >= token_at(source, s->end - 1)->end)
            continue;
        if (is_loop_of_c(s) || s->kind == STMT_EACH)
            found = s;
        const struct stmt *inside[] = { s->children, s->body, s->otherwise };
        for (size_t i = 0; i < sizeof inside / sizeof *inside; i++) {
            const struct stmt *inner = inside[i] ? find_loop(source, inside[i], at) : nullptr;
            found = inner ? inner : found;
        }
        break;
    }
    return found;
}

// `return` and `continue` inside statement expressions that stay text, or inside all (`everywhere`).
static void add_jumps(struct unit *unit, struct function *fn, struct edits *edits, bool everywhere)
{
    for (size_t i = 0; i < fn->inner_returns.count; i++) {
        uint32_t token = fn->inner_returns.at[i].token, end = token + 1;
        if (!fn->inner_returns.at[i].stays && !everywhere)
            continue;
        while (token_word(unit->source, end) != ';')
            end = token_at(unit->source, end)->match > end ? token_at(unit->source, end)->match + 1 : end + 1;
        edits_add(edits, end_of(unit, token), end_of(unit, token), return_head(unit, fn, token + 1, end));
        edits_add(edits, end_of(unit, end - 1), end_of(unit, end - 1), return_tail(unit, fn, token + 1, end));
    }
    for (size_t i = 0; i < fn->inner_continues.count; i++) {
        uint32_t token = fn->inner_continues.at[i];
        const struct stmt *loop = find_loop(unit->source, fn->body, begin_of(unit, token));
        if (loop && loop->continue_label)
            edits_add(edits, begin_of(unit, token), end_of(unit, token),
                      arena_printf(unit->arena, "goto async__continue_%u", loop->number));
    }
}

// The body of main is called otherwise; and __PRETTY_FUNCTION__ would show what clang takes the body for.
static void add_function_names(struct unit *unit, struct function *fn, struct edits *edits)
{
    const struct async_declaration *d = fn->declaration;
    const char *text = is_main(fn) ? "async__func" : "__func__";
    for (uint32_t token = d->body; token < d->body_close; token++)
        if (token_word(unit->source, token) == WORD_FUNC && !token_is(unit->source, token, text))
            edits_add(edits, begin_of(unit, token), end_of(unit, token), text);
}

// `auto` that stands for a type: no type specifier is beside it.
static bool is_deduced(const struct source *source, uint32_t token)
{
    struct specifiers s = declaration_specifiers(source, declaration_begin(source, token));
    return token >= s.first && token < s.end && !s.has_type;
}

// `constexpr static int n = 3;` has its static already, and `static` comes first. Gives what stands in front of it.
static const char *static_text(struct unit *unit, struct edits *edits, uint32_t token, const struct specifiers *s)
{
    for (uint32_t t = s->first; t < token; t++)
        if (token_word(unit->source, t) == WORD_STATIC)
            return "";
    for (uint32_t t = token + 1; t < s->end && s->is_static; t++)
        if (token_word(unit->source, t) == WORD_STATIC)
            edits_add(edits, begin_of(unit, t), end_of(unit, t), "");
    return "static ";
}

// `constexpr int *p = nullptr, n = 2;`: static, and const where that makes each of them const.
static const char *constexpr_text(struct unit *unit, struct edits *edits, uint32_t token)
{
    const struct source *source = unit->source;
    struct specifiers s = declaration_specifiers(source, declaration_begin(source, token));
    bool all = true;
    for (uint32_t next = s.end; token_at(source, next)->kind != TOKEN_END; next++) {
        struct declarator d = declaration_declarator(source, next);
        uint32_t before = d.name ? d.name - 1 : 0;
        if (token_word(source, before) == '*') {
            edits_add(edits, begin_of(unit, d.name), begin_of(unit, d.name), "const ");
            all = false;
        }
        next = d.init_end;
        if (token_word(source, next) != ',')
            break;
    }
    return arena_printf(unit->arena, "%s%s", static_text(unit, edits, token, &s), all ? "const" : "");
}

const char *new_word_text(const struct unit *unit, uint32_t token)
{
    const struct source *source = unit->source;
    if (!unit->lacks_c23 || token_at(source, token)->system)
        return nullptr;
    switch (token_word(source, token)) {
    case WORD_BOOL: return "_Bool";
    case WORD_TRUE: return "((_Bool)1)";
    case WORD_FALSE: return "((_Bool)0)";
    case WORD_NONE: return !source->before_c23 && token_is(source, token, "static_assert") ? "_Static_assert" : nullptr;
    case WORD_ALIGNAS: return token_is(source, token, "alignas") ? "_Alignas" : nullptr;
    case WORD_SIZEOF: return token_is(source, token, "alignof") ? "_Alignof" : nullptr;
    case WORD_THREAD: return token_is(source, token, "thread_local") ? "_Thread_local" : nullptr;
    case WORD_TYPEOF: return token_is_typeof_unqual(source, token) ? "__typeof__(((void)0, *(__typeof__" : nullptr;
    default: return nullptr;
    }
}

const char *new_word_tail(const struct unit *unit, uint32_t close)
{
    const struct source *source = unit->source;
    uint32_t open = token_word(source, close) == ')' ? token_at(source, close)->match : 0;
    return open && unit->lacks_c23 && token_is_typeof_unqual(source, open - 1) ? " *)0))" : nullptr;
}

// `auto x = …` is spelled so that older compilers know it; so are other words of C23 where they are lacking.
static void add_new_words(struct unit *unit, struct edits *edits)
{
    const struct source *source = unit->source;
    for (uint32_t t = 1; t < source->tokens.count; t++) {
        const char *text = new_word_text(unit, t), *tail = new_word_tail(unit, t);
        if (token_at(source, t)->system)
            continue;
        if (token_word(source, t) == WORD_AUTO && is_deduced(source, t))
            text = "__auto_type";
        else if (token_word(source, t) == WORD_CONSTEXPR && unit->lacks_c23)
            text = constexpr_text(unit, edits, t);
        if (text)
            edits_add(edits, begin_of(unit, t), end_of(unit, t), text);
        if (tail)
            edits_add(edits, end_of(unit, t), end_of(unit, t), tail);
    }
}

// `"file.c:12"`
const char *place_text(struct unit *unit, uint32_t at)
{
    struct position place = source_place(unit->source, at);
    struct buf text = {};
    buf_puts(&text, "\"");
    for (const char *p = place.file; *p; p++)
        buf_printf(&text, *p == '"' || *p == '\\' ? "\\%c" : *p == '\n' ? "\\n" : "%c", *p);
    buf_printf(&text, ":%u\"", place.line);
    const char *copy = arena_copy(unit->arena, text.text, text.length);
    buf_fini(&text);
    return copy;
}

// `f(3)` that is not awaited on the spot: debug mode is told the line. Where there is no memory for it, locals that are arguments are
// told that they still own their handles, and what other calls made for it is given up.
// The type is said, where a macro would have to ask for it and repeat the call: calls inside each other would double each time.
static void add_make_head(struct unit *unit, struct edits *edits, const struct make *m, bool reader)
{
    const char *head = m->is_dropped ? "(void)" : "";
    const char *text = arena_printf(unit->arena, "%s%s(void *)", m->is_stream ? "" : "async__made(", m->given.count ? "async__made_with(" : "");
    bool is_plain = !m->owns.count && !m->given.count;
    for (size_t k = 0; k < m->owns.count; k++)
        text = arena_printf(unit->arena, "async__made_of(&%s, %s", variable_text(unit, m->owns.at[k]), text);
    if (m->given.count)
        text = arena_printf(unit->arena, "({ void *async__given_%u[%zu]; %s", m->begin, m->given.count, text);
    const char *sort = m->is_stream ? "generator" : "future", *tag = m->is_stream ? "generator_tag" : "tag";
    const char *cast = reader ? arena_printf(unit->arena, "(async_%s(%s))", sort, m->type)
                              : arena_printf(unit->arena, "(__typeof__(__typeof__(%s) (**)(struct async_%s *)))", m->type, tag);
    edits_add(edits, m->begin, m->begin, reader && is_plain ? arena_printf(unit->arena, "%sASYNC__MADE(", head)
                                         : arena_printf(unit->arena, "%s%s%s", head, cast, text));
    for (size_t k = 0; k < m->given.count; k++)
        edits_add(edits, m->given.at[k].begin, m->given.at[k].begin, arena_printf(unit->arena, "async__given_%u[%zu] = (void *)(", m->begin, k));
}

static void add_make_tail(struct unit *unit, struct edits *edits, const struct make *m)
{
    struct buf text = {};
    for (size_t k = 0; k < m->given.count; k++)
        edits_add(edits, m->given.at[k].end, m->given.at[k].end, ")");
    if (m->given.count)
        buf_printf(&text, ", async__given_%u, %zu)", m->begin, m->given.count);
    if (!m->is_stream)
        buf_printf(&text, ", %s)", place_text(unit, m->begin));
    for (size_t k = 0; k < m->owns.count; k++)
        buf_puts(&text, ")");
    if (m->given.count)
        buf_puts(&text, "; })");
    edits_add(edits, m->end, m->end, arena_copy(unit->arena, text.text, text.length));
    buf_fini(&text);
}

static bool is_told(const struct make *m)
{
    return (!m->is_argument && !m->is_stream) || m->owns.count || m->given.count;
}

// One may be the argument of another: heads from the outside to the inside, tails back.
static void add_makes(struct unit *unit, struct edits *edits, bool reader)
{
    for (size_t i = 0; i < unit->makes.count; i++)
        if (is_told(&unit->makes.at[i]))
            add_make_head(unit, edits, &unit->makes.at[i], reader);
    for (size_t i = unit->makes.count; i-- > 0;)
        if (is_told(&unit->makes.at[i]))
            add_make_tail(unit, edits, &unit->makes.at[i]);
}

void print_edits(struct unit *unit, struct edits *edits, const struct print_options *options, bool everywhere)
{
    bool reader = options->mode == PRINT_FOR_READER;
    for (size_t i = 0; i < unit->words.count; i++)
        vec_push(edits, unit->words.at[i]);
    // A reader's output includes the macros async_future and async_generator.
    for (size_t i = 0; i < unit->handles.count && !reader; i++)
        vec_push(edits, unit->handles.at[i]);
    for (size_t i = 0; i < unit->fills.count; i++)
        vec_push(edits, unit->fills.at[i]);
    for (size_t i = 0; i < unit->constants.count; i++)
        vec_push(edits, unit->constants.at[i]);
    add_declarations(unit, edits);
    add_mentions(unit, edits);
    add_inlining(unit, edits);
    add_weak_pragmas(unit, edits);
    if (reader)
        print_calls(unit, edits);
    add_awaits(unit, edits, reader, everywhere);
    add_new_words(unit, edits);
    add_makes(unit, edits, reader);
    if (!everywhere)
        print_uses(unit, edits, reader);
    for (size_t i = 0; i < unit->functions.count; i++) {
        struct function *fn = unit->functions.at[i];
        variables_spell(unit, fn, reader);
        add_variables(unit, fn, edits);
        add_literals(unit, fn, edits);
        add_pointer_choices(unit, fn, edits, reader);
        struct map moved = {};
        find_moved_types(unit, fn->body, &moved);
        add_typedefs(unit, fn->body, &moved, edits);
        map_fini(&moved);
        add_cleanups(unit, fn, edits);
        if (fn->is_plain)
            continue;
        add_jumps(unit, fn, edits, everywhere);
        add_function_names(unit, fn, edits);
        for (size_t k = 0; k < fn->edits.count; k++)
            vec_push(edits, fn->edits.at[k]);
    }
    edits_sort(edits);
}
