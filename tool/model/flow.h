// flow.h: what analysis finds out about a function: who is live where, and what its frame holds.
#ifndef MODEL_FLOW_H
#define MODEL_FLOW_H

#include "driver.h"
#include "model/lowered.h"

struct variable_set vec(struct variable *);

// What one suspension saves and reloads. In the activation that began the function everything that was ever assigned
// is saved; in one that resumed it, only what may have changed since.
struct save {
    struct variable_set live;          // needed later
    struct variable_set back;          // of these: what is reloaded at once
    struct variable_set first;         // saved if this activation entered at the beginning
    struct variable_set later;         // saved if it entered at a resumption
    struct variable_set called;        // of `first`: what a frame that was there at the beginning has
};

// While a loop runs, these stay in the frame, once there is one.
struct stay {
    struct variable_set stored;        // in front of it
    struct variable_set changed;       // of these: what may have changed since a resumption
    struct variable_set back;          // reloaded behind it
};

// The fields of a frame, by the blocks that they are declared in: those that stand in a block itself, and the blocks inside it,
// which share their bytes if there are several. The outermost is the function.
struct slot {
    struct variable *variable;
    struct slot *next;
};
struct slots {
    const struct stmt *scope;
    struct slot *first, *last;
    struct slots *inner, *last_inner, *next;
};

static inline bool slots_share(const struct slots *slots)
{
    return slots->inner != slots->last_inner;
}

// Of a part of a frame: where it ends, and how it is aligned.
struct extent {
    long long end, align;
};
enum { FRAME_HEADER = 24, FRAME_HEADER_OUT = 32 };

// A pragma in front of the statement at `at` reads a C local.
struct clause_read {
    uint32_t at;
    struct variable *variable;
};

struct flow {
    struct variable_set fields;        // what the frame holds, in order
    struct slots slots;                // … and which of them share bytes
    long long frame_size;              // as far as sizes are known
    bool frame_at_entry;               // some variable lives in it from the start, or the function is large
    bool two_bodies;                   // start and resume get a copy of the body each
    bool is_large;                     // compilers have much to do for it: it suspends at one place
    struct clause_reads vec(struct clause_read) clause_reads;      // in the order of the text
    bool has_openmp;                   // … in the body: the compiler may make functions of parts of it
    uint32_t saves;                    // saved variables, over all awaits
};

// Homes, liveness; fills fn->flow, save of the awaits. `as_large`: as if compilers had much to do for it.
void flow_analyse(struct unit *unit, struct function *fn, bool as_large);

// The end of a frame that has this field, or these, behind `e`.
struct extent layout_add(struct extent e, const struct variable *v);
struct extent layout_measure(const struct slots *slots, struct extent e);
// Of the blocks inside it, which share their bytes, from 0 on.
struct extent layout_together(const struct slots *slots);

// --emit=liveness, frames, states: one of them as text.
void flow_dump(const struct unit *unit, const struct function *fn, enum emit what, struct buf *out);

#endif
