// timer.c: what is to be woken at a time.
//
// A heap in which every node has four children: half the levels of a binary one, and the four lie in one or two cache
// lines. The key is (deadline, number), so the order is total and equal deadlines come out as they went in.
//
//     entry[0] the nearest;  the children of entry[i] are entry[4i + 1 … 4i + 4]
//
// Each waiter knows its index (in prev), so taking one back costs no search.

#include "core/timer.h"

#include "base/alloc.h"
#include "base/clock.h"

#include <errno.h>

static bool is_before(const struct async__timer_entry *a, const struct async__timer_entry *b)
{
    return a->deadline < b->deadline || (a->deadline == b->deadline && a->number < b->number);
}

static void put(struct async__timers *timers, size_t index, struct async__timer_entry entry)
{
    timers->entry[index] = entry;
    entry.waiter->prev = (struct async__waiter *)(uintptr_t)index;
}

// Finds a place for an entry, from `index` towards the top.
static void move_up(struct async__timers *timers, size_t index, struct async__timer_entry entry)
{
    while (index > 0) {
        size_t parent = (index - 1) / 4;
        if (!is_before(&entry, &timers->entry[parent]))
            break;
        put(timers, index, timers->entry[parent]);
        index = parent;
    }
    put(timers, index, entry);
}

// The nearest of the children of `index`; timers->count if it has none.
static size_t nearest_child(const struct async__timers *timers, size_t index)
{
    size_t first = 4 * index + 1;
    if (first >= timers->count)
        return timers->count;
    size_t nearest = first;
    for (size_t i = first + 1; i < first + 4 && i < timers->count; i++)
        if (is_before(&timers->entry[i], &timers->entry[nearest]))
            nearest = i;
    return nearest;
}

// The same towards the leaves.
static void move_down(struct async__timers *timers, size_t index, struct async__timer_entry entry)
{
    for (;;) {
        size_t child = nearest_child(timers, index);
        if (child == timers->count || !is_before(&timers->entry[child], &entry))
            break;
        put(timers, index, timers->entry[child]);
        index = child;
    }
    put(timers, index, entry);
}

static int grow(struct async__timers *timers)
{
    size_t capacity = timers->capacity ? 2 * timers->capacity : 64;
    void *entry = async__realloc(timers->entry, capacity * sizeof *timers->entry);
    if (!entry)
        return -ENOMEM;
    timers->entry = entry;
    timers->capacity = capacity;
    return 0;
}

int async__timers_add(struct async__timers *timers, struct async__waiter *w, uint64_t deadline)
{
    if (timers->count == timers->capacity && grow(timers) < 0)
        return -ENOMEM;
    struct async__timer_entry entry = { deadline, timers->next_number++, w };
    move_up(timers, timers->count++, entry);
    return 0;
}

void async__timers_remove(struct async__timers *timers, struct async__waiter *w)
{
    size_t index = (uintptr_t)w->prev;
    struct async__timer_entry last = timers->entry[--timers->count];
    if (index == timers->count)
        return;
    if (index > 0 && is_before(&last, &timers->entry[(index - 1) / 4]))
        move_up(timers, index, last);
    else
        move_down(timers, index, last);
}

uint64_t async__timers_next(const struct async__timers *timers)
{
    return timers->count ? timers->entry[0].deadline : ASYNC__NEVER;
}

void async__timers_fire(struct async__timers *timers, uint64_t now)
{
    // What is woken may set a timer that is already due. That one waits for the next turn, otherwise it would starve
    // the descriptors: it was set after this number.
    uint64_t end = timers->next_number;
    while (timers->count && timers->entry[0].deadline <= now && timers->entry[0].number < end) {
        struct async__waiter *w = timers->entry[0].waiter;
        async__timers_remove(timers, w);
        w->wake(w);
    }
}

void async__timers_fini(struct async__timers *timers)
{
    async__free(timers->entry);
}
