// writer.c: see writer.h.
//
// Text of the user is copied with its line breaks, after a line marker where it does not follow what was written last.
// Lines of ours count as the line of the statement that they serve.
#include "print/parts.h"

#include <stdarg.h>

void write_text(struct writer *w, const char *text)
{
    if (!*text)
        return;
    buf_puts(w->out, text);
    w->at_line_start = false;
}

void write_format(struct writer *w, const char *format, ...)
{
    size_t before = w->out->length;
    va_list args;
    va_start(args, format);
    buf_vprintf(w->out, format, args);
    va_end(args);
    if (w->out->length > before)
        w->at_line_start = false;
}

void write_line_break(struct writer *w)
{
    if (w->at_line_start)
        return;
    buf_putc(w->out, '\n');
    w->at_line_start = true;
    w->ended_ours = false;
    w->place.line++;
}

void write_end_line(struct writer *w)
{
    if (w->at_line_start)
        return;
    if (w->options->mode == PRINT_FOR_READER && w->ended_ours && !w->in_own_lines)
        return;            // another line of ours may join it
    write_line_break(w);
}

static bool is_place(const struct writer *w, const struct position *place)
{
    bool reader = w->options->mode == PRINT_FOR_READER;     // whose markers do not tell system headers
    return w->place.file && w->place.line == place->line && (reader || w->place.system == place->system) &&
           strcmp(w->place.file, place->file) == 0;
}

bool is_same_line(const struct writer *w, uint32_t a, uint32_t b)
{
    struct position x = source_place(w->source, a), y = source_place(w->source, b);
    return x.line == y.line && strcmp(x.file, y.file) == 0;
}

static bool is_header(const struct writer *w, const char *file)
{
    return strcmp(file, w->source->path) != 0 && (!w->options->output || strcmp(file, w->options->output) != 0);
}

// A header whose text stands in the output is marked as one: clang warns of unused inline functions elsewhere.
static void put_escaped(struct buf *out, const char *name)
{
    for (; *name; name++) {
        if ((unsigned char)*name < ' ') {
            buf_printf(out, "\\%03o", (unsigned)*name);
        } else {
            if (*name == '"' || *name == '\\')
                buf_putc(out, '\\');
            buf_putc(out, *name);
        }
    }
}

static void write_marker(struct writer *w, const struct position *place)
{
    bool reader = w->options->mode == PRINT_FOR_READER;
    if (reader && w->marked && strcmp(w->marked, place->file) == 0) {
        buf_printf(w->out, "#line %u\n", place->line);
        w->place = *place;
        return;
    }
    // gcc wants a header to be entered from a file and left into the same.
    bool header = is_header(w, place->file), at_source = w->marked && strcmp(w->marked, w->source->path) == 0;
    bool to_source = strcmp(place->file, w->source->path) == 0;
    if (reader && ((header && !w->in_header && !at_source) || (!header && w->in_header && !to_source)))
        write_marker(w, &(struct position){ w->source->path, 1, false });
    w->place = *place;
    w->marked = place->file;
    bool entered = reader && header && !w->in_header, left = reader && !header && w->in_header;
    buf_printf(w->out, reader && !entered && !left ? "#line %u \"" : "# %u \"", place->line);
    put_escaped(w->out, place->file);
    buf_puts(w->out, place->system && !reader ? "\" 3\n" : entered ? "\" 1\n" : left ? "\" 2\n" : "\"\n");
    w->in_header = (w->in_header || entered) && !left;
}

static void go_to(struct writer *w, const struct position *place)
{
    if (w->at_line_start && is_place(w, place))
        return;
    write_line_break(w);
    if (!is_place(w, place))
        write_marker(w, place);
}

enum { WIDTH = 110, DEEPEST = 16 };      // … to which a line of ours is indented: deeper nesting would cost its square

// At most WIDTH.
static size_t column(const struct writer *w)
{
    size_t at = w->out->length;
    while (at > 0 && w->out->text[at - 1] != '\n' && w->out->length - at < WIDTH)
        at--;
    return w->out->length - at;
}

// In output to be read, lines of ours for one line of the user share a line as far as they fit: a #line before each
// would drown them.
static bool joins(const struct writer *w, const struct position *place)
{
    return w->options->mode == PRINT_FOR_READER && w->ended_ours && !w->at_line_start && is_place(w, place) && column(w) < WIDTH;
}

static void find_place(struct writer *w, uint32_t at)
{
    if (w->asked == at && w->found.file)
        return;
    w->asked = at;
    w->found = source_place(w->source, at);
    w->found_begin = source_line_begin(w->source, at);
}

