// choose.c: which backend a loop has.

#include "base/options.h"
#include "base/poller.h"

#include "async/abi.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

// The best first.
static const struct async__poller_ops *const backends[] = { &async__epoll, &async__poll };
enum { BACKENDS = sizeof backends / sizeof *backends };

static void tell(const char *name, const char *why)
{
    if (async__debug)
        fprintf(stderr, "asyncc: ASYNC_BACKEND=%s: %s\n", name, why);
}

static struct async__poller *open_named(struct async__loop *loop, const char *name, const struct async__poller_ops **ops)
{
    int error;
    for (int i = 0; i < BACKENDS; i++) {
        if (strcmp(backends[i]->name, name) != 0)
            continue;
        struct async__poller *poller = backends[i]->open(loop, &error);
        *ops = backends[i];
        if (!poller)
            tell(name, strerror(-error));
        return poller;
    }
    tell(name, "no such backend");
    return NULL;
}

struct async__poller *async__poller_open(struct async__loop *loop, const struct async__poller_ops **ops, int *error)
{
    const char *name = async__options.backend;
    struct async__poller *poller = name ? open_named(loop, name, ops) : NULL;
    // Where there is no memory for one, another one is no way out.
    for (int i = 0; i < BACKENDS && !poller && (i == 0 || *error != -ENOMEM); i++) {
        *ops = backends[i];
        poller = backends[i]->open(loop, error);
    }
    return poller;
}
