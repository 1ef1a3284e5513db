// base/list.h: chains of waiters, in order.
//
// A chain is one pointer, since every task has one: its first waiter's prev is the last one.
//
//     first -> a -> b -> null,  a.prev = b

#ifndef ASYNC_BASE_LIST_H
#define ASYNC_BASE_LIST_H

#include "async/abi.h"

#include <stdbool.h>
#include <stddef.h>

#define ASYNC__CONTAINER(pointer, type, member) ((type *)((char *)(pointer) - offsetof(type, member)))

static inline void async__chain_push(struct async__waiter **first, struct async__waiter *w)
{
    w->next = NULL;
    if (!*first) {
        w->prev = w;
        *first = w;
        return;
    }
    w->prev = (*first)->prev;
    (*first)->prev->next = w;
    (*first)->prev = w;
}

static inline void async__chain_insert_first(struct async__waiter **first, struct async__waiter *w)
{
    w->next = *first;
    w->prev = *first ? (*first)->prev : w;
    if (*first)
        (*first)->prev = w;
    *first = w;
}

// Behind `before`, which is in the chain.
static inline void async__chain_insert(struct async__waiter **first, struct async__waiter *before, struct async__waiter *w)
{
    w->next = before->next;
    w->prev = before;
    if (w->next)
        w->next->prev = w;
    else
        (*first)->prev = w;
    before->next = w;
}

static inline void async__chain_remove(struct async__waiter **first, struct async__waiter *w)
{
    if (w->next)
        w->next->prev = w->prev;
    else
        (*first)->prev = w->prev;
    if (*first == w)
        *first = w->next;
    else
        w->prev->next = w->next;
}

// Takes the first one; null if there is none.
static inline struct async__waiter *async__chain_pop(struct async__waiter **first)
{
    struct async__waiter *w = *first;
    if (w)
        async__chain_remove(first, w);
    return w;
}

#endif
