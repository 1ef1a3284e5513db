// base/options.h: what the environment says.

#ifndef ASYNC_BASE_OPTIONS_H
#define ASYNC_BASE_OPTIONS_H

#include <stdbool.h>
#include <stdint.h>

struct async__options {
    bool virtual_clock;        // ASYNC_CLOCK=virtual
    bool hard;                 // ASYNC_HARD=seed
    bool seeded;               // ASYNC_SEED=n or ASYNC_HARD=seed: ready tasks are taken in a random order
    uint64_t seed;
    uint64_t fail_alloc;       // ASYNC_FAIL=alloc:n: this allocation fails; 0: none
    bool fail_alloc_onward;    // ASYNC_FAIL=alloc:n+: and all after it
    bool pools_off;            // blocks are not kept for reuse: a sanitizer or hard mode watches them
};

extern struct async__options async__options;   // read once, before main

#endif
