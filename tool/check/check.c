// check.c: what an async function may not be, and may not do.
//
// Needs: parse_unit().  Reports errors and warnings.
#include "check/check.h"

#include "model/declaration.h"
#include "model/report.h"

static uint32_t begin_of(const struct unit *unit, uint32_t token)
{
    return token_at(unit->source, token)->begin;
}

// The `...` of a parameter list, or 0.
static uint32_t find_ellipsis(const struct unit *unit, const struct async_declaration *d)
{
    return d->close > d->open && token_word(unit->source, d->close - 1) == WORD_ELLIPSIS ? d->close - 1 : 0;
}

static void check_attributes(struct unit *unit, uint32_t first, uint32_t end)
{
    static const char *const bad[] = {
        "constructor", "__constructor__", "destructor", "__destructor__", "noreturn", "__noreturn__", "_Noreturn", "target_clones",
        "__target_clones__",
    };
    for (uint32_t t = first; t < end; t++)
        for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
            if (token_is(unit->source, t, bad[i]))
                report_error(unit->reports, begin_of(unit, t), "an async function cannot have the attribute '%s'", bad[i]);
}

static void check_declaration(struct unit *unit, const struct async_declaration *d)
{
    uint32_t ellipsis = find_ellipsis(unit, d);
    if (ellipsis)
        report_error(unit->reports, begin_of(unit, ellipsis),
                     "an async function cannot be variadic; pass an array or a 'va_list' instead");
    // Its symbols have names of their own, which gcc hands to the assembler as they are.
    if (d->spelling[0] == '$' && !d->is_typedef)
        report_error(unit->reports, begin_of(unit, d->name),
                     "the name of an async function cannot begin with '$', which the assembler takes for a number");
    uint32_t end = d->close + 1;
    while (token_word(unit->source, end) != ';' && token_word(unit->source, end) != '{' && token_word(unit->source, end) != ',' &&
           token_at(unit->source, end)->kind != TOKEN_END)
        end = token_at(unit->source, end)->match > end ? token_at(unit->source, end)->match + 1 : end + 1;
    for (uint32_t t = declaration_begin(unit->source, d->specs); t < end; t++) {
        if (token_word(unit->source, t) == WORD_NORETURN)
            report_error(unit->reports, begin_of(unit, t), "an async function cannot be '_Noreturn': its calls return a future");
        bool gnu = token_word(unit->source, t) == WORD_ATTRIBUTE;
        if (gnu || (token_word(unit->source, t) == '[' && token_word(unit->source, t + 1) == '['))
            check_attributes(unit, t, token_at(unit->source, t + gnu)->match);
    }
}

// The compiler would call the body and miss its arguments. libclang's tree does not say which function it is.
static void check_cleanup(struct unit *unit, uint32_t token)
{
    const struct source *source = unit->source;
    bool is_cleanup = token_is(source, token, "cleanup") || token_is(source, token, "__cleanup__");
    if (is_cleanup && token_word(source, token + 1) == '(' && token_at(source, token + 2)->kind == TOKEN_NAME &&
        find_async(unit, token_text(source, token + 2)))
        report_error(unit->reports, begin_of(unit, token + 2),
                     "the attribute 'cleanup' cannot call an async function; write 'defer await %s(…);' behind the declaration",
                     token_text(source, token + 2));
}

static void check_cleanups(struct unit *unit)
{
    for (uint32_t t = 1; t + 1 < unit->source->tokens.count; t++) {
        uint32_t end = token_skip_attributes(unit->source, t);
        for (; t + 1 < end; t++)
            check_cleanup(unit, t);
    }
}

static bool is_call(const struct source *source, uint32_t token, const char *const *names, size_t count)
{
    if (token_at(source, token)->kind != TOKEN_NAME || token_word(source, token + 1) != '(' ||
        token_word(source, token - 1) == '.' || token_word(source, token - 1) == WORD_ARROW)
        return false;
    for (size_t i = 0; i < count; i++)
        if (token_is(source, token, names[i]))
            return true;
    return false;
}

// `setjmp` and `alloca` are macros of the C library for these.
static const char *written_name(const char *name)
{
    if (strcmp(name, "__builtin_alloca") == 0)
        return "alloca";
    return strcmp(name, "_setjmp") == 0 || strcmp(name, "__sigsetjmp") == 0 ? strchr(name, 's') : name;
}

static void refuse_stack_call(struct unit *unit, uint32_t token)
{
    const char *name = written_name(token_text(unit->source, token));
    if (strcmp(name, "__builtin_frame_address") == 0)
        report_error(unit->reports, begin_of(unit, token), "'%s' cannot be used in a function that awaits: after an await its C "
                     "stack frame is another one", name);
    else
        report_error(unit->reports, begin_of(unit, token), "'%s' cannot be used in a function that awaits: what it gives is gone "
                     "after an await; use an array of variable length or 'malloc'", name);
}

