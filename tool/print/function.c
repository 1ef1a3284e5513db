// function.c: everything that stands in the output for one async function.
//
//     the starts of the functions it awaits by name     (so that the body can call them)
//     struct async__frame__f                             its frame
//     f                                                 the user's statements
//     async__start__f, async__resume__f                   the two ways into them
//     async__make__f                                     the maker of coroutine objects, with the symbol f
//     async__function__f                                 the descriptor
#define _GNU_SOURCE
#include "print/parts.h"

#include "model/declaration.h"
#include "model/library.h"

#include <stdio.h>

void print_string(struct writer *w, const char *text, size_t length)
{
    write_text(w, "\"");
    for (size_t i = 0; i < length; i++) {
        unsigned char c = (unsigned char)text[i];
        if (c == '"' || c == '\\')
            write_format(w, "\\%c", c);
        else if (c == '?')
            write_text(w, "\\?");
        else if (c < ' ' || c == 127)
            write_format(w, c == '\n' ? " " : "\\%03o", c);
        else
            write_format(w, "%c", c);
    }
    write_text(w, "\"");
}

static bool declares_main(const struct async_declaration *d)
{
    return strcmp(d->spelling, "main") == 0;
}

// The user's name, for debuggers, profilers and the compiler's messages.
static const char *body_name(const struct function *fn)
{
    return is_main(fn) ? "async__main" : fn->name;
}

// C lets nobody call main. Where no prototype says otherwise its maker is for the file alone.
static bool is_hidden_main(const struct writer *w, const struct async_declaration *d)
{
    return declares_main(d) && find_async(w->unit, d->spelling) == d;
}

// An inline function that is not static has one maker in the whole program, whichever file gives it; its start is each
// file's own, to be inlined, and has a second name for files that see only a prototype.
static bool maker_is_static(const struct writer *w, const struct async_declaration *d)
{
    return d->is_static || is_hidden_main(w, d);
}

static const char *maker_storage(const struct writer *w, const struct async_declaration *d)
{
    return maker_is_static(w, d) ? "static __attribute__((unused)) " : d->is_inline ? "__attribute__((weak)) " : "";
}

static bool has_static_start(const struct async_declaration *d)
{
    return d->is_static || declares_main(d) || d->is_inline;
}

static void print_line(struct writer *w, uint32_t at, const char *text)
{
    write_begin_line(w, at);
    write_text(w, text);
}

// Lines of which the compiler shall not say `warning`, which may be another compiler's.
static void print_quiet_begin(struct writer *w, uint32_t at, const char *warning)
{
    write_directive(w, at, "#pragma GCC diagnostic push");
    write_directive(w, at, "#pragma GCC diagnostic ignored \"-Wpragmas\"");
    write_directive(w, at, "#pragma GCC diagnostic ignored \"-Wunknown-warning-option\"");
    write_directive(w, at, arena_printf(w->unit->arena, "#pragma GCC diagnostic ignored \"%s\"", warning));
}

static void print_quiet_end(struct writer *w, uint32_t at)
{
    write_directive(w, at, "#pragma GCC diagnostic pop");
}

// --- parameters of the ways in ---

static void print_qualified(struct writer *w, const struct variable *v, const char *name)
{
    if (v->type->is_variable)
        write_format(w, "void *%s", name);
    else if (v->type->is_volatile)
        write_format(w, "volatile __typeof__(%s) %s", v->type->spelling, name);
    else
        print_object(w, v->type->spelling, name);
}

// In maker and start, which are around the body and call it: a parameter may be called as the body is.
static bool keeps_names_of_parameters(const struct function *fn)
{
    for (size_t i = 0; i < fn->param_count; i++)
        if (fn->variables.at[i]->is_unnamed || strcmp(fn->variables.at[i]->name, fn->name) == 0)
            return false;
    return true;
}

// Sizes in the parameters are the body's to evaluate. Where that does anything, maker and start have any size instead, so
// that the type is the same to those who look at it.
static void print_sizeless_parameters(struct writer *w, struct function *fn)
{
    bool keeps = keeps_names_of_parameters(fn);
    for (size_t i = 0; i < fn->param_count; i++) {
        const struct variable *v = fn->variables.at[i];
        const char *name = keeps ? v->name : v->output;
        write_text(w, i ? ", " : "");
        if (v->type->is_variable)
            print_object(w, any_size_text(w->unit, fn, v, is_for_reader(w)), name);
        else
            print_qualified(w, v, name);
    }
}

// Nobody writes to it, but it is no constant.
static void print_any_size(struct writer *w, uint32_t at)
{
    uint32_t *known = map_at(&w->started, "async__any_size", strlen("async__any_size"));
    if ((*known)++)
        return;
    write_begin_line(w, at);
    write_text(w, "static async__size async__any_size __attribute__((unused)) = 1;");
}

// The parameters of a maker or start, as the user wrote them if they keep their names.
static void print_users_parameters(struct writer *w, struct function *fn)
{
    const struct async_declaration *d = fn->declaration;
    if (fn->is_sizeless) {
        print_sizeless_parameters(w, fn);
        return;
    }
    if (keeps_names_of_parameters(fn)) {
        write_range(w, token_at(w->source, d->open)->end, token_at(w->source, d->close)->begin);
        return;
    }
    for (size_t i = 0; i < fn->param_count; i++) {
        write_text(w, i ? ", " : "");
        print_qualified(w, fn->variables.at[i], fn->variables.at[i]->output);
    }
}

// --- prototypes of starts ---

static bool is_void_list(const struct source *source, const struct async_declaration *d)
{
    uint32_t first = token_skip_attributes(source, d->open + 1);
    return d->close == d->open + 1 || (d->close == first + 1 && token_is(source, first, "void"));
}

// `()` said nothing of the parameters before C23: callers pass what they have.
static bool is_unspecified(const struct source *source, const struct async_declaration *d)
{
    return source->before_c23 && !d->body && d->close == d->open + 1;
}

// The declaration that an await at `at` goes by: of those in front of it one that says what the parameters are.
static const struct async_declaration *find_specified(const struct unit *unit, const struct async_declaration *d, uint32_t at)
{
    if (!is_unspecified(unit->source, d))
        return d;
    for (size_t i = 0; i < unit->declarations.count; i++) {
        const struct async_declaration *other = &unit->declarations.at[i];
        if (other->at_file_scope && token_at(unit->source, other->word)->begin < at && strcmp(other->spelling, d->spelling) == 0 &&
            !is_unspecified(unit->source, other))
            return other;
    }
    return d;
}

// The definition of that name in this file, if a start is to have no sizes; else null.
static struct function *find_sizeless(const struct unit *unit, const char *name)
{
    for (size_t i = 0; unit->has_sizeless && i < unit->functions.count; i++)
        if (unit->functions.at[i]->is_sizeless && strcmp(unit->functions.at[i]->name, name) == 0)
            return unit->functions.at[i];
    return nullptr;
}

