// parse.c: runs libclang over the view and hands its tree to the readers.
//
// Only what concerns us is reported: errors inside async functions, and any error or warning that speaks of futures.
// The rest of the file is the compiler's, which may accept what libclang does not.
#define _GNU_SOURCE
#include "syntax/parse.h"

#include "syntax/choices.h"
#include "syntax/cursor.h"
#include "syntax/exits.h"
#include "model/declaration.h"
#include "syntax/handles.h"
#include "syntax/misuse.h"
#include "syntax/own_names.h"
#include "syntax/wording.h"

#include <stdio.h>

// --- messages ---

// The first declaration whose specifiers begin behind `at`; the declarations stand in the order of the text.
static size_t first_behind(const struct unit *unit, uint32_t at)
{
    return vec_search(&unit->declarations, 0, e, token_at(unit->source, e->specs)->begin <= at);
}

static bool is_beside_own_statement(const struct unit *unit, uint32_t at)
{
    const struct source *source = unit->source;
    for (size_t i = 0; i < unit->statements.count; i++) {
        uint32_t open = unit->statements.at[i].function;
        if (open && at > token_at(source, open)->begin && at < token_at(source, token_at(source, open)->match)->end)
            return true;
    }
    return false;
}

// Plain functions with a `defer` are translated too.
static bool is_in_translated_function(const struct unit *unit, uint32_t at)
{
    for (size_t i = first_behind(unit, at); i-- > 0;) {
        const struct async_declaration *d = &unit->declarations.at[i];
        if (d->body && d->at_file_scope)
            return at < token_at(unit->source, d->body_close)->end || is_beside_own_statement(unit, at);
    }
    return is_beside_own_statement(unit, at);
}

// `conflicting types for 'f'` where f is async: the compiler would show what a future is made of.
static bool is_conflict(const struct unit *unit, const char *text)
{
    if (strstr(text, "redefinition of 'async__body__"))
        return true;
    static const char head[] = "conflicting types for '";
    if (strncmp(text, head, sizeof head - 1) != 0)
        return false;
    for (size_t i = 0; i < unit->declarations.count; i++) {
        const char *name = unit->declarations.at[i].spelling;
        if (strncmp(text + sizeof head - 1, name, strlen(name)) == 0 && text[sizeof head - 1 + strlen(name)] == '\'')
            return true;
    }
    return false;
}

static bool is_defined_here(const struct unit *unit, const char *name, size_t length)
{
    for (size_t i = 0; i < unit->declarations.count; i++) {
        const struct async_declaration *d = &unit->declarations.at[i];
        if (d->body && strlen(d->spelling) == length && memcmp(d->spelling, name, length) == 0)
            return true;
    }
    return false;
}

// Of an async function that is defined here, which the output calls otherwise: the compiler would show that name.
static bool speaks_of_function(const struct unit *unit, CXDiagnostic diagnostic)
{
    CXString spelling = clang_getDiagnosticSpelling(diagnostic);
    bool found = false;
    for (const char *open = strchr(clang_getCString(spelling), '\''), *close; open && !found; open = strchr(close + 1, '\'')) {
        close = strchr(open + 1, '\'');
        if (!close)
            break;
        found = is_defined_here(unit, open + 1, (size_t)(close - open - 1));
    }
    clang_disposeString(spelling);
    CXDiagnosticSet notes = clang_getChildDiagnostics(diagnostic);
    for (unsigned i = 0; i < clang_getNumDiagnosticsInSet(notes) && !found; i++)
        found = speaks_of_function(unit, clang_getDiagnosticInSet(notes, i));
    return found;
}

// The view puts a definition's prototype in front of it: what libclang says of that is said of the name.
static uint32_t name_behind(const struct unit *unit, uint32_t at)
{
    for (size_t i = 0; i < unit->declarations.count; i++) {
        const struct async_declaration *d = &unit->declarations.at[i];
        if (d->body && token_at(unit->source, d->specs)->begin == at)
            return token_at(unit->source, d->name)->begin;
    }
    return at;
}

// In the expansion of one of our macros, but not in what the user gave it.
static bool is_misuse(const struct unit *unit, struct view *view, uint32_t offset, uint32_t at, struct mark_place *place)
{
    uint32_t token = source_token_at(unit->source, at);
    *place = marks_find(unit->source, token);
    // What is said of the first bracket is said of the whole call, in what stands around it.
    return place->macro && token != place->macro->bracket && view_is_copied(view, offset);
}

// `await f()->m`, where a member of the value was meant: the await takes all of it.
static void explain_await(struct unit *unit, uint32_t at, const char *text)
{
    const struct source *source = unit->source;
    size_t i = vec_search(&unit->awaits, 0, e, token_at(source, e->word)->begin < at);
    if (!i || !strstr(text, "member reference base type 'future("))
        return;
    const struct await *a = &unit->awaits.at[i - 1];
    uint32_t t = a->operand, member = source_token_at(source, at);
    while (t < member)
        t = token_skip(source, t);
    if (t == member && t < a->operand_end)
        report_note(unit->reports, token_at(source, a->word)->begin, "a member of the value is written '(await f())->m'");
}

