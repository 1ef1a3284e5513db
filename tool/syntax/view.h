// view.h: the plain C that libclang is shown, and the way back from its offsets to ours.
#ifndef SYNTAX_VIEW_H
#define SYNTAX_VIEW_H

#include "base/buf.h"
#include "model/unit.h"

// A run of the view: copied from the source, or put in by an edit (then begin and end are the edit's).
struct view_piece {
    uint32_t view;
    uint32_t begin, end;
    bool copied;
};

struct view {
    struct buf text;
    struct view_pieces vec(struct view_piece) pieces;
    size_t last;                   // the piece that was asked for last: mostly the next question is of the same
};

void view_find_words(struct unit *unit);                     // fills declarations, awaits, words, typenames
void view_build(struct unit *unit, struct view *view);
void view_fini(struct view *view);

// The source offset of a view offset. `end`: the offset is the end of something.
bool view_is_copied(struct view *view, uint32_t at);   // false: put in by an edit
uint32_t view_to_source(struct view *view, uint32_t at, bool end);

#endif
