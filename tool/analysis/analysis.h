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
};

struct event {
    enum event_kind kind;
    struct variable *variable;
    struct node *await;
    uint32_t step;                 // SUSPEND: its place in the text of the output
};

struct flow_block {
    struct events vec(struct event) events;
    struct successors vec(struct flow_block *) next;
    uint32_t number;
    struct bits live;              // at its beginning
    struct bits dirty_first, dirty_later, assigned;
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
    bool again;                    // a variable has moved to the frame: start over
    struct tracked vec(struct variable *) variables;          // numbered by variable.index
};

void homes_choose(struct unit *unit, struct function *fn);
void homes_name(struct unit *unit, struct function *fn);
void openmp_read(struct unit *unit, struct function *fn);
void graph_build(struct graph *graph);
void live_compute(struct graph *graph);

#endif
