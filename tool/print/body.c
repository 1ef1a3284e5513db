// body.c: prints the statements of a lowered function.
//
// The user's statements keep their text. Around an await stand, in this order: the call of the callee's start; if it
// suspended, the saves and the way out; the label of the resumption, with what is put back; then the value.
#define _GNU_SOURCE
#include "print/parts.h"

#include "model/declaration.h"
#include "model/marks.h"
#include "model/report.h"

#include <stdio.h>

static void print_list(struct writer *w, struct node *node);

// --- pieces ---

static bool is_word(char c)
{
    return c == '_' || c == '$' || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c & 0x80);
}

// `__extension__({ … })` has no blank where its braces become a variable.
static void keep_apart(struct writer *w, char next)
{
    if (w->out->length && is_word(w->out->text[w->out->length - 1]) && is_word(next))
        write_text(w, " ");
}

static void print_piece(struct writer *w, const struct piece *piece)
{
    for (const struct segment *s = piece->first; s; s = s->next) {
        const char *text = s->kind == SEGMENT_TEXT ? s->text : s->kind == SEGMENT_VARIABLE ? variable_text(w->unit, s->variable) : nullptr;
        keep_apart(w, text ? *text : w->source->text[s->begin]);
        if (text)
            write_text(w, text);
        else
            write_in_place(w, s->begin, s->end);
    }
}

// --- variables ---

void print_object(struct writer *w, const char *type, const char *name)
{
    static const char future[] = " (**)(struct async_tag *)";
    size_t length = strlen(type), head = length > strlen(future) ? length - strlen(future) : 0;
    const char *dimensions = strchr(type, '[');
    if (is_for_reader(w) && head && strcmp(type + head, future) == 0)
        write_format(w, "async_future(%.*s) %s", (int)head, type, name);
    else if (dimensions && !strchr(type, '(') && !strstr(type, "__attribute__"))
        write_format(w, "%.*s %s%s", (int)(dimensions - type), type, name, dimensions);
    else if (strpbrk(type, "([") || strstr(type, "__attribute__"))
        write_format(w, "__typeof__(%s) %s", type, name);
    else
        write_format(w, length && type[length - 1] == '*' ? "%s%s" : "%s %s", type, name);
}

static bool copies_by_bytes(const struct variable *v)
{
    return !v->type->spelling || v->type->has_const_member || v->type->is_array;
}

static void print_save(struct writer *w, const struct variable *v)
{
    if (copies_by_bytes(v))
        write_format(w, "__builtin_memcpy(&async__frame->%s, &%s, sizeof %s);", v->field, v->output, v->output);
    else
        write_format(w, "async__frame->%s = %s;", v->field, v->output);
}

static void print_reload(struct writer *w, const struct variable *v)
{
    if (copies_by_bytes(v))
        write_format(w, "__builtin_memcpy(&%s, &async__frame->%s, sizeof %s);", v->output, v->field, v->output);
    else
        write_format(w, "%s = async__frame->%s;", v->output, v->field);
}

// --- return ---

// `return a, b;`
static bool has_comma(const struct source *source, uint32_t first, uint32_t end)
{
    for (uint32_t t = first; t < end; t = token_skip(source, t))
        if (token_word(source, t) == ',')
            return true;
    return false;
}

const char *return_head(struct unit *unit, const struct function *fn, uint32_t first, uint32_t end)
{
    bool has_value = first < end;
    switch (has_value ? delivery_of(fn->result) : DELIVERY_NONE) {
    case DELIVERY_VALUE:
        return arena_printf(unit->arena, " (struct async__result__%s){ .value = %s", fn->name,
                            has_comma(unit->source, first, end) ? "(" : "");
    case DELIVERY_OUT:
        if (fn->result->has_const_member)
            return arena_printf(unit->arena, " __builtin_memcpy((void *)async__out, &(__typeof__(*async__out)[1]){ ");
        return " *async__out = (";
    default:
        return has_value ? " (" : "";
    }
}

const char *return_tail(struct unit *unit, const struct function *fn, uint32_t first, uint32_t end)
{
    bool has_value = first < end;
    switch (has_value ? delivery_of(fn->result) : DELIVERY_NONE) {
    case DELIVERY_VALUE:
        return has_comma(unit->source, first, end) ? ") }" : " }";
    case DELIVERY_OUT:
        return arena_printf(unit->arena, "%s, (struct async__result__%s){ .suspended = 0 }",
                            fn->result->has_const_member ? " }, sizeof *async__out)" : ")", fn->name);
    default:
        return arena_printf(unit->arena, "%s (struct async__result__%s){ .suspended = 0 }", has_value ? ")," : "", fn->name);
    }
}

// The value was computed before the cleanups ran.
static void print_return_behind_cleanups(struct writer *w, struct node *node)
{
    const char *value = node->variable ? variable_text(w->unit, node->variable) : nullptr;
    enum delivery delivery = value ? delivery_of(w->fn->result) : DELIVERY_NONE;
    write_begin_line(w, node->at);
    if (w->fn->is_plain) {
        write_format(w, value ? "return %s;" : "return;", value);
        write_end_line(w);
        return;
    }
    if (delivery == DELIVERY_OUT)
        write_format(w, "return __builtin_memcpy((void *)async__out, &%s, sizeof *async__out), ", value);
    else
        write_text(w, "return ");
    if (delivery == DELIVERY_VALUE)
        write_format(w, "(struct async__result__%s){ .value = %s };", w->fn->name, value);
    else
        write_format(w, "(struct async__result__%s){ .suspended = 0 };", w->fn->name);
    write_end_line(w);
}

static void print_unwind(struct writer *w, struct node *node)
{
    write_begin_line(w, node->at);
    write_format(w, "return async__task->reason = %s, (struct async__result__%s){ .suspended = %s };", node->exit->output, w->fn->name,
                 unwound(w));
    write_end_line(w);
}

static bool is_behind_cleanups(const struct node *node)
{
    return node->variable || !node->stmt || node->stmt->kind != STMT_RETURN;
}

static void print_return(struct writer *w, struct node *node)
{
    if (is_behind_cleanups(node)) {
        print_return_behind_cleanups(w, node);
        return;
    }
    uint32_t first = node->stmt->value, end = node->stmt->value_end;
    write_begin_line(w, node->at);
    if (w->fn->is_plain) {
        write_text(w, node->piece.first ? "return " : "return");
        print_piece(w, &node->piece);
        write_text(w, ";");
        write_end_line(w);
        return;
    }
    write_format(w, "return%s", return_head(w->unit, w->fn, first, end));
    print_piece(w, &node->piece);
    write_format(w, "%s;", return_tail(w->unit, w->fn, first, end));
    write_end_line(w);
}