// Calls that depend on the C stack frame staying where it is.
static void check_stack_calls(struct unit *unit, const struct function *fn)
{
    static const char *const jumps[] = { "setjmp", "_setjmp", "sigsetjmp", "__sigsetjmp", "__builtin_setjmp" };
    static const char *const stack[] = { "alloca", "__builtin_alloca", "__builtin_alloca_with_align", "__builtin_frame_address" };
    for (uint32_t t = fn->declaration->body; t < fn->declaration->body_close; t++) {
        if (is_call(unit->source, t, jumps, sizeof jumps / sizeof *jumps)) {
            report_error(unit->reports, begin_of(unit, t), "'%s' cannot be used in an async function; its C stack frame does not "
                         "live as long as the function", written_name(token_text(unit->source, t)));
            report_note(unit->reports, begin_of(unit, t), "return an error, or call a plain function that has the '%s' and the "
                        "jump to it", written_name(token_text(unit->source, t)));
        } else if (fn->awaits.count && is_call(unit->source, t, stack, sizeof stack / sizeof *stack)) {
            refuse_stack_call(unit, t);
        }
    }
}

static void check_parameters(struct unit *unit, const struct function *fn)
{
    for (size_t i = 0; i < fn->param_count; i++) {
        const struct variable *v = fn->variables.at[i];
        if (!v->type->spelling && !v->type->is_variable)
            report_error(unit->reports, v->declared, "the type of parameter '%s' must be declared outside the parameter list", v->name);
        if (v->type->is_va_list)
            report_warning(unit->reports, v->declared, "va-list-parameter", "'%s' is gone when the function that has the arguments "
                           "returns, which does not wait for '%s'", v->name, fn->name);
    }
    if (!fn->result->spelling)
        report_error(unit->reports, begin_of(unit, fn->declaration->name), "the result type of '%s' must have a name", fn->name);
}

// Every parameter is put in a frame and taken out of it: the compiler sees a use.
static void check_use_of_parameters(struct unit *unit, const struct function *fn)
{
    for (size_t i = 0; i < fn->param_count; i++) {
        const struct variable *v = fn->variables.at[i];
        if (!v->is_mentioned && !v->is_unnamed && !v->may_be_unused)
            report_warning(unit->reports, v->declared, "unused-parameter", "unused parameter '%s'", v->name);
    }
}

static void check_purpose(struct unit *unit, const struct function *fn)
{
    if (!fn->awaits.count && strcmp(fn->name, "main") != 0)
        report_warning(unit->reports, begin_of(unit, fn->declaration->name), "async-without-await",
                       "async function '%s' never awaits", fn->name);
}
// The async functions that are mentioned other than by a declaration.
static void note_used(const struct unit *unit, struct map *used)
{
    for (size_t i = 0; i < unit->mentions.count; i++) {
        const struct mention *m = &unit->mentions.at[i];
        if (!m->declares && !m->defines)
            *map_at(used, m->name, strlen(m->name)) = 1;
    }
}

// In the output a function's start and maker use each other: no compiler sees that nobody else does.
static void check_use(struct unit *unit, const struct function *fn, const struct map *used)
{
    const struct async_declaration *d = fn->declaration, *first = find_async(unit, fn->name);
    // No name is declared by `typedef async static int f(void) { … }`, which libclang has refused.
    if (!d->is_static || d->is_inline || !first || first->may_be_unused)
        return;
    if (!map_find(used, fn->name, strlen(fn->name)))
        report_warning(unit->reports, begin_of(unit, d->name), "unused-function", "unused function '%s'", fn->name);
}

// asyncc writes the C main that calls it, and knows only these two.
static void check_main(struct unit *unit, const struct function *fn)
{
    bool is_main = strcmp(fn->name, "main") == 0 && fn->declaration->at_file_scope;
    if (is_main && ((fn->param_count != 0 && fn->param_count != 2) || fn->result->is_void || fn->result->size != sizeof(int)))
        report_error(unit->reports, begin_of(unit, fn->declaration->name),
                     "an async 'main' is 'async int main(void)' or 'async int main(int argc, char **argv)'");
}

void check_unit(struct unit *unit)
{
    for (size_t i = 0; i < unit->declarations.count; i++)
        check_declaration(unit, &unit->declarations.at[i]);
    check_cleanups(unit);
    struct map used = {};
    note_used(unit, &used);
    for (size_t i = 0; i < unit->functions.count; i++) {
        check_jumps(unit, unit->functions.at[i]);
        if (unit->functions.at[i]->is_plain)
            continue;
        check_stack_calls(unit, unit->functions.at[i]);
        check_parameters(unit, unit->functions.at[i]);
        check_main(unit, unit->functions.at[i]);
        check_purpose(unit, unit->functions.at[i]);
        check_use(unit, unit->functions.at[i], &used);
        check_use_of_parameters(unit, unit->functions.at[i]);
    }
    map_fini(&used);
}