// In the output every function returns at its end: no compiler says it. To main it is allowed.
static void warn_no_value(struct unit *unit, uint32_t at, const char *text)
{
    for (size_t i = first_behind(unit, at); i-- > 0;) {
        const struct async_declaration *d = &unit->declarations.at[i];
        if (!d->body || !d->at_file_scope || at > token_at(unit->source, d->body_close)->end)
            continue;
        if (strcmp(d->spelling, "main") == 0)
            return;
        break;
    }
    report_warning(unit->reports, at, "return-type", "%s", text);
}

// The name of a built-in that libclang knows nothing of, though the compiler may; null: it speaks of something else.
static const char *unknown_builtin(struct unit *unit, const char *text)
{
    static const char *const sayings[] = { "use of undeclared identifier '", "use of unknown builtin '" };
    static const char *const prefixes[] = { "__builtin_", "__sync_", "__atomic_" };
    for (size_t i = 0; i < sizeof sayings / sizeof *sayings; i++) {
        size_t length = strlen(sayings[i]);
        const char *name = text + length;
        for (size_t k = 0; strncmp(text, sayings[i], length) == 0 && k < sizeof prefixes / sizeof *prefixes; k++)
            if (strncmp(name, prefixes[k], strlen(prefixes[k])) == 0)
                return arena_copy(unit->arena, name, strcspn(name, "'"));
    }
    return nullptr;
}

static bool has_option(CXDiagnostic diagnostic, const char *option)
{
    CXString spelling = clang_getDiagnosticOption(diagnostic, nullptr);
    bool found = strcmp(clang_getCString(spelling), option) == 0;
    clang_disposeString(spelling);
    return found;
}

// clang refuses what gcc 12 only warns of. Where the user asks for older C, whose programs do such things, gcc has the last
// word.
static bool is_warning_of_gcc(const struct unit *unit, CXDiagnostic diagnostic)
{
    static const char *const options[] = { "-Wimplicit-int", "-Wint-conversion", "-Wincompatible-function-pointer-types" };
    bool found = false;
    for (size_t i = 0; i < sizeof options / sizeof *options; i++)
        found |= has_option(diagnostic, options[i]);
    return found && unit->lacks_c23 && unit->source->before_c23;
}

static bool speaks_of_handles(const char *text)
{
    bool found = false;
    for (int i = 0; i < HANDLE_KINDS; i++)
        found |= strstr(text, handle_kinds[i].tag) != nullptr;
    return found;
}

// run_libclang() makes errors of some warnings because they may speak of handles. What does not is the compiler's to warn of.
static bool is_mere_warning(struct unit *unit, CXDiagnostic diagnostic, const char *text)
{
    return !speaks_of_handles(text) &&
           (strstr(text, "incompatible pointer types") || strstr(text, "pointer type mismatch") ||
            strstr(text, "comparison of distinct pointer types") || strstr(text, "discards qualifiers") ||
            is_warning_of_gcc(unit, diagnostic) ||
            (has_option(diagnostic, "-Wimplicit-function-declaration") && !unknown_builtin(unit, text)));
}

// `await;`, for libclang a name of the user's.
static bool is_lost_await(const char *text)
{
    return strcmp(text, "use of undeclared identifier 'await'") == 0;
}

// What libclang calls passing an argument.
static const char *words_of_yield(struct unit *unit, uint32_t at, const char *text)
{
    static const char passing[] = "passing ", parameter[] = " to parameter of incompatible type ";
    const char *middle = strstr(text, parameter);
    size_t i = vec_search(&unit->awaits, 0, e, token_at(unit->source, e->operand)->begin <= at);
    const struct await *a = i ? &unit->awaits.at[i - 1] : nullptr;
    if (!a || !a->is_yield || at >= token_at(unit->source, a->operand_end)->begin || strncmp(text, passing, sizeof passing - 1) != 0 || !middle)
        return nullptr;
    const char *value = text + sizeof passing - 1;
    return arena_printf(unit->arena, "yielding %.*s from a generator of incompatible type %s", (int)(middle - value), value,
                        middle + sizeof parameter - 1);
}

static bool is_nested_function(const struct unit *unit, uint32_t at, const char *text)
{
    return strcmp(text, "function definition is not allowed here") == 0 && !is_beside_own_statement(unit, at);
}

// libclang then does not know the function, whose body begins at `at`.
static void forget_nested_function(struct unit *unit, uint32_t at)
{
    const struct source *source = unit->source;
    uint32_t brace = source_token_at(source, at), name = token_at(source, brace - 1)->match - 1;
    const char *about = arena_printf(unit->arena, "use of undeclared identifier '%s'", token_text(source, name));
    uint32_t end = token_block_end(source, brace);
    if (token_at(source, name)->kind == TOKEN_NAME)
        report_forget(unit->reports, at, end == UINT32_MAX ? end : token_at(source, end)->begin, about);
}

