// report.c: collects messages and prints them as clang does.
//
// The compiler that preprocessed the file may have changed the spacing of a line and has replaced its macros. The caret
// has to stand in the line that the user wrote, so we align the tokens of both lines: as long as they agree they are
// the same token; where the original has a macro, everything that it expanded to is that one token.
#include "model/report.h"

#include "model/marks.h"
#include "model/warnings.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

// As in clang: a broken file gives no more errors than this, and a line that is longer is not shown. The third bounds the
// search for a column where macros expand to very much.
enum { ERROR_LIMIT = 20, LINE_LIMIT = 4096, EFFORT_LIMIT = 1000000 };

static const char *format_text(struct arena *arena, const char *format, va_list args)
{
    char text[2048];
    vsnprintf(text, sizeof text, format, args);
    return arena_copy(arena, text, strlen(text));
}

static void add(struct reports *reports, enum severity severity, uint32_t at, const char *flag, const char *format, va_list args)
{
    vec_push(&reports->list, ((struct report){
        .at = at, .severity = severity, .flag = flag,
        .text = format_text(reports->arena, format, args),
    }));
    reports->errors += severity == SEVERITY_ERROR;
}

void report_error(struct reports *reports, uint32_t at, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    add(reports, SEVERITY_ERROR, at, nullptr, format, args);
    va_end(args);
}

void report_note(struct reports *reports, uint32_t at, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    add(reports, SEVERITY_NOTE, at, nullptr, format, args);
    va_end(args);
}

// -Wfoo, -Wno-foo, -Werror, -Werror=foo, -Wno-error=foo, -w: the last word about a flag wins.
static void read_option(const char *option, const char *flag, bool *on, bool *error, bool *all_errors)
{
    if (strcmp(option, "-w") == 0)
        *on = false;
    else if (strncmp(option, "-Wno-error=", 11) == 0 && strcmp(option + 11, flag) == 0)
        *error = *all_errors = false;
    else if (strncmp(option, "-Werror=", 8) == 0 && strcmp(option + 8, flag) == 0)
        *on = *error = true;
    else if (strcmp(option, "-Wextra") == 0 || strcmp(option, "-W") == 0)
        *on |= warnings_is_extra(flag);
    else if (strcmp(option, "-Wall") == 0 || strcmp(option, "-Wunused") == 0)
        *on |= warnings_is_common(flag);
    else if (strcmp(option, "-Wno-unused") == 0)
        *on &= !warnings_is_common(flag);
    else if (strcmp(option, "-Werror") == 0)
        *all_errors = true;
    else if (strcmp(option, "-Wno-error") == 0)
        *all_errors = false;
    else if (strncmp(option, "-Wno-", 5) == 0 && strcmp(option + 5, flag) == 0)
        *on = false;
    else if (strncmp(option, "-W", 2) == 0 && strcmp(option + 2, flag) == 0)
        *on = true;
    else if (strncmp(option, "-Wframe-size=", 13) == 0 && strcmp(flag, "frame-size") == 0)
        *on = true;
}

void report_warning(struct reports *reports, uint32_t at, const char *flag, const char *format, ...)
{
    bool on = !warnings_is_off(flag), error = false, all_errors = false;
    for (const char *const *f = reports->flags; f && *f; f++)
        read_option(*f, flag, &on, &error, &all_errors);
    if (!on || source_place(reports->source, at).system)
        return;
    va_list args;
    va_start(args, format);
    add(reports, error || all_errors ? SEVERITY_ERROR : SEVERITY_WARNING, at, flag, format, args);
    va_end(args);
}

void report_forget(struct reports *reports, uint32_t begin, uint32_t end, const char *about)
{
    size_t kept = 0;
    bool dropping = false;
    for (size_t i = 0; i < reports->list.count; i++) {
        const struct report *r = &reports->list.at[i];
        if (r->severity != SEVERITY_NOTE) {
            dropping = r->severity == SEVERITY_ERROR && r->at >= begin && r->at < end && strstr(r->text, about);
            reports->errors -= dropping;
        }
        if (!dropping)
            reports->list.at[kept++] = *r;
    }
    reports->list.count = kept;
}