// What every start is given beside the user's parameters.
static void print_start_context(struct writer *w, const struct type *result)
{
    write_text(w, "(struct async_task *async__task");
    if (delivery_of(result) == DELIVERY_OUT) {
        write_text(w, ", ");
        print_object(w, result->spelling, "*async__out");
    }
}

static bool is_given_arguments(const struct node *node, const char *name)
{
    for (; node; node = node->next)
        if ((node->kind == NODE_AWAIT && node->argument_count && node->await->callee && strcmp(node->await->callee->spelling, name) == 0) ||
            is_given_arguments(node->init, name) || is_given_arguments(node->children, name) || is_given_arguments(node->otherwise, name))
            return true;
    return false;
}

// `async int f();` of which nothing in the file says that it has parameters. Calls of its start give it some.
static bool has_no_parameters(const struct unit *unit, const struct async_declaration *d)
{
    for (size_t i = 0; i < unit->functions.count; i++) {
        const struct function *fn = unit->functions.at[i];
        if ((fn->param_count && strcmp(fn->name, d->spelling) == 0) || is_given_arguments(fn->lowered->body, d->spelling))
            return false;
    }
    return true;
}

// `struct async_task *async__task[, T *async__out]` and the user's parameters, from the text of a declaration.
static void print_start_parameters(struct writer *w, const struct async_declaration *d, const struct type *result)
{
    const struct source *source = w->source;
    if (is_unspecified(source, d) && !has_no_parameters(w->unit, d)) {
        write_text(w, "()");
        return;
    }
    print_start_context(w, result);
    struct function *fn = find_sizeless(w->unit, d->spelling);
    if (fn) {
        write_text(w, ", ");
        print_users_parameters(w, fn);
    } else if (!is_void_list(source, d)) {
        write_text(w, ", ");
        write_range(w, token_at(source, d->open)->end, token_at(source, d->close)->begin);
    }
    write_text(w, ")");
}

static void print_result(struct writer *w, const char *name, const struct type *result)
{
    write_format(w, "struct async__result__%s { struct async__frame *suspended;", name);
    if (delivery_of(result) == DELIVERY_VALUE) {
        write_text(w, " ");
        print_object(w, result->spelling, "value");
        write_text(w, ";");
    }
    write_text(w, " };");
}

// What is said of the function's symbol is true of that of its start.
static void print_start_symbol(struct writer *w, const struct async_declaration *d)
{
    d = find_async(w->unit, d->spelling) ? find_async(w->unit, d->spelling) : d;
    if (d->symbol)
        write_format(w, " __asm__(%s \".start\")", d->symbol);
    else
        write_format(w, " __asm__(\"%s.start\")", d->spelling);
    if (d->is_weak)
        write_text(w, " __attribute__((weak))");
    if (d->visibility)
        write_format(w, " __attribute__((%s))", d->visibility);
}

static bool note_start(struct writer *w, const char *name)
{
    uint32_t *known = map_at(&w->started, name, strlen(name));
    return !(*known)++;
}

// async/abi.h defines it, to be inlined.
static bool has_inline_start(const struct async_declaration *d)
{
    return d->is_system && strcmp(d->spelling, "async_yield") == 0;
}

static void print_start_prototype(struct writer *w, const struct async_declaration *d, const struct type *result, uint32_t at)
{
    if (has_inline_start(d))
        return;
    const char *name = is_unspecified(w->source, d) ? arena_printf(w->unit->arena, "%s()", d->spelling) : d->spelling;
    if (!note_start(w, name))
        return;
    if (note_start(w, arena_printf(w->unit->arena, "%s.result", d->spelling))) {
        write_begin_line(w, at);
        print_result(w, d->spelling, result);
    }
    if (find_sizeless(w->unit, d->spelling))
        print_any_size(w, at);
    bool unspecified = is_unspecified(w->source, d);        // compilers say so of the user's declaration
    if (unspecified) {
        print_quiet_begin(w, at, "-Wdeprecated-non-prototype");
        write_directive(w, at, "#pragma GCC diagnostic ignored \"-Wstrict-prototypes\"");
    }
    write_begin_line(w, at);
    bool hidden = has_static_start(d);
    write_format(w, "%sstruct async__result__%s async__start__%s", hidden ? "static __attribute__((unused)) " : "", d->spelling, d->spelling);
    print_start_parameters(w, d, result);
    if (!hidden)
        print_start_symbol(w, d);
    write_text(w, ";");
    if (unspecified)
        print_quiet_end(w, at);
    write_end_line(w);
}

static void print_callees_of(struct writer *w, const struct node *node, uint32_t at)
{
    for (; node; node = node->next) {
        if (node->kind == NODE_AWAIT && node->await->callee)
            print_start_prototype(w, find_specified(w->unit, node->await->callee, node->await->begin), node->await->type, at);
        print_callees_of(w, node->init, at);
        print_callees_of(w, node->children, at);
        print_callees_of(w, node->otherwise, at);
    }
}

void print_callees(struct writer *w, struct function *fn)
{
    uint32_t at = token_at(w->source, fn->declaration->specs)->begin;
    if (fn->declaration->generator) {
        write_begin_line(w, at);
        print_result(w, fn->name, fn->result);
        write_end_line(w);
    } else {
        print_start_prototype(w, fn->declaration, fn->result, at);
    }
    print_callees_of(w, fn->lowered->body, at);
}

static void print_open(struct writer *w, uint32_t at, const char *text)
{
    print_line(w, at, text);
    w->depth++;
}

static void print_close(struct writer *w, uint32_t at, const char *text)
{
    w->depth--;
    print_line(w, at, text);
}

// --- the frame ---

static void print_field(struct writer *w, const struct variable *v)
{
    if (v->type->is_variable) {
        write_format(w, v->type->is_array || v->type->is_pointer ? "void *%s;" : "void *%s[%lld];", v->field, v->type->size / (long long)sizeof(void *));
        return;
    }
    // gcc aligns a wide vector less outside of functions that are compiled for a machine with such registers.
    if (v->alignment)
        write_text(w, v->alignment);
    else if (v->type->align > 16 && (v->type->is_vector || v->type->is_array))
        write_format(w, "_Alignas(%u) ", v->type->align);
    if (!v->type->spelling) {
        write_format(w, "unsigned char %s[%lld] __attribute__((aligned(%u)));", v->field, v->type->size > 0 ? v->type->size : 1,
                     v->type->align);
        return;
    }
    print_qualified(w, v, v->field);
    write_text(w, ";");
}