// The white space in front of the line that `at` stands on.
static void indent_as_user(struct writer *w, uint32_t at)
{
    const char *text = w->source->text;
    find_place(w, at);
    uint32_t from = w->found_begin, to;
    for (to = from; to < at && to - from < WIDTH && (text[to] == ' ' || text[to] == '\t'); to++)
        ;
    buf_add(w->out, text + from, to - from);
}

enum { TAB = 8 };

// Of the text from `at` to the end, if it begins a line.
static size_t width_of(const char *text, size_t length)
{
    size_t width = 0;
    for (size_t i = 0; i < length; i++)
        width = text[i] == '\t' ? width / TAB * TAB + TAB : width + 1;
    return width;
}

// Behind `if (x)` and a body on a line of its own, nothing of ours may look as if it belonged to the body too.
void write_guarded(struct writer *w, const struct stmt *guarding, uint32_t body)
{
    uint32_t begin = source_line_begin(w->source, body), end = begin;
    while (end < body && (w->source->text[end] == ' ' || w->source->text[end] == '\t'))
        end++;
    w->guarding = guarding;
    w->guarded = width_of(w->source->text + begin, end - begin);
}

void write_indentation(struct writer *w, uint32_t at)
{
    size_t before = w->out->length;
    if (!w->in_own_lines)
        indent_as_user(w, at);
    static const char spaces[4 * DEEPEST + 1] = "                                                                ";
    buf_add(w->out, spaces, 4 * (size_t)(w->depth < 0 ? 0 : w->depth < DEEPEST ? w->depth : DEEPEST));
    if (w->guarded && width_of(w->out->text + before, w->out->length - before) == w->guarded)
        w->out->length = before;
    w->guarded = 0;
}

void write_begin_line(struct writer *w, uint32_t at)
{
    if (w->in_own_lines) {
        write_end_line(w);
    } else {
        find_place(w, at);
        struct position place = w->found;
        if (joins(w, &place)) {
            buf_putc(w->out, ' ');
            return;
        }
        w->ended_ours = false;
        go_to(w, &place);
    }
    write_indentation(w, at);
    w->at_line_start = false;
    w->ended_ours = true;
}

// In preprocessed text a directive begins its line.
void write_directive(struct writer *w, uint32_t at, const char *text)
{
    if (w->in_own_lines) {
        write_line_break(w);
    } else {
        find_place(w, at);
        struct position place = w->found;
        go_to(w, &place);
    }
    buf_puts(w->out, text);
    w->at_line_start = w->ended_ours = false;
    write_line_break(w);
}

static void count_lines(struct writer *w)
{
    const char *end = w->out->text + w->out->length;
    for (const char *p; w->counted < w->out->length; w->counted = (size_t)(p - w->out->text) + 1) {
        p = memchr(w->out->text + w->counted, '\n', w->out->length - w->counted);
        w->lines += p != nullptr;
        p = p ? p : end - 1;
    }
}

void write_own_lines(struct writer *w)
{
    if (w->options->mode == PRINT_FOR_COMPILER || w->in_own_lines)
        return;
    write_line_break(w);
    count_lines(w);
    struct position place = { w->options->output ? w->options->output : "<asyncc>", w->lines + 2, false };
    write_marker(w, &place);
    w->in_own_lines = true;
}

void write_blank_line(struct writer *w)
{
    if (!w->in_own_lines)
        return;
    write_line_break(w);
    buf_putc(w->out, '\n');
}

void write_lost_line(struct writer *w)
{
    w->place.file = nullptr;
}

// Insertions at the very end belong to what ends there; a replacement at `end` belongs to what follows. An insertion at
// `begin` that closes something belongs to what stood before.
static bool belongs(const struct edit *e, uint32_t begin, uint32_t end)
{
    if (e->begin != e->end)
        return e->begin >= begin && e->begin < end;
    bool closes = e->text[0] == ')' || e->text[0] == ' ' || e->text[0] == ',';
    return closes ? e->begin > begin && e->begin <= end : e->begin >= begin && e->begin < end;
}

// In a raw string.
static bool is_in_literal(const struct source *source, uint32_t at)
{
    const struct token *token = token_at(source, source_token_at(source, at));
    return token->kind == TOKEN_STRING && token->begin < at && at < token->end;
}

// A directive that must not be preprocessed again. Pragmas stay.
static bool is_directive(const struct source *source, uint32_t at)
{
    const char *text = source->text;
    return text[at] == '#' && (at == 0 || text[at - 1] == '\n') && strncmp(text + at, "#pragma", 7) != 0 && !is_in_literal(source, at);
}