// Messages come in the order of the text, so most are about the file of the one before.
static void open_file(struct shown_file *shown, const char *file)
{
    if (shown->path && strcmp(shown->path, file) == 0)
        return;
    shown->path = file;
    shown->text.length = shown->lines.count = 0;
    if (buf_read_file(&shown->text, file) < 0 || !shown->text.length)
        return;
    for (const char *p = shown->text.text, *end = p + shown->text.length; p;) {
        vec_push(&shown->lines, (size_t)(p - shown->text.text));
        p = memchr(p, '\n', (size_t)(end - p));
        p = p ? p + 1 : nullptr;
    }
}

// The n-th line of a file, without its end; null: there is none, or it is too long to be shown.
static char *read_line(struct reports *reports, const char *file, uint32_t line)
{
    struct shown_file *shown = &reports->shown;
    open_file(shown, file);
    if (!line || line > shown->lines.count)
        return nullptr;
    size_t begin = shown->lines.at[line - 1];
    size_t end = line < shown->lines.count ? shown->lines.at[line] - 1 : shown->text.length;
    return end - begin <= LINE_LIMIT ? arena_copy(reports->arena, shown->text.text + begin, end - begin) : nullptr;
}

static void blank_comments(char *line)
{
    for (char *p = line; *p; p++) {
        if (*p == '"' || *p == '\'') {
            char quote = *p++;
            while (*p && *p != quote)
                p += *p == '\\' && p[1] ? 2 : 1;
            if (!*p)
                return;
        } else if (p[0] == '/' && p[1] == '/') {
            *p = 0;
            return;
        } else if (p[0] == '/' && p[1] == '*') {
            char *end = strstr(p + 2, "*/");
            memset(p, ' ', end ? (size_t)(end + 2 - p) : strlen(p));
            if (!end)
                return;
        }
    }
}

// A token of the preprocessed line, with the calls of our own macros as the user wrote them.
struct piece {
    const char *text;
    size_t length;
    uint32_t token;
};
struct pieces vec(struct piece);

static void add_word(struct pieces *pieces, const char *word, uint32_t token)
{
    vec_push(pieces, ((struct piece){ word, strlen(word), token }));
}

static void add_range(struct pieces *pieces, const struct source *source, uint32_t first, uint32_t end);

static void add_call(struct pieces *pieces, const struct source *source, size_t i)
{
    const struct mark *macro = &source->marks.at[i++];
    uint32_t close = token_at(source, macro->bracket)->match;
    add_word(pieces, macro->name, macro->bracket);
    const char *before = "(";
    while (marks_next_argument(source, &i, close)) {
        const struct mark *m = &source->marks.at[i];
        struct token_range value = mark_value(source, m);
        add_word(pieces, before, 0);
        before = ",";
        add_range(pieces, source, value.first, value.end);
        i = marks_skip(source, i + 1, token_at(source, m->bracket)->match);
    }
    add_word(pieces, ")", close);
}

static void add_range(struct pieces *pieces, const struct source *source, uint32_t first, uint32_t end)
{
    size_t next = marks_skip(source, 0, first);
    for (uint32_t t = first; t < end; t++) {
        const struct token *token = token_at(source, t);
        while (next < source->marks.count && source->marks.at[next].bracket < t)
            next++;
        if (next < source->marks.count && source->marks.at[next].bracket == t && source->marks.at[next].kind == MARK_MACRO && token->match) {
            add_call(pieces, source, next);
            t = token->match;
        } else {
            vec_push(pieces, ((struct piece){ source->text + token->begin, token->end - token->begin, t }));
        }
    }
}