static const char *words_of_error(struct unit *unit, uint32_t at, const char *text)
{
    const char *yield = words_of_yield(unit, at, text);
    if (yield)
        return users_words(unit->arena, yield);
    if (is_nested_function(unit, at, text))
        return "a function cannot be defined in an async function, whose C stack frame does not live as long; define it "
               "outside and pass it what it uses";
    const char *builtin = unknown_builtin(unit, text);
    if (builtin)
        return arena_printf(unit->arena, "asyncc does not know the built-in '%s', nor what it gives; call it in a plain function", builtin);
    return is_lost_await(text) ? "'await' is followed by nothing to wait for; it takes a call of an async function, a future or a task"
           : users_words(unit->arena, text);
}

static bool is_unqualified_array(const struct unit *unit, uint32_t at, const char *text)
{
    static const char refusal[] = "function cannot return array type";
    uint32_t close = source_token_at(unit->source, at) - 1;
    return strncmp(text, refusal, sizeof refusal - 1) == 0 && token_word(unit->source, close) == ')' &&
           token_is_typeof_unqual(unit->source, token_at(unit->source, close)->match - 1);
}

static void add_diagnostic(struct unit *unit, struct view *view, CXDiagnostic diagnostic, bool is_note, struct misuses *misuses,
                           bool *reported)
{
    unsigned offset;
    clang_getFileLocation(clang_getDiagnosticLocation(diagnostic), nullptr, nullptr, nullptr, &offset);
    uint32_t at = view_to_source(view, offset, false);
    CXString spelling = clang_getDiagnosticSpelling(diagnostic);
    const char *text = clang_getCString(spelling);
    if (unit->lacks_c23 && !is_note && is_unqualified_array(unit, at, text)) {
        report_error(unit->reports, at, "this compiler has no 'typeof_unqual', and for an array nothing else does it; name the type");
        *reported = true;
        clang_disposeString(spelling);
        return;
    }
    bool conflict = is_conflict(unit, text);
    bool of_handles = speaks_of_handles(text) || conflict, of_view = is_note && at == 0;      // what stands in front of the source
    if (conflict || is_note)
        at = name_behind(unit, at);
    if (strncmp(text, "non-void function does not", 26) == 0 && is_in_translated_function(unit, at))
        warn_no_value(unit, at, text);
    // Of the warnings that run_libclang() asks for, those that speak of handles are errors.
    bool error = clang_getDiagnosticSeverity(diagnostic) >= (of_handles ? CXDiagnostic_Warning : CXDiagnostic_Error);
    if (is_note) {
        if (*reported && !of_view && !source_place(unit->source, at).system)
            report_note(unit->reports, at, "%s", users_words(unit->arena, text));
    } else {
        error &= !is_mere_warning(unit, diagnostic, text);
        // What libclang says of the words that the view put in, we say in the user's words (read_expr.c).
        // What gcc's <stdatomic.h> says to its built-ins is right for gcc, and so is its ATOMIC_FLAG_INIT.
        error &= !strstr(text, "address argument to atomic operation") && !strstr(text, "illegal initializer type 'atomic_flag'");
        struct mark_place place;
        if (error && is_misuse(unit, view, offset, at, &place)) {
            vec_push(misuses, ((struct misuse){ place, users_words(unit->arena, arena_copy(unit->arena, text, strlen(text))) }));
            error = false;
        }
        bool ours = error && !conflict && !is_lost_await(text) && !view_is_copied(view, offset);
        unit->has_hidden_errors |= ours;
        *reported = error && !ours && !source_place(unit->source, at).system &&
                    (of_handles || speaks_of_function(unit, diagnostic) || is_in_translated_function(unit, at));
        if (*reported) {
            const char *words = words_of_error(unit, at, text);
            report_error(unit->reports, at, "%s", words);
            explain_await(unit, at, words);
        }
    }
    clang_disposeString(spelling);
}

// The operand of a measured await, which no reader has looked at: what libclang says of the view's call of it.
static bool report_measured_operand(struct unit *unit, uint32_t at, const char *text)
{
    const struct source *source = unit->source;
    const struct await *await = nullptr;
    for (size_t i = 0; i < unit->awaits.count && !await; i++) {
        const struct await *a = &unit->awaits.at[i];
        if (!a->evaluated && (token_at(source, a->word)->begin == at || token_at(source, a->operand_end - 1)->end == at))
            await = a;
    }
    if (!await)
        return false;
    uint32_t operand = token_at(source, await->operand)->begin;
    bool is_generator = strstr(text, "'struct async_generator_tag *'");
    bool is_function = strstr(text, "'struct async_tag *' to parameter") || strstr(text, "arguments to function call");
    report_error(unit->reports, operand, "operand of 'await' is %s",
                 is_generator ? "a generator, not a future"
                 : is_function ? "a function, not a future; did you forget to call it?" : "not a future");
    return true;
}