// --- await ---
//
// What stands behind the call of a start is the same in both kinds of output. For a reader it is a macro of
// <async/lowered.h> on lines of its own, all of which count as the line where it begins; what a compiler gets is
// preprocessed already, so it is spelled out there, on one line.

// On one line, with single spaces, and without the preprocessor's lines of their own, which it writes for a system's macro.
static char *squeeze(struct arena *arena, const char *text, size_t length)
{
    char *copy = arena_copy(arena, text, length), *to = copy;
    bool begins_line = false;
    for (const char *from = copy; *from; from++) {
        if (begins_line && *from == '#')
            from += strcspn(from, "\n");
        if (!*from)
            break;
        begins_line = *from == '\n';
        bool space = strchr(" \t\n\r\f\v", *from);
        if (!space || (to > copy && to[-1] != ' '))
            *to++ = space ? ' ' : *from;
    }
    *to = 0;
    return copy;
}

const char *find_site_text(struct writer *w, const struct node *node)
{
    enum { MOST = 4096 };              // nobody shows more, and awaits inside each other have all of it in common
    const struct await *a = node->await->await;
    uint32_t begin = token_at(w->source, a->operand)->begin, length = node->await->end - begin;
    length = length < MOST ? length : MOST;
    const char *text = w->source->text + begin, *written = nullptr;
    if (memmem(text, length, "async__", 7))      // a macro: what the user wrote is shorter
        written = report_users_text(w->unit->reports, token_at(w->source, a->word)->begin);
    text = written ? squeeze(w->unit->arena, written, strlen(written)) : squeeze(w->unit->arena, text, length);
    return a->is_yield ? arena_printf(w->unit->arena, "yield %s", text) : text;
}

void print_comment(struct writer *w, const struct node *node)
{
    enum { MOST = 60 };
    const char *text = find_site_text(w, node);
    size_t length = strcspn(text, "\\");
    if (length > MOST)
        length = MOST;
    write_text(w, node->await->await->is_yield ? "" : "await ");
    buf_add(w->out, text, length);
    if (text[length])
        write_text(w, "...");
}

void print_step(struct writer *w, uint32_t at, int depth)
{
    if (!is_for_reader(w)) {
        write_text(w, " ");
        return;
    }
    write_text(w, "\n");
    w->depth += depth;
    write_indentation(w, at);
    w->depth -= depth;
    w->at_line_start = false;
}

static void begin_step(struct writer *w, const struct node *node, int depth)
{
    print_step(w, node->at, depth);
}

static bool is_in(const struct variable *v, const struct variable_set *set)
{
    for (size_t i = 0; i < set->count; i++)
        if (set->at[i] == v)
            return true;
    return false;
}

// Does one body serve start and resume alike, whatever the compiler does? Then nothing stays in the frame: gcc would not see that
// nobody reads what was not put back.
static bool has_one_body(const struct writer *w)
{
    return !w->fn->flow->two_bodies || (w->options->one_body && !is_for_reader(w));
}

static void print_if_any(struct writer *w, const struct node *node, const char *condition, bool *begun)
{
    if (!*begun) {
        begin_step(w, node, 1);
        write_format(w, "if (%s) {", condition);
    }
    *begun = true;
    begin_step(w, node, 2);
}

static void print_end_if(struct writer *w, const struct node *node, bool begun)
{
    if (!begun)
        return;
    begin_step(w, node, 1);
    write_text(w, "}");
}

// What only the activation that began the function has to save: it is all there once it has resumed. `called`: what a frame
// has that was there at the beginning, so that only one that began without saves it.
static void print_first_saves(struct writer *w, const struct node *node, bool called)
{
    const struct save *save = node->save;
    bool begun = false;
    const char *condition = !called ? "async__state == 0" : is_for_reader(w) ? "!ASYNC__HAD_FRAME" : "async__starting";
    for (size_t i = 0; i < save->first.count; i++) {
        const struct variable *v = save->first.at[i];
        if (is_in(v, &save->later) || (is_in(v, &save->called) && !has_one_body(w)) != called)
            continue;
        print_if_any(w, node, condition, &begun);
        print_save(w, v);
    }
    print_end_if(w, node, begun);
}

// Nothing is tested at each of many awaits: what the frame has already, it gets again.
static void print_all_saves(struct writer *w, const struct node *node)
{
    for (size_t i = 0; i < node->save->first.count; i++)
        if (!is_in(node->save->first.at[i], &node->save->later)) {
            begin_step(w, node, 1);
            print_save(w, node->save->first.at[i]);
        }
}

static void print_saves(struct writer *w, const struct node *node)
{
    if (!w->fn->flow->frame_at_entry) {
        begin_step(w, node, 1);
        if (is_for_reader(w))
            write_format(w, "ASYNC__TAKE_FRAME(%s);", w->fn->name);
        else
            write_format(w, "if (async__starting) async__frame = async__frame_new(async__task, &async__function__%s, sizeof *async__frame);",
                         w->fn->name);
    }
    if (w->fn->flow->is_large) {
        print_all_saves(w, node);
    } else {
        print_first_saves(w, node, true);
        print_first_saves(w, node, false);
    }
    for (size_t i = 0; i < node->save->later.count; i++) {
        begin_step(w, node, 1);
        print_save(w, node->save->later.at[i]);
    }
}

static bool is_in_block_of(const struct writer *w, const struct node *node, const struct variable *v)
{
    return !v->scope || (node->at >= token_at(w->source, v->scope->first)->begin && node->at < token_at(w->source, v->scope->end - 1)->end);
}

// Hard mode: what nobody may read any more must not look as if it still held something.
static void print_poison(struct writer *w, const struct node *node)
{
    enum { MANY = 64 };        // fields from which poisoning at every await would make the output quadratic
    const struct variable_set *fields = &w->fn->flow->fields;
    if (!w->options->hard || fields->count > MANY)
        return;
    for (size_t i = 0; i < fields->count; i++) {
        const struct variable *v = fields->at[i];
        if (v->home == HOME_FRAME || v == node->variable || is_in(v, &node->save->live))
            continue;
        if (!is_in_block_of(w, node, v))         // others may lie there now
            continue;
        begin_step(w, node, 1);
        write_format(w, "__builtin_memset((void *)&async__frame->%s, 0xA5, sizeof async__frame->%s);", v->field, v->field);
    }
}

