// openmp.c: what OpenMP pragmas name, and what they cover.
//
// To us a pragma is a line of text between statements. But its clauses read variables, which the output may call otherwise,
// and which must be saved for them:
//
//     int n = await count();
//     await f();
//     #pragma omp parallel for num_threads(n) reduction(+:sum)
//
// An expression in a clause may as well be a member of the frame. A list of variables may not, and nothing else could stand
// there for one that lives in the frame: that is an error, and so is whatever would leave a region by an await.
//
// Needs: homes_choose(), homes_name().  Fills: flow.clause_reads, flow.has_openmp; changes the text of the pragmas.
#include "analysis/analysis.h"

#include "model/report.h"

struct directive {
    struct unit *unit;
    struct function *fn;
    struct note *note;
    uint32_t behind;               // the token behind it
    const struct stmt *region;     // the statement that it is said of; null: none
    bool strict;                   // the compiler will read it too
    struct buf text;               // as the output has it
    bool changed;
};

static bool is_name_char(char c)
{
    return c == '_' || c == '$' || (c & 0x80) || (c >= '0' && c <= '9') || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z');
}

static size_t name_length(const char *p)
{
    size_t length = 0;
    while (is_name_char(p[length]))
        length++;
    return *p >= '0' && *p <= '9' ? 0 : length;
}

static bool is_one_of(const char *name, size_t length, const char *const *words)
{
    for (; *words; words++)
        if (strlen(*words) == length && memcmp(*words, name, length) == 0)
            return true;
    return false;
}

// Has the directive, in front of its clauses, one of these words?
static bool has_word(const struct directive *d, const char *const *words)
{
    for (const char *p = note_openmp_directive(d->note); *p && *p != '('; ) {
        size_t length = name_length(p);
        const char *behind = p + length + strspn(p + length, " \t");
        if (length && *behind != '(' && is_one_of(p, length, words))
            return true;
        p += length ? length : 1;
    }
    return false;
}

static const struct stmt *find_stmt_at(const struct stmt *s, uint32_t token)
{
    for (; s; s = s->next) {
        if (token < s->first || token >= s->end)
            continue;
        if (s->first == token)
            return s;
        const struct stmt *inside[] = { s->init, s->children, s->body, s->otherwise };
        for (size_t i = 0; i < sizeof inside / sizeof *inside; i++) {
            const struct stmt *found = find_stmt_at(inside[i], token);
            if (found)
                return found;
        }
    }
    return nullptr;
}

// The variable that this name means where the pragma stands.
static struct variable *find_variable(const struct directive *d, const char *name, size_t length)
{
    const struct source *source = d->unit->source;
    struct variable *found = nullptr;
    for (size_t i = 0; i < d->fn->variables.count; i++) {
        struct variable *v = d->fn->variables.at[i];
        bool in_scope = v->declared < d->note->begin &&
                        (!v->scope || (token_at(source, v->scope->first)->begin < d->note->begin &&
                                       token_at(source, v->scope->end - 1)->begin >= d->note->begin));
        if (in_scope && !v->is_temporary && !v->is_constant && strlen(v->name) == length && memcmp(v->name, name, length) == 0 &&
            (!found || v->declared > found->declared))
            found = v;
    }
    return found;
}

static void refuse_name(const struct directive *d, const struct variable *v)
{
    if (!d->strict)
        return;
    report_error(d->unit->reports, d->note->begin, "an OpenMP clause cannot name '%s', which lives in the frame of '%s' because it is "
                 "needed behind an await; name a copy in a block of its own, and copy it back", v->name, d->fn->name);
}

static void add_name(struct directive *d, const char *name, size_t length, bool is_expression)
{
    struct variable *v = find_variable(d, name, length);
    if (v && v->home == HOME_LOCAL) {
        vec_push(&d->fn->flow->clause_reads, ((struct clause_read){ token_at(d->unit->source, d->behind)->begin, v }));
        buf_puts(&d->text, v->output);
        d->changed |= v->output != v->name;
    } else if (v && is_expression && v->type->spelling && !v->type->is_variable) {
        buf_printf(&d->text, "async__frame->%s", v->field);
        d->changed = true;
    } else {
        if (v)
            refuse_name(d, v);
        buf_add(&d->text, name, length);
    }
}

// What stands between the parentheses behind `clause`, up to the last of them.
static const char *read_clause(struct directive *d, const char *p, const char *clause, size_t clause_length)
{
    static const char *const expressions[] = {
        "if", "num_threads", "schedule", "dist_schedule", "final", "priority", "device", "num_teams", "thread_limit", "grainsize",
        "num_tasks", "hint", "filter", nullptr,
    };
    static const char *const names[] = { "critical", "proc_bind", "default", "order", "bind", "severity", "message", nullptr };
    static const char *const with_steps[] = { "linear", "aligned", nullptr };
    bool is_expression = is_one_of(clause, clause_length, expressions), is_other = is_one_of(clause, clause_length, names);
    bool has_step = is_one_of(clause, clause_length, with_steps);
    int depth = 0;
    for (char before = 0; *p; ) {
        size_t length = name_length(p);
        char behind = p[length + strspn(p + length, " \t")];
        bool is_modifier = depth == 1 && behind == ':' && !has_step;
        if (length && !is_other && !is_modifier && before != '.' && before != '>' && !is_name_char(before)) {
            add_name(d, p, length, is_expression || depth > 1);
        } else {
            length += length == 0;
            buf_add(&d->text, p, length);
            depth += *p == '(' || *p == '[' ? 1 : *p == ')' || *p == ']' ? -1 : 0;
        }
        before = p[length - 1] == ' ' ? before : p[length - 1];
        p += length;
        if (!depth)
            break;
    }
    return p;
}