// An error in our own words that no check of ours has found: better said badly than not at all.
static void report_hidden(struct unit *unit, struct view *view, CXTranslationUnit tu)
{
    for (unsigned i = 0; i < clang_getNumDiagnostics(tu); i++) {
        CXDiagnostic diagnostic = clang_getDiagnostic(tu, i);
        unsigned offset;
        clang_getFileLocation(clang_getDiagnosticLocation(diagnostic), nullptr, nullptr, nullptr, &offset);
        uint32_t at = view_to_source(view, offset, false);
        if (clang_getDiagnosticSeverity(diagnostic) >= CXDiagnostic_Error && !view_is_copied(view, offset) &&
            is_in_translated_function(unit, at)) {
            CXString text = clang_getDiagnosticSpelling(diagnostic);
            if (!is_mere_warning(unit, diagnostic, clang_getCString(text)) &&
                !report_measured_operand(unit, at, clang_getCString(text)))
                report_error(unit->reports, at, "%s", users_words(unit->arena, clang_getCString(text)));
            clang_disposeString(text);
        }
        clang_disposeDiagnostic(diagnostic);
    }
}

static void forget_consequences_of_nesting(struct unit *unit, struct view *view, CXTranslationUnit tu)
{
    for (unsigned i = 0; unit->reports->errors > 1 && i < clang_getNumDiagnostics(tu); i++) {
        CXDiagnostic diagnostic = clang_getDiagnostic(tu, i);
        CXString text = clang_getDiagnosticSpelling(diagnostic);
        unsigned offset;
        clang_getFileLocation(clang_getDiagnosticLocation(diagnostic), nullptr, nullptr, nullptr, &offset);
        uint32_t at = view_to_source(view, offset, false);
        if (is_nested_function(unit, at, clang_getCString(text)) && is_in_translated_function(unit, at))
            forget_nested_function(unit, at);
        clang_disposeString(text);
        clang_disposeDiagnostic(diagnostic);
    }
}

static void add_diagnostics(struct unit *unit, struct view *view, CXTranslationUnit tu)
{
    struct misuses misuses = {};
    for (unsigned i = 0; i < clang_getNumDiagnostics(tu); i++) {
        CXDiagnostic diagnostic = clang_getDiagnostic(tu, i);
        bool reported = false;
        add_diagnostic(unit, view, diagnostic, false, &misuses, &reported);
        CXDiagnosticSet notes = clang_getChildDiagnostics(diagnostic);
        for (unsigned k = 0; k < clang_getNumDiagnosticsInSet(notes); k++)
            add_diagnostic(unit, view, clang_getDiagnosticInSet(notes, k), true, &misuses, &reported);
        clang_disposeDiagnostic(diagnostic);
    }
    misuses_report(unit, &misuses);
    vec_fini(&misuses);
    forget_consequences_of_nesting(unit, view, tu);
}

// --- functions ---

static void read_parameter_bounds(struct reader *reader, CXCursor cursor, struct variable *v)
{
    uint32_t first = source_token_at(reader->source, cursor_span(reader, cursor).begin);
    struct specifiers specs = declaration_specifiers(reader->source, first);
    struct declarator d = declaration_declarator(reader->source, specs.end);
    if (!reader->function->is_plain)
        read_size_effects(reader, v, (struct token_span){ specs.first, specs.end }, (struct token_span){ d.first, d.end });
    if (v->type->is_variable)
        read_bounds(reader, cursor, v, (struct token_span){ specs.first, specs.end }, (struct token_span){ d.first, d.end });
}

static bool is_marked_unused(const struct reader *reader, uint32_t token)
{
    const struct source *source = reader->source;
    for (; token_word(source, token - 1) != ',' && token_word(source, token - 1) != '(';)      // an attribute may stand in front
        token--;
    for (; token_word(source, token) != ',' && token_word(source, token) != ')' && token_at(source, token)->kind != TOKEN_END; token = token_skip(source, token))
        for (uint32_t t = token; t < token_skip(source, token); t++)
            if (token_marks_unused(source, t))
                return true;
    return false;
}

// `int a[n]` uses n, if nothing else does.
static void note_used_in_list(const struct reader *reader)
{
    const struct async_declaration *d = reader->function->declaration;
    for (uint32_t t = d->open + 1; t < d->close; t++)
        for (size_t i = 0; i < reader->function->param_count; i++) {
            struct variable *v = reader->function->variables.at[i];
            v->may_be_unused |= token_at(reader->source, t)->begin > v->declared && token_is(reader->source, t, v->name);
        }
}

static void add_sizes(struct function *fn)
{
    size_t count = fn->variables.count;
    for (size_t i = 0; i < count; i++)
        for (struct bound *b = fn->variables.at[i]->bounds; b; b = b->next)
            if (!b->is_shared)
                vec_push(&fn->variables, b->size);
}