// clang warns of a flexible struct that is not the last member. What lies behind it is nobody's but ours.
static bool has_flexible_field(const struct function *fn)
{
    for (size_t i = 0; i < fn->flow->fields.count; i++)
        if (fn->flow->fields.at[i]->type->is_flexible)
            return true;
    return false;
}

static void print_slots(struct writer *w, const struct slots *slots, uint32_t at);

// Blocks that are never alive at the same time lie in the same place.
static void print_inner_slots(struct writer *w, const struct slots *inner, uint32_t at)
{
    print_open(w, at, "union {");
    for (; inner; inner = inner->next) {
        bool is_one = !inner->first->next && !inner->inner;
        if (!is_one)
            print_open(w, at, "struct {");
        print_slots(w, inner, at);
        if (!is_one)
            print_close(w, at, "};");
    }
    print_close(w, at, "};");
}

static void print_slots(struct writer *w, const struct slots *slots, uint32_t at)
{
    for (const struct slot *s = slots->first; s; s = s->next) {
        if (s->variable->is_type)
            continue;
        write_begin_line(w, at);
        print_field(w, s->variable);
    }
    if (slots_share(slots))
        print_inner_slots(w, slots->inner, at);
    else if (slots->inner)
        print_slots(w, slots->inner, at);
}

static void print_frame(struct writer *w, const struct function *fn, uint32_t at)
{
    bool flexible = has_flexible_field(fn);
    if (flexible)
        print_quiet_begin(w, at, "-Wgnu-variable-sized-type-not-at-end");
    write_begin_line(w, at);
    write_format(w, "struct async__frame__%s {", fn->name);
    w->depth = 1;
    write_begin_line(w, at);
    write_text(w, "struct async__frame async__base;");
    if (delivery_of(fn->result) == DELIVERY_OUT) {
        write_begin_line(w, at);
        print_object(w, fn->result->spelling, "*async__out");
        write_text(w, ";");
    }
    print_slots(w, &fn->flow->slots, at);
    w->depth = 0;
    write_begin_line(w, at);
    write_text(w, "};");
    if (flexible)
        print_quiet_end(w, at);
    write_begin_line(w, at);
    write_format(w, "static const struct async__function async__function__%s;", fn->name);
    write_end_line(w);
}

// --- parameters ---

static void print_parameters(struct writer *w, const struct function *fn)
{
    for (size_t i = 0; i < fn->param_count; i++) {
        const struct variable *v = fn->variables.at[i];
        write_text(w, ", ");
        print_qualified(w, v, v->output);
        if (!v->is_mentioned)
            write_text(w, " __attribute__((unused))");
    }
}

static void print_store(struct writer *w, const struct variable *v, const char *from)
{
    if (v->type->has_const_member)
        write_format(w, "__builtin_memcpy((void *)&async__frame->%s, &%s, sizeof %s);", v->field, from, from);
    else
        write_format(w, "async__frame->%s = %s;", v->field, from);
}

static void print_stores(struct writer *w, const struct function *fn, uint32_t at)
{
    bool keeps = keeps_names_of_parameters(fn);
    for (size_t i = 0; i < fn->param_count; i++) {
        const struct variable *v = fn->variables.at[i];
        write_begin_line(w, at);
        print_store(w, v, keeps ? v->name : v->output);
    }
}

// --- the body ---

static void print_load(struct writer *w, const struct variable *v)
{
    if (v->type->has_const_member)
        write_format(w, "__builtin_memcpy((void *)&%s, &async__frame->%s, sizeof %s);", v->output, v->field, v->output);
    else
        write_format(w, "%s = async__frame->%s;", v->output, v->field);
}

// An array of variable length whose memory is the frame's.
static bool is_array_of_its_own(const struct variable *v)
{
    return v->type->is_variable && v->type->is_array && !v->is_type;
}

static bool has_arrays(const struct function *fn)
{
    for (size_t i = 0; i < fn->flow->fields.count; i++)
        if (is_array_of_its_own(fn->flow->fields.at[i]))
            return true;
    return false;
}

static void print_frees(struct writer *w, const struct function *fn, uint32_t at)
{
    for (size_t i = 0; i < fn->flow->fields.count; i++) {
        const struct variable *v = fn->flow->fields.at[i];
        if (!is_array_of_its_own(v))
            continue;
        write_begin_line(w, at);
        write_format(w, "async__array_free(async__frame->%s);", v->field);
    }
}

// Some parameters live in the frame: a first activation that begins as a plain call stores them. The others are
// locals: one that begins from a frame loads them.
static void print_entry_of(struct writer *w, const struct function *fn, uint32_t at, enum home home)
{
    bool any = false;
    for (size_t i = 0; i < fn->param_count; i++) {
        const struct variable *v = fn->variables.at[i];
        if (v->home != home)
            continue;
        if (!any) {
            print_step(w, at, 2);
            write_text(w, home == HOME_FRAME ? "if (async__starting) {" : "if (!async__starting) {");
        }
        any = true;
        print_step(w, at, 3);
        if (home == HOME_FRAME)
            print_store(w, v, v->output);
        else
            print_load(w, v);
    }
    if (any) {
        print_step(w, at, 2);
        write_text(w, "}");
    }
}

// The sizes in the types of parameters; and no array has any memory yet.
static void print_entry_of_arrays(struct writer *w, struct function *fn, uint32_t at)
{
    for (size_t i = 0; i < fn->param_count; i++) {
        const struct variable *v = fn->variables.at[i];
        if (v->lost_size) {
            print_step(w, at, 2);
            write_format(w, "(void)(%s);", bound_text(w->unit, fn, v->lost_size, is_for_reader(w)));
        }
        for (const struct bound *b = v->bounds; b; b = b->next) {
            print_step(w, at, 2);
            write_format(w, "async__frame->%s = (async__size)(%s);", b->size->field, bound_text(w->unit, fn, b->open, is_for_reader(w)));
        }
    }
    for (size_t i = 0; i < fn->flow->fields.count; i++)
        if (is_array_of_its_own(fn->flow->fields.at[i])) {
            print_step(w, at, 2);
            write_format(w, "async__frame->%s = 0;", fn->flow->fields.at[i]->field);
        }
}

// -n: the nth await unwinds. Where nothing is to be cleaned up, that is what else there is, unless the function has cleanups
// elsewhere.
static void print_state(struct writer *w, const struct function *fn, const struct node *node)
{
    uint32_t n = node->number;
    if (node->unwind_to)
        write_format(w, "case -%u: ", n);
    write_format(w, "case %u: goto async__resume_%u;", n, n);
    if (!node->unwind_to && fn->lowered->exits.count)
        write_format(w, " case -%u: return (struct async__result__%s){ .suspended = %s };", n, fn->name, unwound(w));
}

