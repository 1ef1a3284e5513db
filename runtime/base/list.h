// base/list.h: lists of waiters, in order.
//
// Two shapes. A ring has a head of its own, so a waiter leaves it without knowing which ring it is in: the loop's
// queues are rings. A chain is one pointer, since every task has one: its first waiter's prev is the last one.
//
//     ring    head <-> a <-> b <-> head          chain    first -> a -> b -> null,  a.prev = b

#ifndef ASYNC_BASE_LIST_H
#define ASYNC_BASE_LIST_H

#include "async/abi.h"

#include <stdbool.h>
#include <stddef.h>

#define ASYNC__CONTAINER(pointer, type, member) ((type *)((char *)(pointer) - offsetof(type, member)))

struct async__ring {
    struct async__waiter head;
};

static inline void async__ring_init(struct async__ring *ring)
{
    ring->head.next = ring->head.prev = &ring->head;
}

static inline bool async__ring_is_empty(const struct async__ring *ring)
{
    return ring->head.next == &ring->head;
}

static inline void async__ring_insert(struct async__waiter *after, struct async__waiter *w)
{
    w->prev = after;
    w->next = after->next;
    after->next->prev = w;
    after->next = w;
}

static inline void async__ring_push(struct async__ring *ring, struct async__waiter *w)
{
    async__ring_insert(ring->head.prev, w);
}

static inline void async__ring_push_front(struct async__ring *ring, struct async__waiter *w)
{
    async__ring_insert(&ring->head, w);
}

static inline void async__ring_remove(struct async__waiter *w)
{
    w->prev->next = w->next;
    w->next->prev = w->prev;
}

// Takes the first one; null if there is none.
static inline struct async__waiter *async__ring_pop(struct async__ring *ring)
{
    struct async__waiter *w = ring->head.next;
    if (w == &ring->head)
        return NULL;
    async__ring_remove(w);
    return w;
}

// Moves all of `from` to the end of `to`.
static inline void async__ring_move(struct async__ring *to, struct async__ring *from)
{
    if (async__ring_is_empty(from))
        return;
    from->head.next->prev = to->head.prev;
    to->head.prev->next = from->head.next;
    from->head.prev->next = &to->head;
    to->head.prev = from->head.prev;
    async__ring_init(from);
}

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