// A function that returns a pointer to a function shows the parameters of that as well.
static bool is_parameter_of(CXCursor function, CXCursor parameter)
{
    int count = clang_Cursor_getNumArguments(function);
    for (int i = 0; i < count; i++)
        if (clang_equalCursors(clang_Cursor_getArgument(function, (unsigned)i), parameter))
            return true;
    return false;
}

// Some token of it or the one behind: libclang does not know where an unnamed `_Atomic int` begins.
static uint32_t find_parameter(const struct reader *reader, const struct async_declaration *declaration, CXCursor cursor)
{
    uint32_t token = source_token_at(reader->source, cursor_span(reader, cursor).begin);
    if (token > declaration->open && token < declaration->close)
        return token;
    return source_token_at(reader->source, view_to_source(reader->view, cursor_location(reader, cursor), false));
}

void read_function(struct reader *outer, const struct async_declaration *declaration, CXCursor cursor)
{
    struct unit *unit = outer->unit;
    struct function *fn = arena_new(unit->arena, struct function);
    fn->declaration = declaration;
    fn->name = declaration->spelling;
    fn->is_plain = !outer->is_async;
    struct reader reader = *outer;
    reader.function = fn;
    fn->result = read_type(&reader, clang_getCursorResultType(cursor));
    struct cursors children = {};
    cursor_children(cursor, &children);
    for (size_t i = 0; i < children.count; i++) {
        if (clang_getCursorKind(children.at[i]) == CXCursor_ParmDecl) {
            if (!is_parameter_of(cursor, children.at[i]))
                continue;
            struct variable *v = add_variable(&reader, children.at[i]);
            fn->param_count++;
            v->may_be_unused = is_marked_unused(&reader, find_parameter(&reader, declaration, children.at[i]));
            read_parameter_bounds(&reader, children.at[i], v);
        } else if (clang_getCursorKind(children.at[i]) == CXCursor_CompoundStmt) {
            fn->body = read_stmt(&reader, children.at[i], declaration->body);
            read_refs(&reader, children.at[i]);
        }
    }
    cursors_fini(&children);
    if (!fn->is_plain) {
        note_used_in_list(&reader);
        const struct async_declaration *first_declaration = find_async(unit, fn->name);
        fn->is_sizeless |= first_declaration && has_other_sizes(unit->source, first_declaration, declaration);
        unit->has_sizeless |= fn->is_sizeless;
    }
    add_sizes(fn);
    for (size_t i = 0; i < fn->variables.count; i++)
        fn->variables.at[i]->index = (uint32_t)i;
    for (uint32_t t = declaration->body; t < declaration->body_close; t++)
        fn->names_itself |= token_word(unit->source, t) == WORD_FUNC;
    fn->aliases = reader.names->aliases;
    fn->hiding = reader.names->hiding;
    if (fn->body)
        vec_push(&unit->functions, fn);
}

static const struct async_declaration *find_definition(const struct unit *unit, uint32_t name_at)
{
    for (size_t i = first_behind(unit, name_at); i-- > 0;) {
        const struct async_declaration *d = &unit->declarations.at[i];
        if (d->body && token_at(unit->source, d->name)->begin == name_at)
            return d;
        if (d->at_file_scope && token_at(unit->source, d->close)->begin < name_at)
            break;
    }
    return nullptr;
}

// In plain functions we look only for awaits that would be evaluated.
static enum CXChildVisitResult find_evaluated_await(CXCursor cursor, CXCursor parent, CXClientData data)
{
    (void)parent;
    struct reader *reader = data;
    if (clang_getCursorKind(cursor) == CXCursor_UnaryExpr || !contains_await(reader, cursor))
        return CXChildVisit_Continue;
    struct await *await = cursor_await(reader, cursor);
    if (await) {
        await->evaluated = true;
        report_error(reader->unit->reports, token_at(reader->source, await->word)->begin,
                     "'await' is only allowed in an async function");
    }
    return CXChildVisit_Recurse;
}

void read_plain(struct unit *unit, struct view *view, CXCursor cursor)
{
    struct reader reader = { .unit = unit, .source = unit->source, .view = view, .arena = unit->arena };
    if (!contains_await(&reader, cursor))
        return;
    size_t before = unit->reports->list.count;
    clang_visitChildren(cursor, find_evaluated_await, &reader);
    if (unit->reports->list.count > before && clang_getCursorKind(cursor) == CXCursor_FunctionDecl)
        report_note(unit->reports, view_to_source(view, cursor_location(&reader, cursor), false),
                    "'%s' is declared here without 'async'", cursor_name(&reader, cursor));
}