// `async__owns_1 = 1; `. `suspended`: what a start has just returned; null: the function is resumed.
static const char *owning_text(struct writer *w, const struct node *node, const char *suspended)
{
    const char *text = "";
    for (const struct owning *o = node->owning; o; o = o->next) {
        const char *flag = variable_text(w->unit, o->flag);
        text = o->unless_begun && suspended ? arena_printf(w->unit->arena, "%s%s = %s == %s; ", text, flag, suspended, unbegun(w))
               : arena_printf(w->unit->arena, "%s%s = %d; ", text, flag, o->owns);
    }
    return text;
}

// What stays in the frame does not where the compiler makes one body after all.
static void print_reloads_of_one_body(struct writer *w, const struct node *node)
{
    bool begun = false;
    for (size_t i = 0; i < node->save->live.count; i++) {
        if (is_in(node->save->live.at[i], &node->save->back))
            continue;
        print_if_any(w, node, "!ASYNC__STAY", &begun);
        print_reload(w, node->save->live.at[i]);
    }
    print_end_if(w, node, begun);
}

static void print_reloads(struct writer *w, const struct node *node)
{
    const struct variable_set *now = has_one_body(w) ? &node->save->live : &node->save->back;
    for (size_t i = 0; i < now->count; i++) {
        begin_step(w, node, 1);
        print_reload(w, now->at[i]);
    }
    if (is_for_reader(w) && !has_one_body(w))
        print_reloads_of_one_body(w, node);
    if (node->unwind_to) {
        begin_step(w, node, 1);
        if (is_for_reader(w))
            write_format(w, "ASYNC__LEAVE_IF(async__state < 0, %s%s, %s);", owning_text(w, node, nullptr), node->exit->output, node->unwind_to);
        else
            write_format(w, "if (__builtin_expect(async__state < 0, 0)) { %s%s = async__unwinds_for(async__task); goto %s; }",
                         owning_text(w, node, nullptr), node->exit->output, node->unwind_to);
    }
    if (node->variable) {
        begin_step(w, node, 1);
        print_reload(w, node->variable);
    } else if (node->await->callee && delivery_of(node->await->type) == DELIVERY_VALUE) {
        begin_step(w, node, 1);
        write_format(w, is_for_reader(w) ? "ASYNC__TAKE_VALUE(async__%u.value);"
                                         : "__builtin_memcpy(&async__%u.value, async__task->value, sizeof async__%u.value);",
                     node->number, node->number);
    }
}

// Handles that only the call knew, where it could not begin.
static void print_given(struct writer *w, const struct node *node, const char *suspended)
{
    for (size_t i = 0; i < node->given_count; i++) {
        write_format(w, is_for_reader(w) ? " ASYNC__UNLESS_BEGUN(%s, " : " if (%s == (struct async__frame *)2) async__give_up((void *)", suspended);
        print_piece(w, &node->given[i]);
        write_text(w, ");");
    }
}

// The callee may have unwound where the one place where a large function suspends finds out.
static void print_place_of_result(struct writer *w, const struct node *node, const char *suspended)
{
    bool is_large = w->fn->flow->is_large;
    begin_step(w, node, 1);
    if (is_for_reader(w))
        write_format(w, is_large ? "ASYNC__RESULT_TO_IF_SUSPENDED(%s, async__frame->%s);" : "ASYNC__RESULT_TO(%s, async__frame->%s);", suspended,
                     node->variable->field);
    else
        write_format(w, "%s((struct async__result_frame *)%s)->out = &async__frame->%s;",
                     is_large ? arena_printf(w->unit->arena, "if (!(%s)) ", has_unwound(w, suspended)) : "", suspended, node->variable->field);
}

static void print_suspension_for_reader(struct writer *w, struct node *node, const char *suspended)
{
    write_line_break(w);
    write_begin_line(w, node->at);
    bool is_large = w->fn->flow->is_large;
    write_text(w, is_large ? "ASYNC__SUSPEND_LARGE" : "ASYNC__SUSPEND");
    write_format(w, node->unwind_to ? "_IN(%s" : "(%s", is_large ? "" : arena_printf(w->unit->arena, "%s, ", w->fn->name));
    if (node->unwind_to)
        write_format(w, "%s%s, %s, ", owning_text(w, node, suspended), node->exit->output, node->unwind_to);
    write_format(w, "%u, %s, {", node->number, suspended);
    size_t before = w->out->length;
    print_saves(w, node);
    print_poison(w, node);
    if (node->variable)
        print_place_of_result(w, node, suspended);
    if (w->out->length > before)
        begin_step(w, node, 0);
    write_text(w, "}, {");
    before = w->out->length;
    write_text(w, "   // ");
    print_comment(w, node);
    print_reloads(w, node);
    begin_step(w, node, 0);
    write_text(w, "})");
    write_lost_line(w);
    write_line_break(w);
}

static void print_suspension_for_compiler(struct writer *w, struct node *node, const char *suspended)
{
    const char *n = w->fn->name;
    bool is_large = w->fn->flow->is_large;
    write_begin_line(w, node->at);           // a message about an argument shows the line that it stands on
    write_format(w, "if (%s) {", suspends(w, suspended));
    print_given(w, node, suspended);
    if (node->unwind_to)
        write_format(w, " if (%s) { %s%s = async__unwinds_for(async__task); goto %s; }", has_unwound(w, suspended), owning_text(w, node, suspended),
                     node->exit->output, node->unwind_to);
    else if (!is_large)
        write_format(w, " if (%s) return (struct async__result__%s){ .suspended = %s };", has_unwound(w, suspended), n, unwound(w));
    print_saves(w, node);
    print_poison(w, node);
    if (node->variable)
        print_place_of_result(w, node, suspended);
    if (is_large)
        write_format(w, " async__callee = %s; async__number = %u; goto async__suspension;", suspended, node->number);
    else
        write_format(w, " return (struct async__result__%s){ .suspended = async__suspend(&async__frame->async__base, %u, %s) };", n,
                     node->number, suspended);
    write_format(w, " async__resume_%u:;", node->number);
    print_reloads(w, node);
    write_text(w, " }");
    write_end_line(w);
}

