// base/options.h: what the environment says.

#ifndef ASYNC_BASE_OPTIONS_H
#define ASYNC_BASE_OPTIONS_H

#include <stdbool.h>
#include <stdint.h>

// What a test wants to go wrong: see fail.c.
enum async__fail_kind { ASYNC__FAIL_NOTHING, ASYNC__FAIL_ALLOC, ASYNC__FAIL_AWAIT, ASYNC__FAIL_MAIN };

struct async__fail {
    int kind;
    uint64_t number;           // which one of its kind, from 1 on
    bool is_onward;            // n+: and all after it
    const char *text;          // as it was asked for: `alloc:7`
    const char *reached;       // ASYNC_FAIL_REACHED=file, or null
};

struct async__options {
    bool virtual_clock;        // ASYNC_CLOCK=virtual
    bool hard;                 // ASYNC_HARD=seed
    bool seeded;               // ASYNC_SEED=n or ASYNC_HARD=seed: ready tasks are taken in a random order
    uint64_t seed;
    const char *backend;       // ASYNC_BACKEND=name, or null
    struct async__fail fail;   // ASYNC_FAIL=kind:n
    unsigned threads;          // ASYNC_THREADS=n: most threads that do what blocks; 0: see system/threads.c
    bool pools_off;            // blocks are not kept for reuse: a sanitizer or hard mode watches them
};

extern struct async__options async__options;   // read once, before main

#endif
