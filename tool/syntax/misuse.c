// misuse.c: see misuse.h.
//
// The macros check their arguments with expressions that are an error for a wrong one (api.h). libclang's words for such
// an error speak of the expression, often of each of its copies; what the user has to know is which argument of which
// macro is wrong, and what it should have been.
#include "syntax/misuse.h"

#include "model/report.h"
#include "syntax/handles.h"

// 'T' of a message, in its quotes.
static const char *quoted_type(struct unit *unit, const char *text)
{
    const char *from = strchr(text, '\''), *end = from ? strchr(from + 1, '\'') : nullptr;
    return end ? arena_copy(unit->arena, from, (size_t)(end + 1 - from)) : "this";
}

static bool mentions(const struct source *source, const struct mark *m, const char *word)
{
    struct token_range value = mark_value(source, m);
    for (uint32_t t = m->bracket; t < value.first; t++)
        if (token_is(source, t, word))
            return true;
    return false;
}

// The macros that want an array of futures take it first, and what else they take is no handle.
static bool is_of_array(const struct misuse *m)
{
    static const char *const names[] = {
        "async_gather_array", "async_as_completed_array", "async_race_array", "async_wait_all", "async_wait_any",
    };
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (strcmp(m->place.macro->name, names[i]) == 0)
            return true;
    return false;
}

// What is checked there; null: no handle.
static const struct handle_kind *handle_kind_of(const struct source *source, const struct mark *m)
{
    for (int i = 0; i < HANDLE_KINDS; i++)
        if (mentions(source, m, handle_kinds[i].tag + sizeof "struct"))
            return &handle_kinds[i];
    return nullptr;
}

static const char *wanted(const struct source *source, const struct misuse *misuse)
{
    if (is_of_array(misuse))
        return "an array of futures";
    const struct handle_kind *kind = handle_kind_of(source, misuse->place.argument);
    return kind ? kind->words : handle_kinds[0].words;
}

// `(_Generic((char (*)[_Generic((place), T *: 1, …)])0, …))`
static bool is_place(const struct source *source, const struct mark *m)
{
    uint32_t t = m->bracket + 1;
    for (int n = 0; t < token_at(source, m->bracket)->match; t++)
        if (token_word(source, t) == WORD_GENERIC && ++n == 2)
            return token_word(source, t - 1) == '[';
    return false;
}

// An await is the call of a function that takes a tag. What another function says to that tells what was given instead.
static const char *given(const char *text)
{
    static const char before[] = "_tag *' to parameter of type '";
    if (!strstr(text, "_tag *' to parameter"))
        return nullptr;
    const char *type = strstr(text, before);
    for (int i = 0; type && i < HANDLE_KINDS; i++) {
        size_t length = strlen(handle_kinds[i].tag);
        if (strncmp(type + sizeof before - 1, handle_kinds[i].tag, length) == 0 && type[sizeof before - 1 + length] == ' ')
            return handle_kinds[i].words;
    }
    return "a function";
}

static void report_argument(struct unit *unit, const struct misuse *m)
{
    const struct source *source = unit->source;
    const struct mark *argument = m->place.argument;
    struct token_range value = mark_value(source, argument);
    uint32_t at = token_at(source, value.first)->begin;
    const char *name = m->place.macro->name, *type = quoted_type(unit, m->text), *other = given(m->text);
    bool is_generic = strstr(m->text, "not compatible with any generic association");
    bool is_pointed = strstr(m->text, "indirection requires pointer operand");
    bool is_counted = strstr(m->text, "arguments to function call") && value.end == value.first + 1;
    if (is_generic && is_place(source, argument) && !strstr(m->text, "*'"))
        report_error(unit->reports, at, "'%s' wants a pointer to where the value goes, and this has type %s", name, type);
    else if (is_generic && is_place(source, argument))
        report_error(unit->reports, at, "'%s' cannot store the value in an object that %s points to", name, type);
    else if (is_generic && !handle_kind_of(source, argument))
        report_error(unit->reports, at, "'%s' wants futures of one type; the first is not %s", name, type);
    else if (is_pointed)
        report_error(unit->reports, at, "argument of '%s' is not %s but has type %s", name, wanted(source, m), type);
    else if (is_of_array(m) && (is_generic || is_counted || other))
        report_error(unit->reports, at, "argument of '%s' is not %s", name, wanted(source, m));
    else if (is_generic || is_counted || (other && strcmp(other, "a function") == 0))
        report_error(unit->reports, at, "argument of '%s' is a function, not %s; did you forget to call it?", name, wanted(source, m));
    else if (other)
        report_error(unit->reports, at, "argument of '%s' is %s, not %s", name, other, wanted(source, m));
    else      // something else is wrong with what the user wrote
        report_error(unit->reports, at, "%s", m->text);
}

static bool is_told(const struct unit *unit, uint32_t bracket)
{
    const struct source *source = unit->source;
    uint32_t begin = token_at(source, bracket)->begin, end = token_at(source, token_at(source, bracket)->match)->end;
    for (size_t i = 0; i < unit->reports->list.count; i++) {
        const struct report *r = &unit->reports->list.at[i];
        if (r->severity == SEVERITY_ERROR && r->at >= begin && r->at < end)
            return true;
    }
    return false;
}

// A place is checked with the type that the future would give, which says nothing where that is none.
static bool is_of_argument(const struct source *source, const struct misuse *m)
{
    return m->place.argument && (!is_place(source, m->place.argument) || strstr(m->text, "generic association"));
}

void misuses_report(struct unit *unit, const struct misuses *misuses)
{
    // Arguments first: what is wrong with the whole mostly follows from them.
    for (size_t i = 0; i < misuses->count; i++)
        if (is_of_argument(unit->source, &misuses->at[i]) &&
            !is_told(unit, is_place(unit->source, misuses->at[i].place.argument) ? misuses->at[i].place.macro->bracket
                                                                                : misuses->at[i].place.argument->bracket))
            report_argument(unit, &misuses->at[i]);
    for (size_t i = 0; i < misuses->count; i++) {
        uint32_t bracket = misuses->at[i].place.macro->bracket, at = token_at(unit->source, bracket)->begin;
        if (is_told(unit, bracket))
            continue;
        if (strstr(misuses->at[i].text, "array size is negative"))
            report_error(unit->reports, at, "'%s' wants a value exactly where its type is not void", misuses->at[i].place.macro->name);
        else
            report_error(unit->reports, at, "in this call of '%s': %s",
                         misuses->at[i].place.macro->name, misuses->at[i].text);
    }
}