// `_Await` in the preprocessed line is `await` in the original one.
static bool same_token(const struct piece *x, const struct source *b, uint32_t j)
{
    static const char *const words[][2] = {
        { "_Async", "async" }, { "_Await", "await" }, { "_Yield", "yield" }, { "_Defer", "defer" },
        { "async_future", "future" }, { "async_generator", "generator" },
    };
    const struct token *y = token_at(b, j);
    if (x->length == y->end - y->begin && memcmp(x->text, b->text + y->begin, x->length) == 0)
        return true;
    for (size_t k = 0; k < sizeof words / sizeof *words; k++)
        if (x->length == strlen(words[k][0]) && memcmp(x->text, words[k][0], x->length) == 0 && token_is(b, j, words[k][1]))
            return true;
    return false;
}

// The first token of the line that `target` stands on.
static uint32_t first_of_line(const struct source *source, uint32_t target)
{
    struct position place = source_place(source, token_at(source, target)->begin);
    uint32_t first = target;
    while (first > 1) {
        struct position before = source_place(source, token_at(source, first - 1)->begin);
        if (before.line != place.line || strcmp(before.file, place.file) != 0)
            break;
        first--;
    }
    return first;
}

// The column in the original line of pieces.at[target].
static uint32_t align(const struct pieces *pieces, size_t target, const struct source *original)
{
    size_t i = 0;
    uint32_t j = 1, last = (uint32_t)original->tokens.count - 1, effort = 0;
    while (j < last) {
        if (same_token(&pieces->at[i], original, j)) {
            if (i == target)
                return token_at(original, j)->begin;
            i++;
            j++;
            continue;
        }
        // A macro: skip what it expanded to, up to where both lines agree again.
        size_t resume_i = 0;
        uint32_t resume_j = 0;
        for (uint32_t ahead = j + 1; ahead < last && !resume_j; ahead++)
            for (size_t k = i; k <= target; k++)
                if (++effort > EFFORT_LIMIT) {
                    return token_at(original, j)->begin;
                } else if (same_token(&pieces->at[k], original, ahead)) {
                    resume_i = k;
                    resume_j = ahead;
                    break;
                }
        if (!resume_j)
            return token_at(original, j)->begin;
        i = resume_i;
        j = resume_j;
    }
    return last > 1 ? token_at(original, last - 1)->begin : 0;
}

// The column of token `target` of the preprocessed text in the original line.
static uint32_t find_column(const struct source *source, uint32_t target, const struct source *original)
{
    struct mark_place call = marks_find(source, target);
    if (call.macro)
        target = call.macro->bracket;
    struct pieces pieces = {};
    // What follows in the line does not matter, but a call is looked at as a whole.
    uint32_t end = target + 1;
    add_range(&pieces, source, first_of_line(source, target), end);
    size_t index = 0;
    while (index + 1 < pieces.count && pieces.at[index].token != target)
        index++;
    uint32_t column = pieces.count ? align(&pieces, index, original) : 0;
    vec_fini(&pieces);
    return column;
}

struct spot {
    struct position place;
    char *line;                    // as the user wrote it; null: unknown
    uint32_t column;               // from 0
};

static struct spot find_spot(struct reports *reports, uint32_t at)
{
    const struct source *source = reports->source;
    struct spot spot = { .place = source_place(source, at) };
    spot.line = read_line(reports, spot.place.file, spot.place.line);
    if (!spot.line)
        return spot;
    char *plain = arena_copy(reports->arena, spot.line, strlen(spot.line));
    blank_comments(plain);
    struct source original = { .arena = reports->arena, .path = "", .text = plain, .length = (uint32_t)strlen(plain) };
    source_lex(&original);
    uint32_t target = source_token_at(source, at);
    bool behind = target > 1 && token_at(source, target - 1)->end == at && token_at(source, target)->begin != at;
    if (behind)
        target--;              // "expected ';'" stands at the end of what came before
    spot.column = find_column(source, target, &original);
    if (at > token_at(source, target)->begin && (behind || at < token_at(source, target)->end))
        spot.column += at - token_at(source, target)->begin;
    vec_fini(&original.tokens);
    vec_fini(&original.regions);
    vec_fini(&original.lines);
    vec_fini(&original.notes);
    return spot;
}

