// analysis.h: inside analysis/ only.
#ifndef ANALYSIS_ANALYSIS_H
#define ANALYSIS_ANALYSIS_H

#include "analysis/bits.h"
#include "model/flow.h"

// What happens in a block, in order.
enum event_kind : uint8_t {
    EVENT_READ,
    EVENT_WRITE,       // certainly
    EVENT_MAY_WRITE,
    EVENT_DECLARE,     // becomes indeterminate
    EVENT_SUSPEND,
    // Not in a graph that is built to ask for owners. See stay.c.
    EVENT_GIVEN,       // of a parameter: a frame that is there already has it
    EVENT_ENTER,       // a loop that no other is around
    EVENT_BEHIND,      // it is over, or was left by `break`
    // Of handles; only in a graph that is built to ask for owners. See owners.c.
    EVENT_STORE,       // owns what is stored
    EVENT_CLEAR,       // becomes null, or indeterminate
    EVENT_CONSUME,
    EVENT_KEEP,
    EVENT_UNWIND,      // an await unwinds here
    EVENT_UNWOUND,     // only who unwinds comes here
    EVENT_LEFT,        // its scope is left
    EVENT_CLOSE,       // … by unwinding
    // Of mutexes, in the same graph. See mutexes.c.
    EVENT_LOCK,
    EVENT_UNLOCK,
};

// A loop that awaits, and that no other loop is around.
struct flow_loop {
    struct node *node;
    bool awaits;
    struct bits staying;           // of what stays in the frame while it runs
    struct bits stored;            // … what has to be stored there first
    struct bits changed;           // what may have changed in front of it since a resumption
    struct bits back;              // … and what is needed behind it before it comes back elsewhere
    struct bits useful;            // what some resumption in it need not put back
};

struct event {
    enum event_kind kind;
    struct variable *variable;
    struct node *await;            // SUSPEND, UNWIND; LEFT, UNWOUND: the way out
    uint32_t step;                 // SUSPEND: its place in the text of the output
    struct flow_loop *loop;        // ENTER, BEHIND; SUSPEND: the one around it; null: none
    const struct lock *lock;       // LOCK, UNLOCK
    uint32_t at;                   // STORE, CONSUME, KEEP: in the source
    bool is_uncertain;             // … and may not happen
    bool is_test;                  // CLEAR: a condition has found it null
    bool needs_memory;             // CONSUME: does not happen where there is none
};

struct flow_block {
    struct events vec(struct event) events;
    struct successors vec(struct flow_block *) next;
    uint32_t number;
    struct bits live;              // at its beginning
    struct bits dirty_first, dirty_later, assigned;
    struct bits stored, needed;    // at its beginning; see stay.c
    bool reached;                  // from the beginning of the function
    bool resumed;                  // from some resumption
};

struct graph {
    struct arena *arena;
    struct unit *unit;
    struct function *fn;
    struct flow_blocks vec(struct flow_block *) blocks;      // the first is the entry
    struct flow_labels vec(struct flow_block *) labels;
    struct map label_numbers;      // by name: index in labels + 1
    struct flow_targets vec(struct flow_block *) targets;     // what a jump inside a statement expression may reach
    struct computed vec(struct flow_block *) computed;        // blocks that end in a computed goto
    struct flow_loops vec(struct flow_loop *) loops;           // that await, outermost ones
    bool with_handles;             // wanted: the events of handles
    bool again;                    // a variable has moved to the frame: start over
    struct tracked vec(struct variable *) variables;          // numbered by variable.index
};

void homes_choose(struct unit *unit, struct function *fn);
void homes_name(struct unit *unit, struct function *fn);
void openmp_read(struct unit *unit, struct function *fn);
void graph_build(struct graph *graph);
struct flow_block *graph_label(struct graph *graph, const char *name);
void live_compute(struct graph *graph);
void live_event(const struct event *e, struct bits *live);
void assigned_event(const struct event *e, struct bits *assigned);
void sweep_surely(struct graph *graph, const struct flow_blocks *order, struct bits *(*at)(struct flow_block *),
                  void (*pass)(const struct event *, struct bits *), struct bits *spare);
void live_saves(struct graph *graph, const struct flow_blocks *order, struct bits *first, struct bits *later);
void stay_compute(struct graph *graph, const struct flow_blocks *order, struct bits *one, struct bits *two);
struct flow_blocks order_blocks(const struct graph *graph);     // each behind its successors, but for loops
void graph_fini(struct graph *graph);
void layout_choose(struct unit *unit, struct function *fn);        // fills flow.slots, frame_size
void layout_check(struct unit *unit, const struct function *fn);   // -Wframe-size=
void owners_resolve(struct unit *unit, struct function *fn);
void mutexes_check(struct unit *unit, struct function *fn);

#endif