static void read_clauses(struct directive *d)
{
    const char *p = note_openmp_directive(d->note), *word = p;
    size_t word_length = 0;
    buf_add(&d->text, d->note->text, (size_t)(p - d->note->text));
    while (*p) {
        size_t length = name_length(p);
        if (length) {
            word = p;
            word_length = length;
        } else if (*p == '(') {
            p = read_clause(d, p, word, word_length);
            continue;
        }
        length += length == 0;
        buf_add(&d->text, p, length);
        p += length;
    }
    if (d->changed) {
        d->note->text = arena_copy(d->unit->arena, d->text.text, d->text.length);
        edits_add(&d->fn->edits, d->note->begin, d->note->end, d->note->text);
    }
}

// The first variable of the frame that the text [begin, end) uses.
static const struct variable *find_frame_variable(const struct directive *d, uint32_t begin, uint32_t end)
{
    for (size_t i = 0; i < d->fn->refs.count; i++) {
        const struct ref *r = &d->fn->refs.at[i];
        if (r->begin >= begin && r->begin < end && r->variable->home == HOME_FRAME)
            return r->variable;
    }
    return nullptr;
}

static void report_leaving(const struct directive *d)
{
    report_error(d->unit->reports, d->note->begin, "an await would leave the region of this OpenMP directive; await in front of it or "
                 "behind it");
}

static void check_region(const struct directive *d, uint32_t parallel_end)
{
    static const char *const loops[] = { "for", "simd", "distribute", "taskloop", "loop", nullptr };
    static const char *const copying[] = { "task", "taskloop", "target", nullptr }, *const parallel[] = { "parallel", nullptr };
    const struct source *source = d->unit->source;
    const struct stmt *s = d->region;
    if (s->awaits) {
        report_leaving(d);
        return;
    }
    const struct variable *v = nullptr;
    if (s->kind == STMT_FOR && s->init && has_word(d, loops))
        v = find_frame_variable(d, token_at(source, s->part[0])->begin, token_at(source, s->part[1])->begin);
    if (v)
        report_error(d->unit->reports, d->note->begin, "the variable '%s' of this OpenMP loop lives in the frame of '%s' because it is needed "
                     "behind an await; declare one in the loop", v->name, d->fn->name);
    // Each task has its own copy of what is no member, from when it was made.
    uint32_t begin = token_at(source, s->first)->begin, end = token_at(source, s->end - 1)->end;
    if (!v && has_word(d, copying) && !has_word(d, parallel) && begin >= parallel_end)
        v = find_frame_variable(d, begin, end);
    else
        v = nullptr;
    if (v)
        report_error(d->unit->reports, d->note->begin, "this OpenMP directive would copy '%s', which lives in the frame of '%s' because it is "
                     "needed behind an await; use a copy in a block of its own", v->name, d->fn->name);
}

// Gives where the parallel region ends that the directive may have begun, or `parallel_end`.
static uint32_t read_directive(struct directive *d, uint32_t parallel_end)
{
    static const char *const declarations[] = { "declare", "threadprivate", "requires", "begin", "end", nullptr };
    static const char *const alone[] = {
        "barrier", "taskwait", "taskyield", "flush", "cancel", "cancellation", "update", "enter", "exit", "depobj", "error", "nothing",
        "interop", "scan", nullptr,
    };
    static const char *const parallel[] = { "parallel", nullptr };
    static const char *const sharing[] = { "parallel", "for", "distribute", "taskloop", "loop", "teams", "target", nullptr };
    d->region = find_stmt_at(d->fn->body, d->behind);
    if (has_word(d, declarations))
        return parallel_end;
    // The output has no such loop, nor its pragma. A `simd` alone only asked to make it fast.
    if (d->region && is_loop_of_c(d->region) && d->region->awaits) {
        if (d->strict && has_word(d, sharing))
            report_leaving(d);
        return parallel_end;
    }
    read_clauses(d);
    if (!d->strict || !d->region || has_word(d, alone))
        return parallel_end;
    check_region(d, parallel_end);
    uint32_t end = token_at(d->unit->source, d->region->end - 1)->end;
    return has_word(d, parallel) && end > parallel_end ? end : parallel_end;
}

void openmp_read(struct unit *unit, struct function *fn)
{
    struct source *source = unit->source;
    uint32_t begin = token_at(source, fn->declaration->body)->begin, end = token_at(source, fn->declaration->body_close)->begin;
    uint32_t parallel_end = 0;
    for (size_t i = vec_search(&source->notes, 0, e, e->begin < begin); i < source->notes.count && source->notes.at[i].begin < end; i++) {
        struct note *note = &source->notes.at[i];
        if (!note_openmp_directive(note))
            continue;
        fn->flow->has_openmp = true;
        struct directive d = { .unit = unit, .fn = fn, .note = note, .behind = source_token_at(source, note->end), .strict = unit->has_openmp };
        parallel_end = read_directive(&d, parallel_end);
        buf_fini(&d.text);
    }
}