static void print_states(struct writer *w, const struct function *fn, const struct node *node, uint32_t at)
{
    for (; node; node = node->next) {
        if (node->kind == NODE_AWAIT) {
            print_step(w, at, 1);
            print_state(w, fn, node);
            if (is_for_reader(w)) {
                write_text(w, "    // ");
                print_comment(w, node);
            }
        }
        print_states(w, fn, node->init, at);
        print_states(w, fn, node->children, at);
        print_states(w, fn, node->otherwise, at);
    }
}

// Of the awaits in loops; *which: one of them.
static uint32_t count_in_loops(const struct node *node, bool in_loop, const struct node **which)
{
    uint32_t count = 0;
    for (; node; node = node->next) {
        bool is_loop = node->kind == NODE_WHILE || node->kind == NODE_DO || node->kind == NODE_FOR;
        if (node->kind == NODE_AWAIT && in_loop) {
            *which = node;
            count++;
        }
        count += count_in_loops(node->init, in_loop, which) + count_in_loops(node->children, in_loop || is_loop, which) +
                 count_in_loops(node->otherwise, in_loop, which);
    }
    return count;
}

// Where one await is in a loop, most resumptions continue it. gcc would ask for others first.
static const struct node *find_likely(const struct function *fn)
{
    const struct node *likely = nullptr;
    return fn->flow->two_bodies && count_in_loops(fn->lowered->body, false, &likely) == 1 ? likely : nullptr;
}

static void print_begin_of_states(struct writer *w, const struct function *fn)
{
    const struct node *likely = find_likely(fn);
    if (!is_for_reader(w)) {
        if (likely)
            write_format(w, "if (async__state == %u) { goto async__resume_%u; } ", likely->number, likely->number);
        write_text(w, "switch (async__state) { case 0:");
    } else if (likely) {
        write_format(w, "    ASYNC__STATES_OF_LOOP(%s, %u, {", fn->name, likely->number);
    } else {
        write_format(w, "    ASYNC__STATES(%s, {", fn->name);
    }
}

// For a reader all of it counts as the function's line, since it is one macro.
static void print_entry(struct writer *w, struct function *fn, uint32_t at)
{
    bool has_awaits = fn->lowered->await_count > 0;
    write_begin_line(w, at);
    if (has_awaits)
        print_begin_of_states(w, fn);
    else
        write_text(w, is_for_reader(w) ? "    ASYNC__NO_STATES({" : "{");
    size_t before = w->out->length;
    print_entry_of(w, fn, at, HOME_FRAME);
    print_entry_of(w, fn, at, HOME_LOCAL);
    print_entry_of_arrays(w, fn, at);
    if (w->out->length > before)
        print_step(w, at, 1);
    if (has_awaits) {
        write_text(w, is_for_reader(w) ? "}," : " break;");
        print_states(w, fn, fn->lowered->body, at);
        print_step(w, at, 1);
    }
    if (!is_for_reader(w)) {
        if (has_awaits)
            write_format(w, "default: if (ASYNC__IS_SMALL) { __builtin_unreachable(); } return (struct async__result__%s){ .suspended = %s };",
                         fn->name, unwound(w));
        write_text(w, " }");
        write_end_line(w);
        return;
    }
    write_text(w, has_awaits ? ")" : "})");
    write_lost_line(w);
    write_line_break(w);
}

// Where a large function suspends. In front of all its blocks, since C lets nobody jump into some of them.
static void print_one_suspension(struct writer *w, const struct function *fn, uint32_t at)
{
    if (!fn->flow->is_large)
        return;
    write_begin_line(w, at);
    if (is_for_reader(w))
        write_format(w, "    ASYNC__SUSPENSION(%s)", fn->name);
    else
        write_format(w, "struct async__frame *async__callee; int async__number; if (0) { async__suspension: "
                        "return (struct async__result__%s){ .suspended = async__suspend_or_unwind(&async__frame->async__base, async__number, "
                        "async__callee) }; }", fn->name);
    write_end_line(w);
}

static void print_context(struct writer *w, const struct function *fn)
{
    if (is_for_reader(w))
        write_format(w, "ASYNC__CONTEXT(%s)", fn->name);
    else
        write_format(w, "struct async_task *async__task __attribute__((unused)), "
                        "struct async__frame__%s *async__frame __attribute__((unused)), "
                        "const _Bool async__starting __attribute__((unused)), const int async__state __attribute__((unused))", fn->name);
    if (delivery_of(fn->result) == DELIVERY_OUT) {
        write_text(w, ", ");
        print_object(w, fn->result->spelling, "*async__out __attribute__((unused))");
    }
}

// What the user says of how the function is compiled is said of its body, which has his statements.
static void print_code_attributes(struct writer *w, const struct function *fn)
{
    const struct source *source = w->source;
    uint32_t first = declaration_begin(source, fn->declaration->specs), end = fn->declaration->body;
    for (uint32_t t = first; (t = token_find_code_attribute(source, first, t, end)); t++) {
        write_text(w, "__attribute__((");
        write_range(w, token_at(source, t)->begin, token_at(source, token_word(source, t + 1) == '(' ? token_at(source, t + 1)->match : t)->end);
        write_text(w, ")) ");
    }
}

static void print_body_type(struct writer *w, const struct function *fn)
{
    write_format(w, "struct async__result__%s %s(", fn->name, body_name(fn));
    print_context(w, fn);
    print_parameters(w, fn);
    write_text(w, ")");
}

// Its symbol is another one than its name, which is the maker's.
static void print_body_prototype(struct writer *w, const struct function *fn, uint32_t at)
{
    if (is_main(fn))
        return;
    bool known = is_library_name(fn->name);
    if (known)
        print_quiet_begin(w, at, "-Wbuiltin-declaration-mismatch");
    write_begin_line(w, at);
    write_text(w, "static ");
    print_code_attributes(w, fn);
    print_body_type(w, fn);
    write_format(w, " __asm__(\"%s.body\");", fn->name);
    if (known)
        print_quiet_end(w, at);
    write_end_line(w);
}

static void print_body_head(struct writer *w, const struct function *fn, uint32_t at)
{
    bool two = fn->flow->two_bodies && !w->options->one_body;
    write_begin_line(w, at);
    if (is_for_reader(w))
        write_format(w, "static %s ", fn->flow->two_bodies ? "ASYNC__BODY" : "ASYNC__ONE_BODY");
    else
        write_format(w, "static %s ", two ? "inline __attribute__((always_inline))" : "__attribute__((noinline))");
    if (is_main(fn))               // others have a prototype, which has said it
        print_code_attributes(w, fn);
    print_body_type(w, fn);
}

static const struct node *last_node(const struct function *fn)
{
    const struct node *node = fn->lowered->body->children;
    while (node && node->next)
        node = node->next;
    return node;
}

