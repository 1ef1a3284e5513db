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

// A pragma in front of the statement at `at` reads a C local.
struct clause_read {
    uint32_t at;
    struct variable *variable;
};

struct flow {
    struct variable_set fields;        // what the frame holds, in order
    bool frame_at_entry;               // some variable lives in it from the start
    bool two_bodies;                   // start and resume get a copy of the body each
    struct clause_reads vec(struct clause_read) clause_reads;      // in the order of the text
    bool has_openmp;                   // … in the body: the compiler may make functions of parts of it
    uint32_t saves;                    // saved variables, over all awaits
};

void flow_analyse(struct unit *unit, struct function *fn);     // homes, liveness; fills fn->flow, save of the awaits

// --emit=liveness, frames, states: one of them as text.
void flow_dump(const struct unit *unit, const struct function *fn, enum emit what, struct buf *out);

#endif