static void print_suspension(struct writer *w, struct node *node, const char *suspended)
{
    if (node->is_step) {
        write_begin_line(w, node->at);
        write_format(w, "if (%s) async__task->loop->main_await = %u;", suspends(w, suspended), node->number);
    }
    if (is_for_reader(w))
        print_suspension_for_reader(w, node, suspended);
    else
        print_suspension_for_compiler(w, node, suspended);
}

// The type of an await's value in place: by name, or as what the awaited expression promises.
static void print_value_object(struct writer *w, const struct node *node, const char *name)
{
    const struct expr *e = node->await;
    if (e->type->spelling) {
        print_object(w, e->type->spelling, name);
        return;
    }
    write_text(w, "__typeof__(");
    write_measured(w, e->begin, e->end);
    write_format(w, ") %s", name);
}

// `(T[1]){ value }`, which a macro of ours makes of a value for a queue. For a reader only the value is left of it, since the whole
// call is folded (calls.c), and here it is taken apart.
static bool is_folded_item(const struct writer *w, const struct expr *argument)
{
    uint32_t first = source_token_at(w->source, argument->begin);
    struct mark_place place = marks_find(w->source, first);
    return is_for_reader(w) && place.macro && !place.argument && token_word(w->source, first) == WORD_EXTENSION;
}

static void print_arguments(struct writer *w, const struct node *node)
{
    const struct expr *e = node->await->operands;      // null: an await of ours
    for (size_t i = 0; i < node->argument_count; i++, e = e ? e->next : nullptr) {
        bool is_item = e && is_folded_item(w, e);
        write_text(w, ", ");
        if (is_item) {
            write_text(w, "async__item(");
            print_piece(w, &node->arguments[0]);
            write_text(w, ", ");
        }
        print_piece(w, &node->arguments[i]);
        write_text(w, is_item ? ")" : "");
    }
}

static void print_await_by_name(struct writer *w, struct node *node)
{
    char suspended[32];
    snprintf(suspended, sizeof suspended, "async__%u.suspended", node->number);
    const char *callee = node->await->callee->spelling;
    write_begin_line(w, node->at);
    write_format(w, "struct async__result__%s async__%u = async__start__%s(async__task", callee, node->number, callee);
    if (node->variable)
        write_format(w, ", &%s", node->variable->output);
    print_arguments(w, node);
    write_text(w, ");");
    if (is_for_reader(w))
        print_given(w, node, suspended);
    print_suspension(w, node, suspended);
}

// `yield E`: the value goes to whoever wants it, and the function waits until somebody wants the next one.
static void print_yield(struct writer *w, struct node *node)
{
    char suspended[32], name[40];
    snprintf(suspended, sizeof suspended, "async__%u", node->number);
    snprintf(name, sizeof name, "async__yielded_%u", node->number);
    write_begin_line(w, node->at);
    print_object(w, node->await->lvalue_type->spelling, name);
    write_text(w, " = ");
    print_piece(w, &node->arguments[0]);
    write_text(w, ";");
    write_begin_line(w, node->at);
    write_format(w, "struct async__frame *%s = async__yield(&async__frame->async__base, &%s, sizeof %s);", suspended, name, name);
    print_suspension(w, node, suspended);
}

// What was made on the spot is not.
static bool may_be_consumed(const struct node *node)
{
    const struct expr *e = node->await->operands;
    while (e && e->kind == EXPR_PAREN)
        e = e->operands;
    return e && (e->kind == EXPR_NAME || e->kind == EXPR_MEMBER || e->kind == EXPR_ARROW || e->kind == EXPR_INDEX || e->kind == EXPR_DEREF);
}

static void print_await_handle(struct writer *w, struct node *node)
{
    char suspended[32];
    snprintf(suspended, sizeof suspended, "async__%u", node->number);
    write_begin_line(w, node->at);
    bool is_told = may_be_consumed(node);
    write_format(w, "struct async__frame *%s = async__await(async__task", suspended);
    if (is_told)
        write_text(w, is_for_reader(w) ? ", ASYNC__USED(" : ", async__used((void *)(");
    for (size_t i = 0; i < node->argument_count; i++) {
        write_text(w, is_told ? "" : ", ");
        print_piece(w, &node->arguments[i]);
    }
    if (is_told)
        write_format(w, is_for_reader(w) ? ", %s, -1)" : "), %s, -1)", place_text(w->unit, node->at));
    if (node->variable)
        write_format(w, ", &%s);", node->variable->output);
    else
        write_text(w, ", 0);");
    print_suspension(w, node, suspended);
    if (delivery_of(node->await->type) == DELIVERY_VALUE) {
        char name[40];
        snprintf(name, sizeof name, "async__value_%u", node->number);
        write_begin_line(w, node->at);
        print_value_object(w, node, name);
        write_format(w, is_for_reader(w) ? "; ASYNC__TAKE_VALUE(%s);"
                                         : "; __builtin_memcpy(&%s, async__task->value, sizeof %s);", name, name);
        write_end_line(w);
    }
}

static void print_await(struct writer *w, struct node *node)
{
    if (node->variable) {
        write_begin_line(w, node->at);
        print_value_object(w, node, node->variable->output);
        // A record may have constant members; a vector is no array of bytes to gcc.
        const char *format = node->variable->type->is_record ? "*(char (*)[sizeof(%s)])&%s" : "%s";
        const char *place = arena_printf(w->unit->arena, format, node->variable->output, node->variable->output);
        write_format(w, is_for_reader(w) ? "; ASYNC__RESULT_COMES(%s);" : "; __asm__(\"\" : \"=m\"(%s));", place);
    }
    if (node->await->await->is_yield)
        print_yield(w, node);
    else if (node->await->callee)
        print_await_by_name(w, node);
    else
        print_await_handle(w, node);
}

// --- declarations ---

static bool keeps_its_words(const struct declare *d)
{
    const struct variable *v = d->decl->variable;
    if (!v)
        return true;
    return v->home == HOME_LOCAL && !v->maybe_unset && !(v->type->is_const && v->needs_slot);
}

static bool is_qualifier_to_drop(enum word word)
{
    return word == WORD_CONST;
}