const char *report_users_text(struct reports *reports, uint32_t at)
{
    struct spot spot = find_spot(reports, at);
    if (!spot.line || spot.column >= strlen(spot.line))
        return nullptr;
    const char *p = spot.line + spot.column;
    p += strcspn(p, " \t(");
    p += strspn(p, " \t");
    const char *end = p;
    for (int depth = 0; *end && !(depth == 0 && strchr(";,)]}", *end)); end++) {
        depth += *end == '(' || *end == '[' || *end == '{';
        depth -= *end == ')' || *end == ']' || *end == '}';
    }
    return arena_copy(reports->arena, p, (size_t)(end - p));
}

static void print_caret(const struct spot *spot, bool color)
{
    struct buf under = {};
    for (uint32_t i = 0; i < spot->column && spot->line[i]; i++)
        buf_putc(&under, spot->line[i] == '\t' ? '\t' : ' ');
    fprintf(stderr, "%5u | %s\n      | %s%s^%s\n", spot->place.line, spot->line, under.text ? under.text : "",
            color ? "\033[0;1;32m" : "", color ? "\033[0m" : "");
    buf_fini(&under);
}

static void print_one(struct reports *reports, const struct report *report)
{
    static const char *const names[] = { "note", "warning", "error" };
    static const char *const colors[] = { "\033[0;1;36m", "\033[0;1;35m", "\033[0;1;31m" };
    struct spot spot = find_spot(reports, report->at);
    const char *bold = reports->color ? "\033[1m" : "", *plain = reports->color ? "\033[0m" : "";
    fprintf(stderr, "%s%s:%u:%u: %s%s:%s %s%s", bold, spot.place.file, spot.place.line, spot.column + 1,
            reports->color ? colors[report->severity] : "", names[report->severity], plain,
            report->severity == SEVERITY_NOTE ? "" : bold, report->text);
    if (report->flag)
        fprintf(stderr, report->severity == SEVERITY_ERROR ? " [-Werror,-W%s]" : " [-W%s]", report->flag);
    fprintf(stderr, "%s\n", plain);
    if (spot.line)
        print_caret(&spot, reports->color);
}

static int by_place(const void *a, const void *b)
{
    const struct report *x = a, *y = b;
    if (x->order != y->order)
        return x->order < y->order ? -1 : 1;
    return x->number < y->number ? -1 : 1;
}

// In the order of the text; a note stays with its message.
static void sort_reports(struct reports *reports)
{
    struct report *list = reports->list.at;
    uint32_t head = 0;
    for (size_t i = 0; i < reports->list.count; i++) {
        head = list[i].severity == SEVERITY_NOTE ? head : list[i].at;
        list[i].order = head;
        list[i].number = (uint32_t)i;
    }
    if (reports->list.count)
        qsort(list, reports->list.count, sizeof *list, by_place);
}

void reports_print(struct reports *reports)
{
    unsigned warnings = 0, errors = 0;
    sort_reports(reports);
    for (size_t i = 0; i < reports->list.count; i++) {
        const struct report *report = &reports->list.at[i];
        if (report->severity == SEVERITY_ERROR && errors++ == ERROR_LIMIT) {
            fprintf(stderr, "asyncc: error: too many errors, stopping here\n");
            break;
        }
        print_one(reports, report);
        warnings += report->severity == SEVERITY_WARNING;
    }
    const char *s = warnings == 1 ? "" : "s", *e = reports->errors == 1 ? "" : "s";
    if (warnings && reports->errors)
        fprintf(stderr, "%u warning%s and %u error%s generated.\n", warnings, s, reports->errors, e);
    else if (warnings)
        fprintf(stderr, "%u warning%s generated.\n", warnings, s);
    else if (reports->errors)
        fprintf(stderr, "%u error%s generated.\n", reports->errors, e);
}

void reports_fini(struct reports *reports)
{
    vec_fini(&reports->list);
    vec_fini(&reports->shown.lines);
    buf_fini(&reports->shown.text);
}
