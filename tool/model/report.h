// report.h: what the tool has to say about the user's source, in clang's form.
//
// A message stands at an offset of the preprocessed text; it is printed at the line and column of the original file.
#ifndef MODEL_REPORT_H
#define MODEL_REPORT_H

#include "model/source.h"

enum severity : uint8_t { SEVERITY_NOTE, SEVERITY_WARNING, SEVERITY_ERROR };

struct report {
    uint32_t at;
    enum severity severity;
    const char *flag;              // of a warning, without -W; null: none
    const char *text;
    uint32_t order;                // the place of the message that a note belongs to
    uint32_t number;               // in the order of reporting
};

// The user's file that messages were last about.
struct shown_file {
    const char *path;
    struct buf text;
    struct shown_lines vec(size_t) lines;      // where they begin
};

struct warning_option {
    const char *flag;
    bool off, error;
};

struct reports {
    struct arena *arena;
    const struct source *source;
    const char *const *flags;      // -W… as the user gave them
    struct report_list vec(struct report) list;
    struct shown_file shown;
    unsigned errors;
    bool color;
};

// A note belongs to the report before it and is dropped with it.
void report_error(struct reports *reports, uint32_t at, const char *format, ...) __attribute__((format(printf, 3, 4)));
void report_note(struct reports *reports, uint32_t at, const char *format, ...) __attribute__((format(printf, 3, 4)));
void report_warning(struct reports *reports, uint32_t at, const char *flag, const char *format, ...)
    __attribute__((format(printf, 4, 5)));

// Takes back the errors in [begin, end) that speak of `about`, with their notes.
void report_forget(struct reports *reports, uint32_t begin, uint32_t end, const char *about);

// What the user wrote behind the word at `at`, up to the end of the operand or of the line; null: unknown.
const char *report_users_text(struct reports *reports, uint32_t at);

void reports_print(struct reports *reports);
void reports_fini(struct reports *reports);

#endif
