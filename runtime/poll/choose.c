// choose.c: which backend a loop has.

#include "base/alloc.h"
#include "base/options.h"
#include "base/poller.h"

#include "async/abi.h"

#include <dlfcn.h>
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

// Where memory or descriptors are short another backend is no way out.
static bool is_want(int error)
{
    return error == -ENOMEM || error == -EMFILE || error == -ENFILE;
}

// The backend in a library of its own. It stays loaded.
static const struct async__poller_ops *load(const char *name, const char *library, const char *symbol)
{
    static const struct async__poller_host host = { async__alloc, async__free, async__fd_ready };
    void *loaded = dlopen(library, RTLD_NOW | RTLD_LOCAL);
    async__poller_plugin *plugin = loaded ? (async__poller_plugin *)dlsym(loaded, symbol) : NULL;
    if (!plugin)
        tell(name, dlerror());
    return plugin ? plugin(&host) : NULL;
}

static const struct async__poller_ops *find(const char *name)
{
    for (int i = 0; i < BACKENDS; i++)
        if (strcmp(backends[i]->name, name) == 0)
            return backends[i];
    if (strcmp(name, "io_uring") == 0)
        return load(name, "libasyncc-io_uring.so.0", "async__io_uring");
    tell(name, "no such backend");
    return NULL;
}

struct async__poller *async__poller_open(struct async__loop *loop, const struct async__poller_ops **ops, int *error)
{
    const char *name = async__options.backend;
    struct async__poller *poller = NULL;
    if (name && (*ops = find(name))) {
        poller = (*ops)->open(loop, error);
        if (poller || is_want(*error))
            return poller;
        tell(name, strerror(-*error));
    }
    for (int i = 0; i < BACKENDS; i++) {
        *ops = backends[i];
        poller = (*ops)->open(loop, error);
        if (poller || is_want(*error))
            break;
    }
    return poller;
}