// Tokens [first, end) of a declaration; without `const` (a saved local is assigned again when it is put back), and
// without the braces of a type that an earlier declarator has defined.
static void print_tokens(struct writer *w, uint32_t first, uint32_t end, bool drop_const, bool drop_body)
{
    struct specifiers s = declaration_specifiers(w->source, first);
    bool needs_tag = s.body_open && !s.tag;
    if (!drop_const && !drop_body && !needs_tag && first < end) {
        write_in_place(w, token_at(w->source, first)->begin, token_at(w->source, end - 1)->end);
        return;
    }
    for (uint32_t t = first; t < end; t++) {
        if (drop_const && is_qualifier_to_drop(token_word(w->source, t)))
            continue;
        if (needs_tag && t == s.body_open)
            write_format(w, "async__tag_%u ", t);
        if (drop_body && t == s.body_open) {
            t = s.body_close;
            continue;
        }
        uint32_t stop = token_at(w->source, t)->match > t && token_at(w->source, t)->match < end ? token_at(w->source, t)->match : t;
        write_range(w, token_at(w->source, t)->begin, token_at(w->source, stop)->end);
        write_text(w, " ");
        t = stop;
    }
}

static bool is_pointer_declarator(const struct writer *w, const struct var_decl *d)
{
    return token_word(w->source, d->first) == '*' || token_word(w->source, d->first) == '(';
}

static void print_zero(struct writer *w, const struct type *type)
{
    if (type->size == 0) {
        write_text(w, " = {}");
        return;
    }
    bool scalar = !type->is_record && !type->is_array && !type->is_vector && type->spelling;
    write_text(w, scalar ? " = 0" : " = {0}");
}

static void print_local(struct writer *w, const struct node *node, const struct declare *d, bool first)
{
    const struct variable *v = d->decl->variable;
    const struct stmt *s = node->stmt;
    bool plain = !v || !(v->type->is_const && v->needs_slot), pointer = is_pointer_declarator(w, d->decl);
    if (!plain && v->type->spelling && !v->type->is_array) {
        print_object(w, v->type->spelling, v->output);
    } else {
        print_tokens(w, s->first, s->specs_end, !plain && !pointer, !first);
        write_text(w, " ");
        print_tokens(w, d->decl->first, d->decl->end, !plain && pointer, false);
    }
    if (d->init.first) {
        write_text(w, " = ");
        print_piece(w, &d->init);
    } else if (v && v->maybe_unset) {
        print_zero(w, v->type);
    }
    write_text(w, ";");
}

static bool begins_with_brace(const struct writer *w, const struct piece *piece)
{
    const struct segment *s = piece->first;
    return s && s->kind == SEGMENT_SOURCE && token_word(w->source, source_token_at(w->source, s->begin)) == '{';
}

static bool is_empty_list(const struct writer *w, const struct var_decl *d)
{
    return d->init_end == d->equals + 3 && token_word(w->source, d->equals + 1) == '{';
}

// `{}` and `{ 0 }` make all of an object zero. Of a union in a compound literal a compiler may set the first member only.
static bool is_all_zero(const struct writer *w, const struct piece *piece)
{
    if (!begins_with_brace(w, piece))
        return false;
    uint32_t open = source_token_at(w->source, piece->first->begin), close = token_at(w->source, open)->match;
    return close == open + 1 || (close == open + 2 && token_is(w->source, open + 1, "0"));
}

// A variably modified type. The array that C would have on the stack is taken from the allocator.
static void print_kept(struct writer *w, const struct node *node, const struct declare *d, bool first)
{
    const struct variable *v = d->decl->variable;
    if (first && declaration_specifiers(w->source, node->stmt->first).body_open) {
        print_tokens(w, v->specs, v->specs_end, false, false);
        write_text(w, "; ");
    }
    if (v->is_type)
        return;
    if (v->type->is_array) {
        write_format(w, "if (!async__array_take(async__task, &async__frame->%s, sizeof(%s), ", v->field, v->type_text);
        write_format(w, v->alignment ? "_Alignof(struct { %schar async__aligned; })" : "_Alignof(%s)", v->alignment ? v->alignment : v->type_text);
        if (node->unwind_to)
            write_format(w, ")) { %s%s = async__unwinds_for(async__task); goto %s; }", owning_text(w, node, nullptr), node->exit->output, node->unwind_to);
        else
            write_format(w, ")) return (struct async__result__%s){ .suspended = %s };", w->fn->name, unwound(w));
        // An array of variable length takes no initializer but `{}`; one of pointers to such arrays takes any.
        if (d->init.first && is_empty_list(w, d->decl)) {
            write_format(w, " __builtin_memset(async__frame->%s, 0, sizeof(%s));", v->field, v->type_text);
        } else if (d->init.first) {
            write_format(w, " __builtin_memcpy(async__frame->%s, (const void *)&(%s)", v->field, v->type_text);
            print_piece(w, &d->init);
            write_format(w, ", sizeof(%s));", v->type_text);
        }
    } else if (d->init.first) {
        write_format(w, "%s = ", variable_text(w->unit, v));
        print_piece(w, &d->init);
        write_text(w, ";");
    }
}

// Without its initializer, which may have said how long an array is.
static void print_bare_declarator(struct writer *w, const struct var_decl *decl)
{
    uint32_t open = source_token_at(w->source, decl->variable->declared) + 1;
    if (decl->variable->type->is_array && open < decl->end && token_word(w->source, open) == '[' && token_at(w->source, open)->match == open + 1) {
        print_tokens(w, decl->first, open, false, false);
        write_format(w, "[%lld]", decl->variable->type->length);
        print_tokens(w, open + 2, decl->end, false, false);
    } else {
        print_tokens(w, decl->first, decl->end, false, false);
    }
}

// Where a variable of another block may have been, whatever the compiler knows of pointers to either.
static void print_beginning(struct writer *w, const struct variable *v)
{
    if (is_for_reader(w))
        write_format(w, "ASYNC__BEGINS(async__frame->%s); ", v->field);
    else
        write_format(w, "__asm__ volatile(\"\" : \"=m\"(*(char (*)[sizeof async__frame->%s])(void *)&async__frame->%s)); ", v->field, v->field);
}