// A function that gives a value may fall off its end too, as long as nobody looks at the value.
static void print_fall_off(struct writer *w, const struct function *fn)
{
    uint32_t end = token_at(w->source, fn->declaration->body_close)->begin;
    const struct node *last = last_node(fn);
    if (last && last->kind == NODE_RETURN)
        return;
    w->depth++;
    write_begin_line(w, end);
    w->depth--;
    write_format(w, "return (struct async__result__%s){ .suspended = 0 };", fn->name);
    write_end_line(w);
}

static void print_whole_body(struct writer *w, struct function *fn)
{
    const struct async_declaration *d = fn->declaration;
    uint32_t at = token_at(w->source, d->name)->begin;
    print_body_head(w, fn, at);
    write_begin_line(w, token_at(w->source, d->body)->begin);
    write_text(w, "{");
    if (fn->names_itself && is_main(fn)) {
        write_begin_line(w, at);
        write_format(w, "    static const char async__func[] __attribute__((unused)) = \"%s\";", fn->name);
    }
    print_presets(w, fn, at);
    print_entry(w, fn, at);
    print_one_suspension(w, fn, at);
    w->fn = fn;
    print_body(w, fn);
    w->fn = nullptr;
    print_fall_off(w, fn);
    write_begin_line(w, token_at(w->source, d->body_close)->begin);
    write_text(w, "}");
    write_end_line(w);
}

// --- the ways in ---

static bool needs_braces_for_zero(const struct type *type)
{
    return type->is_record || type->is_array || type->is_vector || strstr(type->spelling, "typeof") || strstr(type->spelling, "_Complex");
}

// The parameters as the start hands them on; a resumption has them in the frame, so that any value will do.
static void print_names_of_parameters(struct writer *w, const struct function *fn, bool dummies)
{
    bool keeps = keeps_names_of_parameters(fn);
    for (size_t i = 0; i < fn->param_count; i++) {
        const struct variable *v = fn->variables.at[i];
        if (!dummies)
            write_format(w, ", %s", keeps ? v->name : v->output);
        else if (!v->type->is_variable && needs_braces_for_zero(v->type))
            write_format(w, strpbrk(v->type->spelling, "([") ? ", (__typeof__(%s)){%s}" : ", (%s){%s}", v->type->spelling,
                         v->type->size == 0 ? "" : "0");
        else
            write_text(w, ", 0");
    }
}

static void print_start_head(struct writer *w, struct function *fn, uint32_t at)
{
    write_begin_line(w, at);
    write_format(w, "%sstruct async__result__%s async__start__%s", has_static_start(fn->declaration) ? "static " : "", fn->name, fn->name);
    print_start_context(w, fn->result);
    if (fn->param_count) {
        write_text(w, ", ");
        print_users_parameters(w, fn);
    }
    write_text(w, ")");
}

// Without memory for it the function returns as one that has not begun.
static void print_take_frame(struct writer *w, const struct function *fn, uint32_t at, bool in_later)
{
    write_begin_line(w, at);
    write_format(w, "async__frame = async__frame_try(async__task, &async__function__%s, sizeof *async__frame);", fn->name);
    write_begin_line(w, at);
    write_text(w, "if (__builtin_expect(!async__frame, 0))");
    w->depth++;
    write_begin_line(w, at);
    if (in_later)
        write_format(w, "return %s;", unbegun(w));
    else
        write_format(w, "return (struct async__result__%s){ .suspended = %s };", fn->name, unbegun(w));
    w->depth--;
}

// A wide vector goes in another way where the machine has no registers for it. clang says so wherever one is passed; that it does
// where the user passes it is enough.
static bool takes_wide_vector(const struct function *fn)
{
    enum { WIDTH = 16 };               // of those that every machine has
    for (size_t i = 0; i < fn->param_count; i++)
        if (fn->variables.at[i]->type->is_vector && fn->variables.at[i]->type->size > WIDTH)
            return true;
    return false;
}

static void print_frame_of_later(struct writer *w, const struct function *fn, uint32_t at)
{
    print_line(w, at, "async__frame->async__base.state = 0;");
    print_stores(w, fn, at);
}

// Beside a start that is short otherwise, what puts it off is a function of its own: compilers give registers to the calls in there,
// and every start would save them.
static bool has_later(const struct function *fn)
{
    const struct async_declaration *d = fn->declaration;
    for (size_t i = 0; i < fn->param_count; i++)
        if (fn->variables.at[i]->type->is_variable)
            return false;
    return !fn->flow->frame_at_entry && (!d->is_inline || d->is_static) && !takes_wide_vector(fn);
}

static void print_later(struct writer *w, struct function *fn, uint32_t at)
{
    write_begin_line(w, at);
    write_format(w, "static __attribute__((noinline, cold, returns_nonnull)) struct async__frame *async__later__%s(struct async_task *async__task",
                 fn->name);
    if (fn->param_count) {
        write_text(w, ", ");
        print_users_parameters(w, fn);
    }
    write_text(w, ")");
    print_open(w, at, "{");
    write_begin_line(w, at);
    write_format(w, "struct async__frame__%s *async__frame;", fn->name);
    print_take_frame(w, fn, at, true);
    print_frame_of_later(w, fn, at);
    print_line(w, at, "return async__start_later(async__task, &async__frame->async__base);");
    print_close(w, at, "}");
    write_blank_line(w);
}

// The C stack nears its end: the loop will begin with the frame.
static void print_start_later(struct writer *w, const struct function *fn, uint32_t at)
{
    if (has_later(fn)) {
        print_open(w, at, "if (async__stack_low(async__task))");
        write_begin_line(w, at);
        write_format(w, "return (struct async__result__%s){ .suspended = async__later__%s(async__task", fn->name, fn->name);
        print_names_of_parameters(w, fn, false);
        write_text(w, ") };");
        w->depth--;
        return;
    }
    print_open(w, at, "if (async__stack_low(async__task)) {");
    if (!fn->flow->frame_at_entry)
        print_take_frame(w, fn, at, false);
    print_frame_of_later(w, fn, at);
    write_begin_line(w, at);
    write_format(w, "return (struct async__result__%s){ .suspended = async__start_later(async__task, &async__frame->async__base) };", fn->name);
    print_close(w, at, "}");
}

static void print_call_of_body(struct writer *w, const struct function *fn)
{
    bool out = delivery_of(fn->result) == DELIVERY_OUT;
    write_format(w, "%s(async__task, %s, 1, 0%s", body_name(fn), fn->flow->frame_at_entry ? "async__frame" : "0",
                 out ? ", async__out" : "");
    print_names_of_parameters(w, fn, false);
    write_text(w, ");");
}

