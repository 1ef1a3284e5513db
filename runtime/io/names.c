// names.c: async_getaddrinfo, and the texts of errors.
//
// getaddrinfo() blocks, and there is no other way to ask all that a system knows of names: a thread makes the call. What it
// gives as an error are numbers of its own, in part the same as those of errno; they are moved to where errno has none.

#define _GNU_SOURCE

#include <async.h>

#include "system/threads.h"

#include <errno.h>
#include <netdb.h>
#include <stddef.h>
#include <string.h>

struct lookup {
    const char *node, *service;
    const struct addrinfo *hints;
    struct addrinfo *list;
};

static long look_up(void *argument)
{
    struct lookup *lookup = argument;
    int error = getaddrinfo(lookup->node, lookup->service, lookup->hints, &lookup->list);
    switch (error) {
    case 0: return 0;
    case EAI_SYSTEM: return -(errno ? errno : EIO);
    case EAI_MEMORY: return -ENOMEM;
    default: return ASYNC_EAI(error);
    }
}

async int async_getaddrinfo(const char *node, const char *service, const struct addrinfo *hints, struct addrinfo **list)
{
    struct lookup lookup = { node, service, hints, NULL };
    struct async__job job = { .function = look_up, .argument = &lookup };
    *list = NULL;
    int error = await async__thread_run(&job);
    // A lookup that has begun is waited for and its list given, whatever happens meanwhile: nobody else would free it.
    if (!error)
        error = (int)job.result;
    if (!error)
        *list = lookup.list;
    return error;
}

const char *async_error(int error)
{
    const char *text = NULL;
    if (error <= ASYNC_EAI(0))
        text = gai_strerror(EAI_NONAME < 0 ? error - ASYNC_EAI(0) : ASYNC_EAI(0) - error);
#if defined __GLIBC__ && (__GLIBC__ > 2 || __GLIBC_MINOR__ >= 32)
    else
        text = strerrordesc_np(error < 0 ? -error : error);      // strerror() may write into memory that all threads share
#else
    else
        text = strerror(error < 0 ? -error : error);
#endif
    return text ? text : "Unknown error";
}