// The first note that begins at or behind `at`.
static size_t first_note(const struct source *source, uint32_t at)
{
    return vec_search(&source->notes, 0, e, e->begin < at);
}

static void end_line(struct writer *w, bool one_line)
{
    struct buf *out = w->out;
    while (one_line && out->length && out->text[out->length - 1] == ' ')
        out->length--;
    buf_putc(out, one_line ? ' ' : '\n');
}

static void copy_text(struct writer *w, uint32_t begin, uint32_t end, bool one_line)
{
    const char *text = w->source->text;
    bool reader = w->options->mode == PRINT_FOR_READER;
    for (uint32_t at = begin; at < end;) {
        uint32_t stop = at;
        while (stop < end && text[stop] != '\n')
            stop++;
        if (!reader || !is_directive(w->source, at))
            buf_add(w->out, text + at, stop - at);
        at = stop;
        if (at < end && is_in_literal(w->source, at)) {
            buf_putc(w->out, '\n');
            at++;
        } else if (at < end) {
            end_line(w, one_line);
            at++;
            while (one_line && at < end && (text[at] == ' ' || text[at] == '\t'))
                at++;
            // A marker in the middle of a statement means nothing on a joined line.
            while (one_line && at < end && text[at] == '#') {
                while (at < end && text[at] != '\n')
                    at++;
                at += at < end;
            }
        }
    }
}

// The line breaks of what an edit has replaced, so that what follows still stands on its line.
static void keep_lines(struct writer *w, const struct edit *e)
{
    enum { MOST = 8 };
    struct position from = source_place(w->source, e->begin), to = source_place(w->source, e->end);
    if (w->options->mode == PRINT_FOR_READER && (to.line < from.line || to.line > from.line + MOST)) {
        buf_putc(w->out, '\n');
        write_marker(w, &to);
        return;
    }
    for (uint32_t line = from.line; line < to.line; line++)
        buf_putc(w->out, '\n');
}

// With its comments, unless all becomes one line.
static void copy(struct writer *w, uint32_t begin, uint32_t end, bool one_line)
{
    const struct notes *notes = &w->source->notes;
    for (size_t i = first_note(w->source, begin); !one_line && i < notes->count && notes->at[i].end <= end; i++) {
        const struct note *note = &notes->at[i];
        if (note->kind == NOTE_PRAGMA || note->begin < begin)
            continue;
        copy_text(w, begin, note->begin, false);
        buf_puts(w->out, note->text);
        begin = note->end;
    }
    copy_text(w, begin, end, one_line);
}

// `at`, or where the folded call around it goes on. Other edits are never cut, but what they replace may be printed elsewhere.
static uint32_t behind_fold(const struct writer *w, uint32_t at)
{
    size_t i = edits_find(&w->folds, at);
    return i > 0 && w->folds.at[i - 1].end > at ? w->folds.at[i - 1].end : at;
}

bool is_folded(const struct writer *w, uint32_t at)
{
    return behind_fold(w, at) > at;
}

enum { FARTHEST = 400 };       // columns behind it do not matter to anyone, and finding them takes time

// Of what comes next in the output; FARTHEST: that or more.
static size_t output_column(const struct writer *w)
{
    size_t at = w->out->length;
    while (at > 0 && w->out->text[at - 1] != '\n' && w->out->length - at < FARTHEST)
        at--;
    return w->out->length - at;
}

// Of the user's text at `at` in his file, from 0. Preprocessors move text behind a macro: clang's by the length that it
// expands to more than it is long, where the only macros that we know are our words; gcc's begins a new line with a marker,
// indented by one less.
static size_t users_column(const struct writer *w, uint32_t at)
{
    const struct source *source = w->source;
    uint32_t begin = source_line_begin(source, at), region = source_region(source, at);
    size_t column = at - begin;
    if (column >= FARTHEST)
        return column;
    if (region > 0 && source->regions.at[region].begin == begin && source->regions.at[region].line > 1) {
        uint32_t marker = source_line_begin(source, begin - 1);
        struct position before = source_place(source, marker ? marker - 1 : 0), here = source_place(source, begin);
        column += before.line == here.line && strcmp(before.file, here.file) == 0;
    }
    for (uint32_t t = source_token_at(source, begin); token_at(source, t)->begin < at; t++)
        column -= (token_word(source, t) == WORD_AWAIT || token_word(source, t) == WORD_ASYNC) && column > 0;
    return column;
}

// For a compiler: what stands at `at` in the source comes to the same line and column, so that its messages point there.
static void align(struct writer *w, uint32_t at)
{
    size_t column = users_column(w, at);
    if (column >= FARTHEST)
        return;
    size_t now = output_column(w);
    if (now > column) {
        struct position place = source_place(w->source, at);
        buf_putc(w->out, '\n');
        write_marker(w, &place);
        now = 0;
    }
    for (; now < column; now++)
        buf_putc(w->out, ' ');
}