static void add_wrapper(struct reader *reader, const struct async_declaration *declaration, CXCursor cursor)
{
    struct wrapper wrapper = { .declaration = declaration };
    wrapper.result = read_type(reader, handle_value_type(clang_getCursorResultType(cursor)));
    wrapper.is_inline = clang_Cursor_isFunctionInlined(cursor);
    for (int i = 0; i < clang_Cursor_getNumArguments(cursor); i++)
        vec_push(&wrapper.parameters, read_parameter_type(reader, clang_getCursorType(clang_Cursor_getArgument(cursor, (unsigned)i))));
    vec_push(&reader->unit->wrappers, wrapper);
}

struct top_walk {
    struct unit *unit;
    struct view *view;
    struct typed_exits exits;
};

static void refuse_own_name(const struct reader *reader, CXCursor cursor, const char *name)
{
    if (!own_names_is_kept_apart(name) || clang_getCursorLinkage(cursor) != CXLinkage_External)
        return;
    char *written = arena_copy(reader->arena, name, strlen(name));
    own_names_restore(written);
    uint32_t at = name_behind(reader->unit, view_to_source(reader->view, cursor_location(reader, cursor), false));
    report_error(reader->unit->reports, at,
                 "'%s' cannot be the name of something that other files see: names that begin with 'async__' are asyncc's own", written);
}

// A plain function that defers something becomes a function of ours: its statements are written anew.
static void read_plain_function(struct reader *reader, CXCursor cursor, const char *name)
{
    struct span span = cursor_span(reader, cursor);
    uint32_t first = source_token_at(reader->source, span.begin), end = source_token_at(reader->source, span.end);
    if (!has_own_statement(reader->unit, first, end))
        return;
    struct async_declaration *d = arena_new(reader->arena, struct async_declaration);
    d->specs = first;
    d->name = source_token_at(reader->source, view_to_source(reader->view, cursor_location(reader, cursor), false));
    d->spelling = name;
    d->open = d->name + 1;
    for (uint32_t t = first; t < end; t = token_skip(reader->source, t)) {
        if (t < d->name || token_word(reader->source, t) != '{')
            continue;
        d->body = t;
        d->body_close = token_at(reader->source, t)->match;
    }
    d->close = d->body;
    struct names names = { .function = d->spelling };
    reader->names = &names;
    read_names(reader, cursor);
    read_function(reader, d, cursor);
    map_fini(&names.declared);
    vec_fini(&names.places);
    reader->names = nullptr;
}

static void visit_definition(struct reader *reader, CXCursor cursor, const char *name)
{
    struct unit *unit = reader->unit;
    uint32_t at = view_to_source(reader->view, cursor_location(reader, cursor), false);
    const struct async_declaration *d = find_definition(unit, at), *declared = find_async(unit, name);
    reader->is_async = d && strncmp(name, "async__body__", 13) == 0;
    struct names names = { .function = d ? d->spelling : nullptr };
    cursors_keep(cursor);
    if (reader->is_async) {
        reader->names = &names;
        read_names(reader, cursor);
    }
    if (!token_at(reader->source, source_token_at(reader->source, at))->system)
        read_calls(reader, cursor);
    if (reader->is_async) {
        read_function(reader, d, cursor);
        map_fini(&names.declared);
        vec_fini(&names.places);
        return;
    }
    read_plain_function(reader, cursor, name);
    if (declared)
        add_wrapper(reader, declared, cursor);
    read_plain(unit, reader->view, cursor);
}

static void visit_prototype(struct reader *reader, CXCursor cursor, const char *name)
{
    const struct async_declaration *declared = find_async(reader->unit, name);
    if (declared && declared->is_alias &&
        token_at(reader->source, declared->name)->begin == view_to_source(reader->view, cursor_location(reader, cursor), false))
        add_wrapper(reader, declared, cursor);
    read_plain(reader->unit, reader->view, cursor);
}

static void visit_variable(struct reader *reader, CXCursor cursor)
{
    uint32_t at = view_to_source(reader->view, cursor_location(reader, cursor), false);
    if (reader->unit->lacks_c23 && !source_place(reader->source, at).system)
        read_calls(reader, cursor);
    read_plain(reader->unit, reader->view, cursor);
}

static enum CXChildVisitResult visit_top(CXCursor cursor, CXCursor parent, CXClientData data)
{
    (void)parent;
    struct top_walk *walk = data;
    struct reader reader = { .unit = walk->unit, .source = walk->unit->source, .view = walk->view, .arena = walk->unit->arena,
                             .exits = &walk->exits };
    enum CXCursorKind kind = clang_getCursorKind(cursor);
    const char *name = kind == CXCursor_FunctionDecl || kind == CXCursor_VarDecl ? cursor_name(&reader, cursor) : nullptr;
    if (name)
        refuse_own_name(&reader, cursor, name);
    if (kind == CXCursor_FunctionDecl)
        exits_note(&reader, cursor, name);
    if (kind == CXCursor_FunctionDecl && clang_isCursorDefinition(cursor))
        visit_definition(&reader, cursor, name);
    else if (kind == CXCursor_FunctionDecl)
        visit_prototype(&reader, cursor, name);
    else if (kind == CXCursor_VarDecl)
        visit_variable(&reader, cursor);
    else
        read_plain(walk->unit, walk->view, cursor);
    return CXChildVisit_Continue;
}