static void print_start(struct writer *w, struct function *fn, uint32_t at)
{
    const char *n = fn->name;
    bool entry = fn->flow->frame_at_entry, checks = fn->lowered->await_count || w->options->hard;
    if (checks && has_later(fn))
        print_later(w, fn, at);
    print_start_head(w, fn, at);
    print_open(w, at, "{");
    if ((checks && !has_later(fn)) || entry) {
        write_begin_line(w, at);
        write_format(w, "struct async__frame__%s *async__frame%s;", n, entry ? "" : " = 0");
    }
    if (entry)
        print_take_frame(w, fn, at, false);
    if (checks)
        print_start_later(w, fn, at);
    write_begin_line(w, at);
    if (entry) {
        write_format(w, "struct async__result__%s async__result = ", n);
        print_call_of_body(w, fn);
        print_open(w, at, has_arrays(fn) ? "if (async__result.suspended != &async__frame->async__base) {"
                                         : "if (async__result.suspended != &async__frame->async__base)");
        print_frees(w, fn, at);
        print_line(w, at, "async__frame_drop(async__task, &async__frame->async__base);");
        w->depth--;
        if (has_arrays(fn))
            print_line(w, at, "}");
        print_line(w, at, "return async__result;");
    } else {
        write_text(w, "return ");
        print_call_of_body(w, fn);
    }
    print_close(w, at, "}");
    if (fn->declaration->is_inline && !fn->declaration->is_static) {
        write_begin_line(w, at);
        write_format(w, "struct async__result__%s async__shared_start__%s", n, n);
        print_start_parameters(w, fn->declaration, fn->result);
        write_format(w, " __asm__(\"%s.start\") __attribute__((weak, alias(\"async__start__%s\")));", n, n);
    }
    write_end_line(w);
}

static void print_frame_of_base(struct writer *w, const struct function *fn, uint32_t at)
{
    write_begin_line(w, at);
    write_format(w, "struct async__frame__%s *async__frame = (struct async__frame__%s *)async__base;", fn->name, fn->name);
}

static void print_resume(struct writer *w, const struct function *fn, uint32_t at)
{
    const char *n = fn->name;
    bool yields = fn->declaration->generator;
    write_blank_line(w);
    write_begin_line(w, at);
    write_format(w, "static struct async__frame *async__resume__%s(struct async_task *async__task, struct async__frame *async__base)", n);
    print_open(w, at, "{");
    print_frame_of_base(w, fn, at);
    if (!fn->lowered->exits.count && fn->lowered->await_count) {
        print_open(w, at, has_arrays(fn) ? "if (ASYNC__IS_SMALL && async__base->state < 0) {" : "if (ASYNC__IS_SMALL && async__base->state < 0)");
        print_frees(w, fn, at);
        print_line(w, at, "return async__frame_unwind(async__task, async__base);");
        w->depth--;
        if (has_arrays(fn))
            print_line(w, at, "}");
    }
    write_begin_line(w, at);
    write_format(w, "struct async__result__%s async__result = %s(async__task, async__frame, 0, async__base->state%s", n, body_name(fn),
                 delivery_of(fn->result) == DELIVERY_OUT ? ", async__frame->async__out" : "");
    print_names_of_parameters(w, fn, true);
    write_text(w, ");");
    if (has_arrays(fn)) {
        print_open(w, at, "if (async__result.suspended != async__base) {");
        print_frees(w, fn, at);
        print_close(w, at, "}");
    }
    print_open(w, at, "if (async__result.suspended)");
    write_begin_line(w, at);
    write_format(w, "return %s ? async__frame_unwind(async__task, async__base) : %s;",
                 is_for_reader(w) ? "async__body_unwound(async__result.suspended)" : "(async__size)async__result.suspended <= (ASYNC__IS_SMALL ? 1 : 2)",
                 yields ? "async__body_suspended(async__task, async__base)" : "0");
    w->depth--;
    if (delivery_of(fn->result) == DELIVERY_VALUE)
        print_line(w, at, "__builtin_memcpy(async__task->value, &async__result.value, sizeof async__result.value);");
    write_begin_line(w, at);
    if (yields)
        write_text(w, "return async__body_end(async__task, async__base);");
    else if (!fn->lowered->await_count)
        write_text(w, "return async__root_leave(async__task, async__base);");
    else
        write_format(w, "return async__frame_leave(async__task, async__base, &async__function__%s, sizeof *async__frame);", n);
    print_close(w, at, "}");
    write_end_line(w);
}

// --- maker and descriptor ---

// Behind the attribute at `token` that the maker's definition leaves out; `token` itself: none. What the prototype has said
// already would be warned of a second time.
static uint32_t skip_said(const struct source *source, uint32_t token, bool defines)
{
    bool gnu = token_word(source, token) == WORD_ATTRIBUTE && token_word(source, token + 1) == '(';
    bool standard = token_word(source, token) == '[' && token_word(source, token + 1) == '[';
    if (!defines || (!gnu && !standard))
        return token;
    uint32_t end = token_skip(source, gnu ? token + 1 : token);
    return tokens_make_type(source, token, end) ? token : end;
}

static bool has_said(const struct source *source, uint32_t first, uint32_t end)
{
    for (uint32_t t = first; t < end; t = token_skip(source, t))
        if (skip_said(source, t, true) != t)
            return true;
    return false;
}

static void print_maker_specifiers(struct writer *w, const struct async_declaration *d, bool defines)
{
    const struct source *source = w->source;
    uint32_t first = d->specs;
    for (; token_word(source, first) == '[' && token_at(source, first)->match > first; first = token_at(source, first)->match + 1)
        if (skip_said(source, first, defines) == first)
            write_range(w, token_at(source, first)->begin, token_at(source, token_at(source, first)->match)->end);
    for (uint32_t t = first; t < d->specs_end; t++)
        if (token_word(source, t) == WORD_EXTENSION) {         // only in front of all may it stand
            write_text(w, "__extension__ ");
            break;
        }
    write_text(w, maker_storage(w, d));
    // The head as the user wrote it, without the specifiers that maker_storage() has said already.
    struct specifiers specs = declaration_specifiers(source, first);
    for (uint32_t t = first; t < d->specs_end; t++) {
        enum word word = token_word(source, t);
        if (word == WORD_ASYNC || (word == WORD_INLINE && !d->is_static) || word == WORD_STATIC ||
            (word == WORD_EXTERN && maker_is_static(w, d)) || word == WORD_EXTENSION)
            continue;
        uint32_t behind = skip_said(source, t, defines);
        uint32_t end = behind != t ? behind - 1 : specs.body_open && t == specs.keyword ? specs.body_close : t;
        if (behind == t) {
            write_range(w, token_at(source, t)->begin, token_at(source, end)->end);
            write_text(w, " ");
        }
        t = end;
    }
}