static void print_in_frame(struct writer *w, const struct node *node, const struct declare *d, bool first)
{
    const struct variable *v = d->decl->variable;
    if (v->type->is_variable) {
        print_kept(w, node, d, first);
        return;
    }
    if (v->shares_bytes)
        print_beginning(w, v);
    const char *place = v->type->spelling ? arena_printf(w->unit->arena, "async__frame->%s", v->field) : variable_text(w->unit, v);
    if (!v->type->spelling) {
        // The type is known only here: an object that nobody uses keeps it for typeof.
        struct specifiers s = declaration_specifiers(w->source, node->stmt->first);
        if (!s.has_type && d->decl->equals) {
            write_text(w, "__typeof__(");
            print_piece(w, &d->init);
            write_text(w, ")");
        } else {
            print_tokens(w, node->stmt->first, node->stmt->specs_end, false, !first);
        }
        write_text(w, " ");
        print_bare_declarator(w, d->decl);
        write_text(w, " __attribute__((unused)); ");
    }
    if (!d->init.first)
        return;
    bool braces = begins_with_brace(w, &d->init);
    if ((v->type->is_array || v->type->is_record) && is_all_zero(w, &d->init)) {
        write_format(w, "__builtin_memset((void *)&%s, 0, sizeof %s);", place, place);
    } else if (v->type->is_array || v->type->has_const_member || (v->type->is_record && braces)) {
        write_format(w, "__builtin_memcpy((void *)&%s, (const void *)&(__typeof__(%s)%s)", place, place,
                     v->type->has_const_member && !braces ? "[1]" : "");
        write_text(w, braces ? "" : "{ ");
        print_piece(w, &d->init);
        write_format(w, "%s, sizeof %s);", braces ? "" : " }", place);
    } else {
        write_format(w, "%s = ", place);
        if (braces)
            write_format(w, "(__typeof__(%s))", place);
        print_piece(w, &d->init);
        write_text(w, ";");
    }
}

// Nothing is left to do where it is declared.
static bool is_only_in_frame(const struct declare *d)
{
    const struct variable *v = d->decl->variable;
    return v && v->home == HOME_FRAME && v->type->spelling && !d->init.first && !v->type->is_variable && !v->shares_bytes;
}

static void print_declare(struct writer *w, struct node *node)
{
    bool as_written = node->raw;
    for (struct declare *d = node->declares; d; d = d->next)
        as_written &= keeps_its_words(d);
    if (as_written) {
        write_source(w, node->at, node->end);
        return;
    }
    for (struct declare *d = node->declares; d; d = d->next) {
        bool first = d->decl == node->stmt->declarators;
        if (is_only_in_frame(d))
            continue;
        write_begin_line(w, node->at);
        if (d->decl->variable && d->decl->variable->home == HOME_FRAME)
            print_in_frame(w, node, d, first);
        else
            print_local(w, node, d, first);
    }
    write_end_line(w);
}

// An assignment to what C does not let us assign: an array, a struct with const members.
static void print_copy(struct writer *w, const char *place, const struct piece *value)
{
    write_format(w, "__builtin_memcpy((void *)&%s, &(__typeof__(%s)[1]){ ", place, place);
    print_piece(w, value);
    write_format(w, " }, sizeof %s)", place);
}

static void print_temporary(struct writer *w, struct node *node)
{
    struct variable *v = node->variable;
    write_begin_line(w, node->at);
    if (v->home == HOME_FRAME && !v->type->spelling && node->piece.first) {        // a type that it defines stands once
        write_format(w, "__auto_type %s = ", v->output);
        print_piece(w, &node->piece);
        write_format(w, "; __builtin_memcpy((void *)async__frame->%s, &%s, sizeof %s)", v->field, v->output, v->output);
    } else if (v->home == HOME_FRAME) {
        if (!v->type->spelling) {
            write_text(w, "__typeof__(");
            write_measured(w, node->type_begin, node->type_end);
            write_format(w, ") %s __attribute__((unused)); ", v->output);
        }
        if (node->piece.first)
            print_copy(w, variable_text(w->unit, v), &node->piece);
    } else if (node->piece.first) {
        print_object(w, v->type->spelling ? v->type->spelling : "__auto_type", v->output);
        write_text(w, " = ");
        print_piece(w, &node->piece);
    } else if (v->type->spelling) {
        print_object(w, v->type->spelling, v->output);
    } else {
        write_text(w, "__typeof__(");
        write_measured(w, node->type_begin, node->type_end);
        write_format(w, ") %s", v->output);
    }
    if (v->maybe_unset && !node->piece.first)
        print_zero(w, v->type);
    write_text(w, ";");
    write_end_line(w);
}

static void print_set(struct writer *w, struct node *node)
{
    write_begin_line(w, node->at);
    const char *place = variable_text(w->unit, node->variable);
    if (node->as_bytes) {
        write_text(w, "__auto_type async__made = ");
        print_piece(w, &node->piece);
        write_format(w, "; __builtin_memcpy((void *)&%s, &async__made, sizeof async__made)", place);
    } else if (node->variable->type->has_const_member) {
        print_copy(w, place, &node->piece);
    } else {
        write_format(w, "%s = ", place);
        print_piece(w, &node->piece);
    }
    write_text(w, ";");
    write_end_line(w);
}

// --- control flow ---

// A block of the user's ends at a brace of his; what is in it stands where he put it.
static bool is_users_block(const struct node *node)
{
    return node->end != 0;
}

static void print_block(struct writer *w, struct node *node)
{
    if (node->bare) {
        print_list(w, node->children);
        return;
    }
    int depth = w->depth;
    write_begin_line(w, node->at);
    write_text(w, "{");
    w->depth = is_users_block(node) ? 0 : depth + 1;
    print_list(w, node->children);
    w->depth = is_users_block(node) ? 0 : depth;
    write_notes(w, node->end ? node->end : node->at);
    w->guarded = 0;
    write_begin_line(w, node->end ? node->end : node->at);
    write_text(w, "}");
    w->depth = depth;
    write_end_line(w);
}

// The body of a construct: always in braces, so that no `else` finds the wrong `if`.
// One statement that stays as it was, or becomes one: as the user wrote it without braces, it stays without them.
static bool is_simple(const struct node *node)
{
    if (!node || node->next)
        return false;
    switch (node->kind) {
    case NODE_TEXT: case NODE_BREAK: case NODE_CONTINUE: case NODE_GOTO: return node->raw;
    case NODE_RETURN: return true;
    default: return false;
    }
}

// `if (await f());`: compilers say that the body is empty.
static bool is_empty_body(const struct writer *w, const struct node *node, uint32_t at)
{
    return is_simple(node) && node->stmt && node->stmt->kind == STMT_NULL && is_same_line(w, node->at, at);
}