// --- awaits that no reader has met ---

// The word in whose operand this await is only measured, or WORD_NONE.
static enum word measured_by(const struct source *source, uint32_t word)
{
    for (uint32_t t = word - 1; t > 1; t--) {
        if (token_at(source, t)->match > t && token_at(source, t)->match > word) {
            enum word before = token_word(source, t - 1);
            if (token_word(source, t) != '(')
                continue;
            if (before == WORD_SIZEOF || before == WORD_TYPEOF || before == WORD_GENERIC || before == WORD_ALIGNAS)
                return before;
            if (is_asking_builtin(source, t - 1))
                return WORD_TYPEOF;
        } else if (token_word(source, t) == WORD_SIZEOF && token_word(source, t + 1) != '(') {
            return WORD_SIZEOF;
        } else if (token_at(source, t)->match && token_at(source, t)->match < t) {
            t = token_at(source, t)->match;
        } else if (token_word(source, t) == '{' || token_word(source, t) == '}') {
            return WORD_NONE;
        }
    }
    return WORD_NONE;
}

// assert(await f()) expands to its condition twice, of which one copy is only measured.
static bool has_evaluated_twin(const struct unit *unit, const struct await *measured)
{
    const struct source *source = unit->source;
    struct position place = source_place(source, token_at(source, measured->word)->begin);
    for (size_t i = 0; i < unit->awaits.count; i++) {
        struct position other = source_place(source, token_at(source, unit->awaits.at[i].word)->begin);
        if (unit->awaits.at[i].evaluated && other.line == place.line && strcmp(other.file, place.file) == 0)
            return true;
    }
    return false;
}

// `await (int)f()`: to the grammar its operand is `(int)`.
static bool is_before_cast(const struct source *source, const struct await *a)
{
    uint32_t behind = token_skip(source, a->operand);
    return token_word(source, a->operand) == '(' && behind == a->operand_end && declaration_specifiers(source, a->operand + 1).has_type &&
           (token_at(source, behind)->kind == TOKEN_NAME || token_at(source, behind)->kind == TOKEN_NUMBER || token_word(source, behind) == '(');
}

static void check_awaits(struct unit *unit)
{
    for (size_t i = 0; i < unit->awaits.count; i++) {
        struct await *a = &unit->awaits.at[i];
        uint32_t at = token_at(unit->source, a->word)->begin;
        if (a->evaluated)
            continue;
        enum word measure = measured_by(unit->source, a->word);
        if (measure == WORD_SIZEOF && !has_evaluated_twin(unit, a))
            report_warning(unit->reports, at, "unevaluated-await", "'await' in an operand of 'sizeof' is not evaluated");
        if (measure)
            continue;
        if (is_in_translated_function(unit, at) && is_before_cast(unit->source, a))
            report_error(unit->reports, at, "'await' takes no cast; write '(T)await f()' or 'await ((T)f())'");
        else if (is_in_translated_function(unit, at))
            report_error(unit->reports, at, "'await' cannot be used here, where C wants a constant");
        else
            report_error(unit->reports, at, "'await' is only allowed in an async function");
    }
}

static void check_own_statements(struct unit *unit)
{
    for (size_t i = 0; i < unit->statements.count; i++) {
        const struct own_statement *s = &unit->statements.at[i];
        const char *word = s->kind == OWN_DEFER ? "defer" : token_text(unit->source, s->word);
        if (!s->is_read)
            report_error(unit->reports, token_at(unit->source, s->word)->begin, s->function ? "'%s' cannot be used here"
                         : "'%s' is only allowed in a function", word);
    }
}

static bool is_parser_flag(const char *flag)
{
    return strncmp(flag, "-std=", 5) == 0 || strncmp(flag, "-m", 2) == 0 || strcmp(flag, "-ansi") == 0 ||
           strcmp(flag, "-funsigned-char") == 0 || strcmp(flag, "-fsigned-char") == 0 || strcmp(flag, "-fshort-enums") == 0 ||
           strcmp(flag, "-fms-extensions") == 0 || strncmp(flag, "--target=", 9) == 0;
}

// gcc has more of C11 in C99 than clang: u'x' and U"x" in gnu99, letters like ² in names.
static const char *clang_name(const struct unit *unit, const char *flag)
{
    static const char *const c99[][2] = {
        { "-std=gnu99", "-std=gnu11" }, { "-std=gnu9x", "-std=gnu11" }, { "-std=c99", "-std=c11" }, { "-std=c9x", "-std=c11" },
        { "-std=iso9899:1999", "-std=c11" }, { "-std=iso9899:199x", "-std=c11" },
    };
    for (size_t i = 0; unit->lacks_c23 && i < sizeof c99 / sizeof *c99; i++)
        if (strcmp(flag, c99[i][0]) == 0)
            return c99[i][1];
    return strcmp(flag, "-std=gnu23") == 0 ? "-std=gnu2x" : flag;
}

