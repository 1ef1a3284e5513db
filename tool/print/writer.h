// writer.h: inside print/ only: text that knows which line of which file a compiler takes it for.
#ifndef PRINT_WRITER_H
#define PRINT_WRITER_H

#include "print/print.h"

enum loop_kind {
    LOOP_AS_WRITTEN,
    LOOP_PREPARED,                 // what stood in its head comes before it
    LOOP_ENTERED,                  // it awaits: a resumption jumps into it
};

struct writer {
    struct unit *unit;
    const struct source *source;
    const struct print_options *options;
    struct buf *out;
    struct edits *edits;           // what changes in copied text, sorted
    struct edits folds;            // those of them that fold calls of macros
    struct edits measured;         // the same where nothing is evaluated
    bool has_measured;             // they are asked for seldom, and made when they are
    struct position place;            // what the next line counts as; file null: unknown
    uint32_t asked;                // … and what was asked for last: most lines of ours serve the same line
    struct position found;
    uint32_t found_begin;          // of its line, in the text
    bool at_line_start;
    bool in_own_lines;             // lines count as the output's own, until text of the user follows
    bool ended_ours;               // what was written last is a line of ours, whose end is still to come
    size_t counted;                // so far `lines` lines have been counted in that much of the output
    uint32_t lines;
    int depth;                     // of lines of ours: in the output's own lines, else below the user's line that they serve
    const struct stmt *guarding;   // an `if`, loop or the like whose body, without braces, was written last
    size_t guarded;                // … which begins at that column, where nothing of ours may begin; 0: none was
    const char *marked;            // the file that the last marker names
    bool in_header;                // … which is a header of the user's
    const struct function *fn;     // while its body is printed
    size_t next_note;              // of source.notes: those before it are written
    bool holds_pragmas;            // what comes next leads to a loop; a pragma must stand right before that
    struct held_notes vec(const struct note *) held;
    struct map started;            // the functions whose start has been declared
    struct macros *macros;         // for output to be read: what is defined so far
};

void write_source(struct writer *w, uint32_t begin, uint32_t end);        // with edits, at its own line
void write_range(struct writer *w, uint32_t begin, uint32_t end);         // with edits, wherever we are, on one line
void write_in_place(struct writer *w, uint32_t begin, uint32_t end);      // the same; for a compiler where the user has it
void write_measured(struct writer *w, uint32_t begin, uint32_t end);      // for typeof: with every await as a type
void write_text(struct writer *w, const char *text);
void write_format(struct writer *w, const char *format, ...) __attribute__((format(printf, 2, 3)));
void write_line_break(struct writer *w);                                   // ends the line, whatever could join it
void write_notes(struct writer *w, uint32_t at);                          // pragmas and remarks that stand before `at`
void write_held_pragmas(struct writer *w, enum loop_kind kind);            // of a loop, in front of it
void write_end_line(struct writer *w);
void write_begin_line(struct writer *w, uint32_t at);                     // a line of ours that counts as the line of `at`
void write_directive(struct writer *w, uint32_t at, const char *text);    // the same for a pragma of ours
void write_indentation(struct writer *w, uint32_t at);                    // of such a line
void write_users_lines(struct writer *w);                                 // … and from here on the user's again
void write_own_lines(struct writer *w);                                   // from here on the lines are the output's own
void write_blank_line(struct writer *w);                                  // between lines of our own
void write_guarded(struct writer *w, const struct stmt *guarding, uint32_t body);   // what was written last is such a body
void write_lost_line(struct writer *w);       // what follows cannot count as any line without another marker
bool is_folded(const struct writer *w, uint32_t at);                      // does a call stand for it, as the user wrote that?
bool is_same_line(const struct writer *w, uint32_t a, uint32_t b);
bool is_trailing(const struct source *source, uint32_t at);                // does it stand behind something on its line?

#endif