static void print_braced(struct writer *w, struct node *node, const struct stmt *stmt, uint32_t at)
{
    uint32_t end = 0;
    int depth = w->depth;
    if (node && node->kind == NODE_BLOCK && !node->next) {
        end = node->end;
        node = node->children;
    }
    if (!end && is_simple(node) && !is_same_line(w, node->at, at)) {
        w->depth = 0;        // also for what follows in a block of ours: it stands below the statement, not below its body
        print_list(w, node);
        write_guarded(w, stmt, node->at);
        return;
    }
    if (!end && stmt && (stmt->kind == STMT_IF || stmt->kind == STMT_SWITCH) && is_empty_body(w, node, at)) {
        write_text(w, ";");
        return;
    }
    write_text(w, " {");
    w->depth = end || (node && !is_same_line(w, node->at, at)) ? 0 : depth + 1;
    print_list(w, node);
    w->depth = end ? 0 : depth;
    if (end) {
        write_notes(w, end);
        write_begin_line(w, end);
    } else if (w->at_line_start) {
        write_indentation(w, at);
    } else {
        write_text(w, " ");
    }
    write_text(w, "}");
    w->guarded = 0;
    w->depth = depth;
}

// The `else` of a statement of the user's; 0: the branch is ours.
static uint32_t find_else(const struct writer *w, const struct node *node)
{
    const struct stmt *s = node->stmt;
    bool is_users = s && s->kind == STMT_IF && s->otherwise && token_at(w->source, s->first)->begin == node->at;
    uint32_t token = is_users ? s->otherwise->first - 1 : 0;
    return token_word(w->source, token) == WORD_ELSE ? token : 0;
}

// Where the user put it on a line of its own, clang compares its column with those of the statements behind.
static void print_else(struct writer *w, const struct node *node)
{
    uint32_t token = w->options->mode == PRINT_FOR_COMPILER ? find_else(w, node) : 0;
    if (token && !is_trailing(w->source, token_at(w->source, token)->begin))
        write_in_place(w, token_at(w->source, token)->begin, token_at(w->source, token)->end);
    else
        write_text(w, " else");
}

static void print_if(struct writer *w, struct node *node)
{
    write_begin_line(w, node->at);
    write_text(w, node->negated ? "if (!(" : "if (");
    print_piece(w, &node->piece);
    write_text(w, node->negated ? "))" : ")");
    print_braced(w, node->children, node->stmt, node->at);
    if (node->otherwise) {
        print_else(w, node);
        print_braced(w, node->otherwise, node->stmt, node->at);
    }
    write_end_line(w);
}

static bool is_simple_init(const struct node *init)
{
    if (init->next)
        return false;
    if (init->kind == NODE_TEXT)
        return init->raw;
    if (init->kind != NODE_DECLARE || !init->raw)
        return false;
    for (const struct declare *d = init->declares; d; d = d->next)
        if (!keeps_its_words(d))
            return false;
    return true;
}

static enum loop_kind loop_kind(const struct node *node)
{
    const struct stmt *s = node->stmt;
    if (s->cond || s->step || s->body->awaits)
        return LOOP_ENTERED;
    return s->awaits || (node->kind == NODE_FOR && s->init && !node->init) ? LOOP_PREPARED : LOOP_AS_WRITTEN;
}

// What stays in the frame while a loop runs. Of one body for all, an activation that resumes saves here what has changed, as
// at a suspension.
static void print_staying(struct writer *w, uint32_t at, bool behind, const struct variable_set *set)
{
    if (!set->count)
        return;
    if (is_for_reader(w))
        write_line_break(w);
    write_begin_line(w, at);
    write_format(w, "if (%s) {", has_one_body(w) ? "async__state != 0" : is_for_reader(w) ? "ASYNC__HAD_FRAME" : "!async__starting");
    for (size_t i = 0; i < set->count; i++) {
        print_step(w, at, 1);
        if (behind)
            print_reload(w, set->at[i]);
        else
            print_save(w, set->at[i]);
    }
    print_step(w, at, 0);
    write_text(w, "}");
    if (is_for_reader(w)) {
        write_lost_line(w);
        write_line_break(w);
    } else {
        write_end_line(w);
    }
}

static void print_for(struct writer *w, struct node *node)
{
    bool hoisted = node->init && !is_simple_init(node->init);
    if (hoisted) {
        write_begin_line(w, node->at);
        write_text(w, "{");
        print_list(w, node->init);
    }
    write_held_pragmas(w, loop_kind(node));
    write_begin_line(w, node->at);
    write_text(w, "for (");
    if (node->init && !hoisted)
        write_in_place(w, node->init->at, node->init->end);
    else
        write_text(w, ";");
    write_text(w, node->piece.first ? " " : "");
    print_piece(w, &node->piece);
    write_text(w, node->step.first ? "; " : ";");
    print_piece(w, &node->step);
    write_text(w, ")");
    print_braced(w, node->children, node->stmt, node->at);
    write_end_line(w);
    if (hoisted) {
        write_begin_line(w, node->at);
        write_text(w, "}");
        write_end_line(w);
    }
}

static void print_while(struct writer *w, struct node *node)
{
    write_held_pragmas(w, loop_kind(node));
    write_begin_line(w, node->at);
    if (node->piece.first) {
        write_text(w, "while (");
        print_piece(w, &node->piece);
        write_text(w, ")");
    } else {
        write_text(w, "for (;;)");
    }
    print_braced(w, node->children, node->stmt, node->at);
    write_end_line(w);
}

static void print_do(struct writer *w, struct node *node)
{
    write_held_pragmas(w, loop_kind(node));
    write_begin_line(w, node->at);
    write_text(w, "do");
    print_braced(w, node->children, node->stmt, node->at);
    write_text(w, " while (");
    print_piece(w, &node->piece);
    write_text(w, ");");
    write_end_line(w);
}

static void print_loop(struct writer *w, struct node *node)
{
    if (node->stay)
        print_staying(w, node->at, false, has_one_body(w) ? &node->stay->changed : &node->stay->stored);
    switch (node->kind) {
    case NODE_WHILE: print_while(w, node); break;
    case NODE_DO: print_do(w, node); break;
    default: print_for(w, node); break;
    }
    if (node->stay && !has_one_body(w))
        print_staying(w, token_at(w->source, node->stmt->end - 1)->begin, true, &node->stay->back);
}