// Its last statement is `return …;`.
static bool ends_in_return(const struct source *source, const struct async_declaration *d)
{
    uint32_t t = d->body_close - 1;
    if (token_word(source, t) != ';')
        return false;
    for (;;) {
        enum word word = token_word(source, --t);
        if (word == ';' || word == '{' || word == '}')
            break;
        uint32_t match = token_at(source, t)->match;
        t = match && match < t ? match : t;
    }
    return token_word(source, t + 1) == WORD_RETURN;
}

// To know whether a function can end without a value libclang makes a graph of each: a tenth of its time. A plain function that
// defers something is ours too, and is not looked at here.
static bool may_end_without_value(const struct unit *unit)
{
    for (size_t i = 0; i < unit->statements.count; i++)
        if (unit->statements.at[i].kind == OWN_DEFER)
            return true;
    for (size_t i = 0; i < unit->declarations.count; i++)
        if (unit->declarations.at[i].body && !ends_in_return(unit->source, &unit->declarations.at[i]))
            return true;
    return false;
}

struct parser {
    CXIndex index;
    struct unit *unit;
    const char *const *flags;
};

static CXTranslationUnit try_libclang(const struct parser *parser, const char *text, size_t length, bool with_machine)
{
    struct unit *unit = parser->unit;
    const char *const *flags = parser->flags;
    struct arguments vec(const char *) arguments = {};
    static const char *const fixed[] = {
        "-x", "cpp-output", "-undef", "-ferror-limit=0", "-fbracket-depth=100000", "-Qunused-arguments",
        "-Wno-everything", "-Werror=incompatible-pointer-types",
        "-Werror=incompatible-function-pointer-types", "-Werror=int-conversion", "-Werror=pointer-type-mismatch",
        "-Werror=compare-distinct-pointer-types", "-Werror=return-mismatch", "-Werror=implicit-function-declaration", "-Wformat", "-Wpointer-integer-compare",
    };
    for (size_t i = 0; i < sizeof fixed / sizeof *fixed; i++)
        vec_push(&arguments, fixed[i]);
    if (may_end_without_value(unit))
        vec_push(&arguments, "-Wreturn-type");
    bool has_standard = false;
    for (const char *const *f = flags; f && *f; f++)
        if (is_parser_flag(*f) && (with_machine || strncmp(*f, "-m", 2) != 0)) {
            vec_push(&arguments, clang_name(unit, *f));
            has_standard |= strncmp(*f, "-std=", 5) == 0 || strcmp(*f, "-ansi") == 0;
        }
    if (!has_standard)
        vec_push(&arguments, "-std=gnu2x");
    const char *name = arena_printf(unit->arena, "%s.view.i", unit->source->path);
    struct CXUnsavedFile file = { name, text, length };
    CXTranslationUnit tu = nullptr;
    enum CXErrorCode err = clang_parseTranslationUnit2(parser->index, name, arguments.at, (int)arguments.count, &file, 1,
                                                       CXTranslationUnit_KeepGoing, &tu);
    vec_fini(&arguments);
    return err == CXError_Success ? tu : nullptr;
}

// gcc knows machines, and units of them, that clang does not: `-mfpmath=387`.
static CXTranslationUnit run_libclang(void *data, const char *text, size_t length)
{
    CXTranslationUnit tu = try_libclang(data, text, length, true);
    return tu ? tu : try_libclang(data, text, length, false);
}

int parse_unit(struct unit *unit, struct view *view, const char *const *flags)
{
    CXIndex index = clang_createIndex(0, 0);
    struct parser parser = { index, unit, flags };
    CXTranslationUnit tu = run_libclang(&parser, view->text.text, view->text.length);
    if (!tu) {
        clang_disposeIndex(index);
        return -1;
    }
    add_diagnostics(unit, view, tu);
    if (!unit->reports->errors)
        read_choices(unit, view, run_libclang, &parser);
    struct top_walk walk = { .unit = unit, .view = view };
    cursors_count_places(tu, main_file(tu), (uint32_t)view->text.length);
    clang_visitChildren(clang_getTranslationUnitCursor(tu), visit_top, &walk);
    cursors_forget();
    vec_fini(&walk.exits);
    read_makers(unit, view, clang_getTranslationUnitCursor(tu));
    read_constants(unit, view, clang_getTranslationUnitCursor(tu));
    if (!unit->reports->errors)
        check_awaits(unit);
    if (!unit->reports->errors)
        check_own_statements(unit);
    if (!unit->reports->errors && unit->has_hidden_errors)
        report_hidden(unit, view, tu);
    types_forget();
    cursors_count_places(tu, nullptr, 0);
    clang_disposeTranslationUnit(tu);
    clang_disposeIndex(index);
    return 0;
}