// Nothing stands there of which a compiler would speak.
static bool is_rest_of_line(const struct writer *w, uint32_t at, uint32_t end)
{
    const char *text = w->source->text;
    while (at < end && strchr(" \t);,{}", text[at]) && text[at])
        at++;
    return at >= end || text[at] == '\n';
}

// Lowering may cut inside a fold: what stands for it comes with its beginning.
static void copy_edited(struct writer *w, uint32_t begin, uint32_t end, bool one_line)
{
    uint32_t at = behind_fold(w, begin);
    size_t before = w->out->length;
    for (size_t i = edits_find(w->edits, begin); i < w->edits->count && w->edits->at[i].begin <= end; i++) {
        const struct edit *e = &w->edits->at[i];
        if (!belongs(e, begin, end) || e->begin < at)
            continue;
        copy(w, at, e->begin, one_line);
        buf_puts(w->out, e->text);
        if (!one_line && e->end > e->begin)
            keep_lines(w, e);
        at = e->end;
        if (!one_line && w->options->mode == PRINT_FOR_COMPILER && !is_rest_of_line(w, at, end))
            align(w, at);
    }
    copy(w, at, end, one_line);
    if (w->out->length > before)
        w->at_line_start = w->out->text[w->out->length - 1] == '\n';
}

void write_range(struct writer *w, uint32_t begin, uint32_t end)
{
    copy_edited(w, begin, end, true);
}

void write_in_place(struct writer *w, uint32_t begin, uint32_t end)
{
    if (w->options->mode == PRINT_FOR_READER || begin >= end) {
        write_range(w, begin, end);
        return;
    }
    struct position place = source_place(w->source, begin);
    if (!is_place(w, &place))
        go_to(w, &place);
    align(w, begin);
    copy_edited(w, begin, end, false);
    w->place = source_place(w->source, end);
    if (source_region(w->source, begin) != source_region(w->source, end))
        w->place.file = nullptr;       // a marker was copied, perhaps one that says "system header" until the next
}

void write_measured(struct writer *w, uint32_t begin, uint32_t end)
{
    struct edits *edits = w->edits;
    if (!w->has_measured)
        print_edits(w->unit, &w->measured, w->options, true);
    w->has_measured = true;
    w->edits = &w->measured;
    copy_edited(w, begin, end, true);
    w->edits = edits;
}

// The white space between the start of the line and `at`, if that is all there is.
static uint32_t indentation(const struct source *source, uint32_t at)
{
    uint32_t from = at;
    while (from > 0 && (source->text[from - 1] == ' ' || source->text[from - 1] == '\t'))
        from--;
    return from == 0 || source->text[from - 1] == '\n' ? from : at;
}

void write_users_lines(struct writer *w)
{
    if (!w->in_own_lines)
        return;
    write_line_break(w);
    w->in_own_lines = false;
    w->place.file = nullptr;
}

bool is_trailing(const struct source *source, uint32_t at)
{
    while (at > 0 && (source->text[at - 1] == ' ' || source->text[at - 1] == '\t'))
        at--;
    return at > 0 && source->text[at - 1] != '\n';
}

static void write_note(struct writer *w, const struct note *note)
{
    struct position place = source_place(w->source, note->begin);
    bool trails = note->kind != NOTE_PRAGMA && is_trailing(w->source, note->begin);
    if (trails && !w->at_line_start && is_place(w, &place)) {
        buf_putc(w->out, ' ');
    } else if (trails && note->kind == NOTE_COMMENT) {
        return;        // what it stood behind has become many lines
    } else {
        go_to(w, &place);
        if (note->kind != NOTE_PRAGMA)       // in preprocessed text a directive begins its line
            write_indentation(w, note->begin);
    }
    buf_puts(w->out, note->text);
    for (const char *p = note->text; *p; p++)
        w->place.line += *p == '\n';
    w->at_line_start = w->ended_ours = false;
    write_line_break(w);
}

void write_notes(struct writer *w, uint32_t at)
{
    const struct notes *notes = &w->source->notes;
    uint32_t body = w->fn ? token_at(w->source, w->fn->declaration->body)->begin : at;
    for (; w->next_note < notes->count && notes->at[w->next_note].begin < at; w->next_note++) {
        const struct note *note = &notes->at[w->next_note];
        bool is_wanted = note->kind != NOTE_COMMENT || w->options->mode == PRINT_FOR_READER;
        if (note->begin < body || !is_wanted)
            continue;
        if (w->holds_pragmas && note->kind == NOTE_PRAGMA)
            vec_push(&w->held, note);
        else
            write_note(w, note);
    }
}