static void print_switch(struct writer *w, struct node *node)
{
    write_begin_line(w, node->at);
    write_text(w, "switch (");
    print_piece(w, &node->piece);
    write_text(w, ")");
    print_braced(w, node->children, node->stmt, node->at);
    write_end_line(w);
}

// Before C23 a label stands before a statement, and before no declaration.
static bool begins_with_statement(const struct node *node)
{
    while (node && node->kind == NODE_BLOCK && node->bare)
        node = node->children;
    return node && node->kind != NODE_DECLARE && node->kind != NODE_AWAIT && node->kind != NODE_TEMPORARY &&
           node->kind != NODE_TYPE && node->kind != NODE_OWN_LABEL;
}

static void print_label(struct writer *w, struct node *node)
{
    write_begin_line(w, node->at);
    print_piece(w, &node->piece);
    if (!begins_with_statement(node->children))
        write_text(w, ";");
    write_end_line(w);
    print_list(w, node->children);
}

static void print_goto(struct writer *w, struct node *node)
{
    write_begin_line(w, node->at);
    if (node->kind == NODE_GOTO_COMPUTED) {
        write_text(w, "goto *(");
        print_piece(w, &node->piece);
        write_text(w, ");");
    } else {
        write_format(w, "goto %s;", node->text);
    }
    write_end_line(w);
}

// `if (0)`: nobody falls into it. Where nobody could, it would look as if somebody fell out.
static void print_owned(struct writer *w, struct node *node)
{
    write_begin_line(w, node->at);
    write_format(w, "%s{ %s:;", node->is_shut ? "" : "if (0) ", node->text);
    if (node->exit)
        write_format(w, " if (%s) {", variable_text(w->unit, node->exit));
    write_end_line(w);
    print_list(w, node->children);
    if (node->exit) {
        write_begin_line(w, node->at);
        write_text(w, "}");
        write_end_line(w);
    }
    print_list(w, node->otherwise);
    write_begin_line(w, node->at);
    write_text(w, "}");
    write_end_line(w);
}

static void print_text(struct writer *w, struct node *node)
{
    if (node->raw) {
        write_source(w, node->at, node->end);
        return;
    }
    write_begin_line(w, node->at);
    print_piece(w, &node->piece);
    write_text(w, ";");
    write_end_line(w);
}

// The macro that a reader sees defines its types for itself.
static void print_type(struct writer *w, struct node *node)
{
    if (!is_folded(w, node->at))
        print_text(w, node);
}

// A loop, or something that was taken out of its head.
static bool leads_to_loop(const struct node *node)
{
    return node->stmt && (is_loop_of_c(node->stmt) || node->stmt->kind == STMT_EACH);
}

// Is it something of ours for the statement around the one whose body was written last? A statement that follows stands where
// the user put it, misleading or not.
static bool is_for_outer(const struct writer *w, const struct node *node)
{
    return w->guarded && node->stmt && node->stmt->first <= w->guarding->first && node->stmt->end >= w->guarding->end;
}

static void print_node(struct writer *w, struct node *node)
{
    if (!is_for_outer(w, node))
        w->guarded = 0;
    w->holds_pragmas = leads_to_loop(node);
    write_notes(w, node->at);
    switch (node->kind) {
    case NODE_BLOCK: print_block(w, node); break;
    case NODE_TEXT: print_text(w, node); break;
    case NODE_TYPE: print_type(w, node); break;
    case NODE_DECLARE: print_declare(w, node); break;
    case NODE_TEMPORARY: print_temporary(w, node); break;
    case NODE_SET: print_set(w, node); break;
    case NODE_AWAIT: print_await(w, node); break;
    case NODE_IF: print_if(w, node); break;
    case NODE_WHILE: case NODE_DO: case NODE_FOR: print_loop(w, node); break;
    case NODE_SWITCH: print_switch(w, node); break;
    case NODE_LABEL: print_label(w, node); break;
    case NODE_OWN_LABEL:
        write_begin_line(w, node->at);
        write_format(w, "%s:;", node->text);
        write_end_line(w);
        break;
    case NODE_LEAVE:
        if (node->text) {
            write_begin_line(w, node->at);
            write_format(w, "%s:;", node->text);
            write_end_line(w);
        }
        print_list(w, node->children);
        print_list(w, node->otherwise);
        break;
    case NODE_OWNED:
        if (node->text)
            print_owned(w, node);
        break;
    case NODE_GOTO: case NODE_GOTO_COMPUTED:
        if (node->raw)
            write_source(w, node->at, node->end);
        else
            print_goto(w, node);
        break;
    case NODE_BREAK: case NODE_CONTINUE:
        if (node->raw) {
            write_source(w, node->at, node->end);
        } else {
            write_begin_line(w, node->at);
            write_text(w, "break;");
            write_end_line(w);
        }
        break;
    case NODE_RETURN: print_return(w, node); break;
    case NODE_UNWIND: print_unwind(w, node); break;
    }
}

static void print_list(struct writer *w, struct node *node)
{
    for (; node; node = node->next)
        print_node(w, node);
}

// The type that a plain function defines for its result, or takes from a variable, may have no name: it is that of a call.
static void print_unnamed_result(struct writer *w, const struct function *fn, const struct variable *v)
{
    write_format(w, "__typeof__(%s(", fn->name);
    for (size_t i = 0; i < fn->param_count; i++) {
        const struct variable *param = fn->variables.at[i];
        write_text(w, i ? ", " : "");
        if (param->type->spelling) {       // it need not have a name
            write_text(w, "*(");
            print_object(w, param->type->spelling, "*");
            write_text(w, ")0");
        } else {
            write_text(w, param->name);
        }
    }
    write_format(w, ")) %s", v->output);
}

void print_presets(struct writer *w, const struct function *fn, uint32_t at)
{
    for (size_t i = 0; i < fn->lowered->temporaries.count; i++) {
        const struct variable *v = fn->lowered->temporaries.at[i];
        if (!v->is_preset)
            continue;
        write_begin_line(w, at);
        write_text(w, "    ");
        if (v->type->spelling)
            print_object(w, v->type->spelling, v->output);
        else
            print_unnamed_result(w, fn, v);
        write_text(w, " __attribute__((unused))");
        print_zero(w, v->type);
        write_text(w, ";");
    }
}

void print_body(struct writer *w, struct function *fn)
{
    print_list(w, fn->lowered->body->children);
}