static void print_maker_declarator(struct writer *w, const struct async_declaration *d, bool defines)
{
    const struct source *source = w->source;
    uint32_t begin = token_at(source, d->declarator)->begin;
    for (uint32_t t = d->declarator; t < d->open; t++) {
        uint32_t behind = skip_said(source, t, defines);
        if (behind == t)
            continue;
        write_range(w, begin, token_at(source, t)->begin);
        begin = token_at(source, behind)->begin;
        t = behind - 1;
    }
    write_range(w, begin, token_at(source, d->open)->begin);
}

static void print_maker_head(struct writer *w, struct function *fn, uint32_t at, bool defines)
{
    const struct async_declaration *d = fn->declaration;
    write_begin_line(w, at);
    print_maker_specifiers(w, d, defines);
    print_maker_declarator(w, d, defines);
    write_text(w, "(");
    if (fn->is_sizeless)
        write_range(w, token_at(w->source, d->open)->end, token_at(w->source, d->close)->begin);
    else if (fn->param_count)
        print_users_parameters(w, fn);
    else
        write_text(w, "void");
    write_text(w, d->generator ? ")" : "))(struct async_tag *)");
    uint32_t after = d->close + 1, stop = d->body;
    while (after < stop && token_word(w->source, after) == ')') {      // the rest of a declarator like (*f(int))(double)
        write_range(w, token_at(w->source, after)->begin, token_at(w->source, after)->end);
        after++;
        while (after < stop && token_word(w->source, after) == '(') {
            uint32_t end = token_at(w->source, after)->match;
            write_range(w, token_at(w->source, after)->begin, token_at(w->source, end)->end);
            after = end + 1;
        }
    }
}

static bool declares_before(const struct writer *w, const struct function *fn)
{
    return find_async(w->unit, fn->name) != fn->declaration;
}

// Is it declared where the body stands, as the user wrote it? Else an earlier declaration of his has said it all.
static bool has_maker_prototype(const struct writer *w, const struct function *fn)
{
    return !declares_before(w, fn) || has_said(w->source, fn->declaration->specs, fn->declaration->open);
}

// At the user's line, where the compiler may have something to say of it.
static void print_maker_prototype(struct writer *w, struct function *fn, uint32_t at)
{
    if (!has_maker_prototype(w, fn))
        return;
    print_maker_head(w, fn, at, false);
    if (!declares_before(w, fn) && !maker_is_static(w, fn->declaration))
        write_format(w, " __asm__(\"%s\")", fn->name);
    write_text(w, ";");
    write_end_line(w);
}

static void print_sizeless_prototype(struct writer *w, struct function *fn, uint32_t at)
{
    write_begin_line(w, at);
    write_format(w, "static __typeof__(__typeof__(%s) (**)(struct async_tag *)) async__object__%s(", fn->result->spelling, fn->name);
    print_users_parameters(w, fn);
    write_text(w, ")");
}

// The maker as everyone knows it is only declared then: it is another name for one without the user's sizes.
static void print_sizeless_head(struct writer *w, struct function *fn, uint32_t at)
{
    print_sizeless_prototype(w, fn, at);
    write_format(w, " __asm__(\"%s.object\") __attribute__((unused));", fn->name);
    if (has_maker_prototype(w, fn)) {          // whose sizes gcc would compare with those of a second one
        const char *maker = maker_name(w->unit, fn->name);
        write_begin_line(w, at);
        write_format(w, "%s__typeof__(%s) %s", maker_storage(w, fn->declaration), maker, maker);
    } else {
        print_maker_head(w, fn, at, true);
    }
    write_format(w, " __attribute__((alias(\"%s.object\")));", fn->name);
    print_sizeless_prototype(w, fn, at);
}

static void print_maker(struct writer *w, struct function *fn, uint32_t at)
{
    write_blank_line(w);
    if (fn->is_sizeless)
        print_sizeless_head(w, fn, at);
    else
        print_maker_head(w, fn, at, true);
    print_open(w, at, "{");
    write_begin_line(w, at);
    write_format(w, "struct async_task *async__object = async__object_new(&async__function__%s);", fn->name);
    if (fn->param_count) {
        print_open(w, at, "if (async__object) {");
        write_begin_line(w, at);
        write_format(w, "struct async__frame__%s *async__frame = async__object_frame(async__object);", fn->name);
        print_stores(w, fn, at);
        print_close(w, at, "}");
    }
    print_line(w, at, fn->declaration->generator ? "return async__producer_new(async__object);" : "return (void *)async__object;");
    print_close(w, at, "}");
    write_end_line(w);
}

// ---- what a coroutine object that never runs owns

static bool is_owned_argument(const struct variable *v)
{
    return v->is_param && v->type->is_future;
}

static bool owns_arguments(const struct function *fn)
{
    for (size_t i = 0; i < fn->lowered->owners.count; i++)
        if (is_owned_argument(fn->lowered->owners.at[i].variable))
            return true;
    return false;
}

static void print_discard(struct writer *w, const struct function *fn, uint32_t at)
{
    write_blank_line(w);
    write_begin_line(w, at);
    write_format(w, "static void async__discard__%s(struct async_task *async__object)", fn->name);
    print_open(w, at, "{");
    write_begin_line(w, at);
    write_format(w, "struct async__frame__%s *async__frame = async__object_frame(async__object);", fn->name);
    for (size_t i = 0; i < fn->lowered->owners.count; i++) {
        const struct variable *v = fn->lowered->owners.at[i].variable;
        if (!is_owned_argument(v))
            continue;
        write_begin_line(w, at);
        write_format(w, "async__give_up((void *)async__frame->%s);", v->field);
    }
    print_close(w, at, "}");
    write_end_line(w);
}

static void find_awaits(const struct node *node, const struct node **awaits)
{
    for (; node; node = node->next) {
        if (node->kind == NODE_AWAIT)
            awaits[node->number - 1] = node;
        find_awaits(node->init, awaits);
        find_awaits(node->children, awaits);
        find_awaits(node->otherwise, awaits);
    }
}

// By number, which is mostly the order of the text.
static void print_sites(struct writer *w, const struct lowered *lowered, uint32_t at)
{
    const struct node **awaits = arena_array(w->unit->arena, const struct node *, lowered->await_count);
    find_awaits(lowered->body, awaits);
    for (uint32_t i = 0; i < lowered->await_count; i++) {
        const char *text = find_site_text(w, awaits[i]);
        write_begin_line(w, at);
        write_format(w, "    { %u, ", source_place(w->source, awaits[i]->at).line);
        print_string(w, text, strnlen(text, 200));
        write_text(w, " },");
    }
}