// Compilers do not touch a loop that is entered from outside, or has lost its condition, and gcc warns of a hint for one.
static bool is_hint(const struct note *note)
{
    return strstr(note->text, "unroll") || strstr(note->text, "ivdep") || strstr(note->text, "clang loop");
}

void write_held_pragmas(struct writer *w, enum loop_kind kind)
{
    for (size_t i = 0; i < w->held.count; i++) {
        const struct note *note = w->held.at[i];
        // OpenMP wants the whole loop as it knows loops.
        if (note_openmp_directive(note) ? kind == LOOP_AS_WRITTEN : kind != LOOP_ENTERED || !is_hint(note))
            write_note(w, note);
    }
    w->held.count = 0;
}

// What [begin, end) holds has been copied with it.
static void pass_notes(struct writer *w, uint32_t end)
{
    while (w->next_note < w->source->notes.count && w->source->notes.at[w->next_note].begin < end)
        w->next_note++;
}

static uint32_t skip_white(const struct source *source, uint32_t at, uint32_t end)
{
    const char *text = source->text;
    for (;;) {
        while (at < end && strchr(" \t\n\r\f\v", text[at]) && text[at])
            at++;
        if (at >= end || !is_directive(source, at))
            return at;
        while (at < end && text[at] != '\n')
            at++;
    }
}

// The first comment or other text in [at, end); end: there is none.
static uint32_t find_content(const struct writer *w, uint32_t at, uint32_t end)
{
    const struct notes *notes = &w->source->notes;
    uint32_t text = skip_white(w->source, at, end);
    for (size_t i = first_note(w->source, at); i < notes->count && notes->at[i].begin < text; i++)
        if (notes->at[i].kind != NOTE_PRAGMA)
            return notes->at[i].begin;
    return text;
}

// Where the last of it ends.
static uint32_t content_end(const struct writer *w, uint32_t begin, uint32_t end)
{
    uint32_t stop = end;
    while (stop > begin && strchr(" \t\n\r", w->source->text[stop - 1]))
        stop--;
    for (size_t i = first_note(w->source, stop); i < w->source->notes.count && w->source->notes.at[i].end <= end; i++)
        if (w->source->notes.at[i].kind != NOTE_PRAGMA)
            stop = w->source->notes.at[i].end;
    return stop;
}

// For a reader: region by region, since the markers between them do not stay, and without wide empty spaces.
static void write_for_reader(struct writer *w, uint32_t begin, uint32_t end)
{
    const struct source *source = w->source;
    bool begun = false, pragma = false;
    for (uint32_t at = find_content(w, begin, end); at < end;) {
        uint32_t region = source_region(source, at), stop = end;
        if (region + 1 < source->regions.count && source->regions.at[region + 1].begin < end)
            stop = source->regions.at[region + 1].begin;
        for (uint32_t p = at; p + 3 < stop; p++)
            if (source->text[p] == '\n' && !is_in_literal(source, p) && find_content(w, p, stop) > p + 3)
                stop = p;
        stop = behind_fold(w, stop);
        uint32_t text_end = content_end(w, at, stop);
        if (text_end > at) {
            struct position place = source_place(source, at);
            bool behind_pragma = pragma;
            pragma = source->text[at] == '#';      // needs a line of its own, though _Pragma did not
            if (begun && !w->at_line_start && is_place(w, &place) && !pragma && !behind_pragma) {
                buf_puts(w->out, strchr(" \t\n", source->text[at - 1]) ? " " : "");
            } else {
                go_to(w, &place);
                copy(w, indentation(source, at), at, true);
            }
            copy_edited(w, at, text_end, false);
            w->place = source_place(source, text_end);
            begun = true;
        }
        at = find_content(w, stop > at ? stop : at + 1, end);
    }
}

void write_source(struct writer *w, uint32_t begin, uint32_t end)
{
    if (begin >= end)
        return;
    pass_notes(w, end);
    if (w->options->mode == PRINT_FOR_READER) {
        w->in_own_lines = w->ended_ours = false;
        write_for_reader(w, begin, end);
        return;
    }
    struct position place = source_place(w->source, begin);
    w->in_own_lines = w->ended_ours = false;
    go_to(w, &place);
    copy(w, indentation(w->source, begin), begin, true);
    copy_edited(w, begin, end, false);
    w->place = source_place(w->source, end);
    if (w->source->text[end - 1] == '\n')
        w->at_line_start = true;
}
