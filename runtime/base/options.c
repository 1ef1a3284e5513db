// options.c: what the environment says.
//
//     ASYNC_DEBUG=1         reports what was never awaited
//     ASYNC_CLOCK=virtual   time jumps to the next timer when all is idle
//     ASYNC_SEED=n          ready tasks are taken in an order drawn from n
//     ASYNC_HARD=n          hard mode: the same order; every await suspends, dead frames are poisoned, no block is reused
//     ASYNC_BACKEND=name    how the loop asks the system: epoll, poll; what cannot be had is as if not set
//     ASYNC_THREADS=n       at most so many threads do what blocks
//     ASYNC_FAIL=kind:n     see fail.c; ASYNC_FAIL_REACHED=file: is told when that happens
//
// Read before main, so that nothing later has to ask whether it was. Hard mode tells its seed when the process fails:
// that is what one needs to see the same run again.
//
// Fills: async__options, async__debug.

#define _GNU_SOURCE

#include "base/options.h"

#include "async/abi.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct async__options async__options;
_Bool async__debug;

// Is there where the program is built with AddressSanitizer, even if the runtime is not.
extern void __asan_init(void) __attribute__((weak));

// The variable's text, or null where it is not set or empty.
static const char *find_text(const char *name)
{
    const char *text = getenv(name);
    return text && *text ? text : NULL;
}

static const char *const fail_names[] = {
    [ASYNC__FAIL_ALLOC] = "alloc:", [ASYNC__FAIL_AWAIT] = "await:", [ASYNC__FAIL_MAIN] = "main:"
};

// A test that asks for what there is not would pass: it is told so.
static void read_fail(const char *text)
{
    struct async__fail *fail = &async__options.fail;
    for (int kind = ASYNC__FAIL_ALLOC; kind <= ASYNC__FAIL_MAIN; kind++) {
        size_t length = strlen(fail_names[kind]);
        char *end;
        if (strncmp(text, fail_names[kind], length) != 0 || text[length] < '0' || text[length] > '9')
            continue;
        fail->number = strtoull(text + length, &end, 10);
        fail->is_onward = *end == '+';
        fail->kind = fail->number ? kind : ASYNC__FAIL_NOTHING;
        fail->text = text;
        fail->reached = find_text("ASYNC_FAIL_REACHED");
        if (end[fail->is_onward] == 0)
            return;
    }
    fail->kind = ASYNC__FAIL_NOTHING;
    fprintf(stderr, "asyncc: ASYNC_FAIL is alloc:n, await:n or main:n, not '%s'\n", text);
}

// What is no number counts as not said.
static unsigned read_count(const char *text)
{
    char *end;
    unsigned long count = strtoul(text, &end, 10);
    return *text == '-' || *end ? 0 : count < 1000000 ? (unsigned)count : 1000000;
}

static void read_seed(const char *text)
{
    async__options.seeded = true;
    async__options.seed = strtoull(text, NULL, 0);
}

static void tell_seed(void)
{
    fprintf(stderr, "asyncc: ASYNC_HARD=%" PRIu64 "\n", async__options.seed);
}

#if defined __GLIBC__
static void tell_seed_of_failure(int status, void *unused)
{
    (void)unused;
    if (status != 0)
        tell_seed();
}
#endif

static void read_hard(const char *text)
{
    async__options.hard = true;
    read_seed(text);
    if (async__debug)
        tell_seed();
#if defined __GLIBC__
    else
        on_exit(tell_seed_of_failure, NULL);
#endif
}

__attribute__((constructor)) static void read_environment(void)
{
    const char *text;
    if ((text = find_text("ASYNC_DEBUG")))
        async__debug = strcmp(text, "0") != 0;
    if ((text = find_text("ASYNC_CLOCK")))
        async__options.virtual_clock = strcmp(text, "virtual") == 0;
    if ((text = find_text("ASYNC_SEED")))
        read_seed(text);
    if ((text = find_text("ASYNC_HARD")))
        read_hard(text);
    async__options.backend = find_text("ASYNC_BACKEND");
    if ((text = find_text("ASYNC_THREADS")))
        async__options.threads = read_count(text);
    if ((text = find_text("ASYNC_FAIL")))
        read_fail(text);
    async__options.pools_off = __asan_init || async__options.hard || async__options.fail.kind == ASYNC__FAIL_ALLOC;
}
