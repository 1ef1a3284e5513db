// reader.c: output for people: headers of the system stay #include lines.
//
// The text that we translate is preprocessed, and the compiler will preprocess our output again. So a header is named
// instead of copied, with those macros of the user defined around it that were defined there (_GNU_SOURCE must still be
// seen); and what the headers define must not touch the user's text a second time: a name in it that a header has
// defined as a macro is a name on purpose, and the macro is undefined.
//
// Needs: text preprocessed with -dD.
#include "print/parts.h"

#include <stdio.h>

struct macro {
    const char *name;              // null: no longer defined
    const char *line;              // the whole #define, without the `#define`
    bool is_users;
    bool is_headers_too;           // a header of the system has defined it as well
};

struct macros {
    struct macro_list vec(struct macro) list;      // in the order of definition
    struct map numbers;            // by name: index in list + 1
    struct map headers;            // names that headers of the system have ever defined
    struct map async_files;        // those that use the language: an #include of one is not C
    uint32_t at;                   // everything before this offset has been read
};

static bool is_name_char(char c)
{
    return c == '_' || c == '$' || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static void forget_macro(struct macros *macros, const char *name, size_t length)
{
    uint32_t *number = map_at(&macros->numbers, name, length);
    if (*number)
        macros->list.at[*number - 1].name = nullptr;
    *number = 0;
}

static void read_directive(struct writer *w, struct macros *macros, const char *p, const char *end, bool is_users)
{
    bool define = end - p > 8 && memcmp(p, "#define ", 8) == 0, undef = end - p > 7 && memcmp(p, "#undef ", 7) == 0;
    if (!define && !undef)
        return;
    const char *name = p + (define ? 8 : 7), *stop = name;
    while (stop < end && is_name_char(*stop))
        stop++;
    // The output does not repeat the user's #undef of a macro that is not the user's: write_undefs() will.
    uint32_t known = map_find(&macros->numbers, name, (size_t)(stop - name));
    if (undef && is_users && known && !macros->list.at[known - 1].is_users)
        return;
    forget_macro(macros, name, (size_t)(stop - name));
    if (!define)
        return;
    const char *copy = arena_copy(w->unit->arena, name, (size_t)(stop - name));
    if (!is_users)
        *map_at(&macros->headers, copy, (size_t)(stop - name)) = 1;
    vec_push(&macros->list, ((struct macro){
        copy, arena_copy(w->unit->arena, name, (size_t)(end - name)), is_users, map_find(&macros->headers, copy, (size_t)(stop - name)),
    }));
    *map_at(&macros->numbers, name, (size_t)(stop - name)) = (uint32_t)macros->list.count;
}

static bool is_given_on_command_line(const char *file)
{
    return file[0] == '<';
}

// Reads the directives up to `end`.
static void read_macros(struct writer *w, struct macros *macros, uint32_t end)
{
    const struct source *source = w->source;
    uint32_t region = source_region(source, macros->at);
    while (macros->at < end) {
        const char *p = source->text + macros->at, *stop = memchr(p, '\n', source->length - macros->at);
        stop = stop ? stop : source->text + source->length;
        while (region + 1 < source->regions.count && source->regions.at[region + 1].begin <= macros->at)
            region++;
        const struct region *r = &source->regions.at[region];
        if (*p == '#')
            read_directive(w, macros, p, stop, !r->system && !is_given_on_command_line(r->file));
        macros->at = (uint32_t)(stop - source->text) + 1;
    }
}

// --- headers ---

static bool ends_with(const char *text, const char *end)
{
    size_t a = strlen(text), b = strlen(end);
    return a >= b && strcmp(text + a - b, end) == 0;
}

// <async.h> and what it includes. Another header under async/ is one that declares async functions, as a user's own.
static bool is_our_header(const char *file)
{
    static const char *const ours[] = { "/async.h", "/async/api.h", "/async/sync.h", "/async/system.h", "/async/io.h",
                                        "/async/stream.h", "/async/http.h" };
    for (size_t i = 0; i < sizeof ours / sizeof *ours; i++)
        if (ends_with(file, ours[i]))
            return true;
    return false;
}

static void note_async_file(struct unit *unit, struct macros *macros, uint32_t at)
{
    const char *file = source_place(unit->source, at).file;
    if (!is_our_header(file))
        *map_at(&macros->async_files, file, strlen(file)) = 1;
}

static bool is_skipped(const struct writer *w, const struct region *r)
{
    return (r->system && !map_find(&w->macros->async_files, r->file, strlen(r->file))) || is_given_on_command_line(r->file);
}

// The line of the user's file that the include stands on, if it names its header plainly.
static char *find_include_line(struct writer *w, const struct region *after)
{
    struct buf text = {};
    char *line = nullptr;
    if (after->line > 1 && buf_read_file(&text, after->file) == 0) {
        const char *p = text.text, *end = p + text.length;
        for (uint32_t n = 1; p && n < after->line - 1; n++) {
            p = memchr(p, '\n', (size_t)(end - p));
            p = p ? p + 1 : nullptr;
        }
        if (p) {
            const char *open = p + strspn(p, " \t");
            open += *open == '#';
            open += strspn(open, " \t");
            open += strncmp(open, "include", 7) == 0 ? 7 : 0;
            open += strspn(open, " \t");
            const char *close = *open == '<' ? strpbrk(open, ">\n") : *open == '"' ? strpbrk(open + 1, "\"\n") : nullptr;
            if (close && *close != '\n')
                line = arena_printf(w->unit->arena, "#include %.*s", (int)(close + 1 - open), open);
        }
    }
    buf_fini(&text);
    return line;
}

static void write_include(struct writer *w, const struct region *first, const struct region *after)
{
    if (ends_with(first->file, "/async.h")) {
        write_text(w, "#include <async/lowered.h>\n");
        return;
    }
    const char *line = after ? find_include_line(w, after) : nullptr;
    write_text(w, line ? line : arena_printf(w->unit->arena, "#include \"%s\"", first->file));
    write_text(w, "\n");
}

static void write_users_macros(struct writer *w, const struct macros *macros, bool define)
{
    for (size_t i = 0; i < macros->list.count; i++) {
        const struct macro *m = &macros->list.at[i];
        if (!m->name || !m->is_users)
            continue;
        if (!define || m->is_headers_too)
            write_format(w, "#undef %s\n", m->name);
        if (define)
            write_format(w, "#define %s\n", m->line);
    }
}

// Names in the user's text of [begin, end) that headers have defined as macros, or the compiler.
static void write_undefs(struct writer *w, struct macros *macros, uint32_t begin, uint32_t end)
{
    const struct source *source = w->source;
    for (uint32_t t = source_token_at(source, begin); token_at(source, t)->begin < end && token_at(source, t)->kind != TOKEN_END; t++) {
        const struct token *token = token_at(source, t);
        if (token->kind != TOKEN_NAME || token->system)
            continue;
        size_t length = token_length(source, t);
        uint32_t number = map_find(&macros->numbers, token_start(source, t), length);
        const struct macro *m = number ? &macros->list.at[number - 1] : nullptr;
        if (!m || m->is_users)
            continue;
        if (strlen(m->line) != 2 * length + 1 || strncmp(m->line + length + 1, m->name, length) != 0)
            write_format(w, "#undef %s\n", m->name);
        forget_macro(macros, m->name, length);
    }
}

// --- the text between functions ---

// The next run of regions that are named rather than copied, from `at` on. False: there is none before `end`.
static bool find_run(const struct writer *w, uint32_t at, uint32_t end, size_t *first, size_t *behind)
{
    const struct source *source = w->source;
    size_t i = source_region(source, at);
    while (i < source->regions.count && source->regions.at[i].begin < end &&
           (source->regions.at[i].begin < at || !is_skipped(w, &source->regions.at[i])))
        i++;
    if (i == source->regions.count || source->regions.at[i].begin >= end)
        return false;
    *first = i;
    while (i < source->regions.count && is_skipped(w, &source->regions.at[i]))
        i++;
    *behind = i;
    return true;
}

static uint32_t begin_of_region(const struct source *source, size_t region)
{
    return region < source->regions.count ? source->regions.at[region].begin : source->length;
}

static bool has_content(const struct source *source, uint32_t begin, uint32_t end)
{
    for (size_t i = 0; i < source->notes.count && source->notes.at[i].begin < end; i++)
        if (source->notes.at[i].begin >= begin)
            return true;
    return token_at(source, source_token_at(source, begin))->begin < end;
}

// `-include async.h`: what else is named on the command line will be there again, but that header is not the same without us.
static bool includes_ours(const struct writer *w, size_t first, size_t behind)
{
    for (size_t i = first; i < behind; i++)
        if (ends_with(w->source->regions.at[i].file, "/async.h"))
            return true;
    return false;
}

void write_outside(struct writer *w, uint32_t begin, uint32_t end)
{
    if (w->options->mode == PRINT_FOR_COMPILER) {
        write_source(w, begin, end);
        return;
    }
    struct macros *macros = w->macros;
    size_t first, behind;
    uint32_t at = begin;
    while (find_run(w, at, end, &first, &behind)) {
        uint32_t run = begin_of_region(w->source, first), next = begin_of_region(w->source, behind);
        if (has_content(w->source, at, run))
            write_source(w, at, run);
        read_macros(w, macros, run);
        bool header = !is_given_on_command_line(w->source->regions.at[first].file);
        if (!header && includes_ours(w, first, behind))
            write_text(w, "#include <async/lowered.h>\n");
        if (header) {
            write_line_break(w);
            write_users_macros(w, macros, true);
            write_include(w, &w->source->regions.at[first], behind < w->source->regions.count ? &w->source->regions.at[behind] : nullptr);
            write_users_macros(w, macros, false);
            w->place.file = nullptr;
            w->at_line_start = true;
        }
        read_macros(w, macros, next);
        size_t later_first, later_behind;
        uint32_t text_end = find_run(w, next, w->source->length, &later_first, &later_behind)
                                ? begin_of_region(w->source, later_first) : w->source->length;
        write_undefs(w, macros, next, text_end);
        w->at_line_start |= header;
        at = next;
    }
    if (has_content(w->source, at, end))
        write_source(w, at, end);
}

struct macros *macros_new(struct unit *unit)
{
    struct macros *macros = arena_new(unit->arena, struct macros);
    for (size_t i = 0; i < unit->declarations.count; i++)
        note_async_file(unit, macros, token_at(unit->source, unit->declarations.at[i].word)->begin);
    for (size_t i = 0; i < unit->handles.count; i++)
        note_async_file(unit, macros, unit->handles.at[i].begin);
    return macros;
}

void macros_fini(struct macros *macros)
{
    vec_fini(&macros->list);
    map_fini(&macros->numbers);
    map_fini(&macros->async_files);
    map_fini(&macros->headers);
}