// What messages at run time say of the function, beside its name.
static void print_places(struct writer *w, const struct function *fn)
{
    struct position place = source_place(w->source, token_at(w->source, fn->declaration->name)->begin);
    write_text(w, ".file = ");
    print_string(w, place.file, strlen(place.file));
    write_format(w, ", .line = %u, .await_count = %u, .awaits = ", place.line, fn->lowered->await_count);
    if (fn->lowered->await_count > 0)
        write_format(w, "async__sites__%s, ", fn->name);
    else
        write_text(w, "0, ");
}

static void print_descriptor(struct writer *w, const struct function *fn, uint32_t at)
{
    const char *n = fn->name;
    if (owns_arguments(fn))
        print_discard(w, fn, at);
    write_blank_line(w);
    if (fn->lowered->await_count > 0 && !w->options->library) {
        write_begin_line(w, at);
        write_format(w, "static const struct async__site async__sites__%s[] = {", n);
        print_sites(w, fn->lowered, at);
        print_line(w, at, "};");
    }
    write_begin_line(w, at);
    write_format(w, "static const struct async__function async__function__%s = {", n);
    w->depth++;
    write_begin_line(w, at);
    write_format(w, ".name = \"%s\", ", n);
    if (!w->options->library)
        print_places(w, fn);
    write_format(w, ".resume = async__resume__%s,", n);
    write_begin_line(w, at);
    write_format(w, ".frame_size = sizeof(struct async__frame__%s), .frame_align = _Alignof(struct async__frame__%s),", n, n);
    write_begin_line(w, at);
    if (fn->result->is_void)
        write_text(w, ".result_size = 0, .result_align = 1,");
    else
        write_format(w, ".result_size = sizeof(%s), .result_align = _Alignof(%s),",
                     fn->result->spelling, fn->result->spelling);
    if (owns_arguments(fn))
        write_format(w, " .discard = async__discard__%s,", n);
    w->depth--;
    print_line(w, at, "};");
    write_end_line(w);
}

// The start of a plain function that is declared async: it awaits the future that the function gives.
void print_wrapper(struct writer *w, const struct wrapper *wrapper)
{
    const struct async_declaration *d = wrapper->declaration;
    const char *n = d->spelling;
    bool out = delivery_of(wrapper->result) == DELIVERY_OUT;
    uint32_t at = token_at(w->source, d->name)->begin;
    write_own_lines(w);
    write_blank_line(w);
    print_start_prototype(w, d, wrapper->result, at);
    write_begin_line(w, at);
    write_format(w, "%sstruct async__result__%s async__start__%s", d->is_static ? "static "
                 : wrapper->is_inline ? "__attribute__((weak)) " : "", n, n);
    print_start_context(w, wrapper->result);
    for (size_t i = 0; i < wrapper->parameters.count; i++) {
        const struct type *type = wrapper->parameters.at[i];
        write_text(w, ", ");
        print_object(w, type->is_variable ? "void *" : type->spelling, arena_printf(w->unit->arena, "async__%zu", i + 1));
    }
    write_text(w, ")");
    print_open(w, at, "{");
    write_begin_line(w, at);
    write_format(w, "struct async__result__%s async__result = { .suspended = async__await(async__task, %s(", n, n);
    for (size_t i = 0; i < wrapper->parameters.count; i++)
        write_format(w, "%sasync__%zu", i ? ", " : "", i + 1);
    write_format(w, "), %s) };", out ? "async__out" : "0");
    if (delivery_of(wrapper->result) == DELIVERY_VALUE) {
        print_open(w, at, "if (!async__result.suspended)");
        print_line(w, at, "__builtin_memcpy(&async__result.value, async__task->value, sizeof async__result.value);");
        w->depth--;
    }
    print_line(w, at, "return async__result;");
    print_close(w, at, "}");
    write_end_line(w);
}

static void print_main(struct writer *w, const struct function *fn, uint32_t at)
{
    bool has_arguments = fn->param_count == 2;
    write_begin_line(w, at);
    if (has_arguments)
        write_text(w, "int main(int async__argc, char **async__argv) { return async__run_main((void *)async__make__main(async__argc, (void *)async__argv)); }");
    else
        write_text(w, "int main(void) { return async__run_main((void *)async__make__main()); }");
    write_end_line(w);
}

static void print_aliases(struct writer *w, const struct function *fn, uint32_t at)
{
    for (size_t i = 0; i < fn->aliases.count; i++) {
        write_begin_line(w, at);
        write_format(w, "typedef __typeof__(%s) %s;", fn->aliases.at[i].spelling, fn->aliases.at[i].name);
    }
    if (fn->aliases.count)
        write_end_line(w);
}

static void print_heading(struct writer *w, const struct function *fn)
{
    if (is_for_reader(w))
        write_format(w, "// ---- async %s\n\n", fn->name);
    w->at_line_start = true;
}

static void print_type_body(struct writer *w, const struct function *fn, uint32_t at)
{
    write_users_lines(w);
    write_begin_line(w, at);
    write_text(w, fn->declaration->type_body);
    write_line_break(w);
}

void print_plain_function(struct writer *w, struct function *fn)
{
    uint32_t at = token_at(w->source, fn->declaration->body)->begin;
    write_users_lines(w);
    write_begin_line(w, at);
    write_text(w, "{");
    print_presets(w, fn, at);
    w->fn = fn;
    print_body(w, fn);
    w->fn = nullptr;
    write_begin_line(w, token_at(w->source, fn->declaration->body_close)->begin);
    write_text(w, "}");
    write_end_line(w);
}

void print_function(struct writer *w, struct function *fn)
{
    uint32_t begin = token_at(w->source, fn->declaration->specs)->begin;
    uint32_t end = token_at(w->source, fn->declaration->body_close)->begin;
    if (fn->declaration->type_body)
        print_type_body(w, fn, begin);
    write_own_lines(w);
    write_blank_line(w);
    print_heading(w, fn);
    print_aliases(w, fn, begin);
    print_callees(w, fn);
    print_frame(w, fn, begin);
    print_maker_prototype(w, fn, begin);
    print_body_prototype(w, fn, begin);
    write_users_lines(w);
    print_whole_body(w, fn);
    write_own_lines(w);
    write_blank_line(w);
    bool is_wide = takes_wide_vector(fn);
    if (is_wide) {
        end = token_at(w->source, fn->declaration->name)->begin;       // where gcc says it, once
        print_quiet_begin(w, end, "-Wunknown-pragmas");
        write_directive(w, end, "#pragma clang diagnostic ignored \"-Wpsabi\"");
    }
    if (!fn->declaration->generator)
        print_start(w, fn, end);
    print_resume(w, fn, end);
    if (is_wide)
        print_quiet_end(w, end);
    print_maker(w, fn, end);
    print_descriptor(w, fn, end);
    if (is_main(fn))
        print_main(w, fn, end);
}
