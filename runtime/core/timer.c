// timer.c: what is to be woken at a time, in exact order.
//
// A deadline is a number of eight digits to the base of 256. `base` is where the last timer was woken, so time is never before
// it. A later deadline begins as base does and then has a digit that is greater: where that digit stands, and which one it is, says
// the timer's slot.
//
//     base      0 0 0 12 40   3 112 55
//     deadline  0 0 0 12 40 109   2  0        the slot for 109 in the third place from the right
//
// So all deadlines in a slot are before those in the next one. The nearest is in the first slot that is used; in which order that
// slot's timers will come is open as yet. When its first one is due base moves there, and all others now have one digit more in common
// with base: they go to earlier slots, where they meet fewer of their like. A timer goes seven times at most, mostly twice.
// Equal deadlines are in one list always, in the order in which they were set. In short, a radix sort that does no more
// than is needed to know who is next.
//
// Often that is known all the same: tasks that sleep equally long set their timers in the order of their deadlines. The timers of such
// a slot come from its list as they are, and base moves when the list is empty.
//
// A slot whose time comes may hold a million timers that nothing has touched for a second, and in a list the processor learns
// where the next one lies only when the one before it has come from memory. So a wide slot has eight more lists, for all that is set from
// the first one on that is not in order, and they are gone through side by side. The deadline says which one: equal ones stay together.
//
// Taking a timer back unlinks it, wherever that is. What slots say about themselves is a bound, and put right when time comes there.

#include "core/timer.h"

#include "base/clock.h"
#include "base/list.h"

#include <stdbool.h>
#include <stddef.h>
#include <string.h>

static struct async__timer *timer_of(struct async__waiter *w)
{
    return ASYNC__CONTAINER(w, struct async__timer, waiter);
}

// ---- lists

static void list_init(struct async__waiter *head)
{
    head->next = head->prev = head;
}

static bool list_is_empty(const struct async__waiter *head)
{
    return head->next == head;
}

static void list_push(struct async__waiter *head, struct async__waiter *w)
{
    w->next = head;
    w->prev = head->prev;
    head->prev->next = w;
    head->prev = w;
}

static struct async__timer *list_pop(struct async__waiter *head)
{
    if (list_is_empty(head))
        return NULL;
    struct async__timer *timer = timer_of(head->next);
    async__timer_remove(timer);
    return timer;
}

// All that are in `from`, to a new list.
static void list_move(struct async__waiter *from, struct async__waiter *to)
{
    list_init(to);
    if (list_is_empty(from))
        return;
    to->next = from->next;
    to->prev = from->prev;
    to->next->prev = to->prev->next = to;
    list_init(from);
}

// ---- slots
//
// They are numbered in the order in which time comes to them.

static bool is_wide(int slot)
{
    return slot >= ASYNC__TIMER_WIDE && slot < ASYNC__TIMER_WIDE + ASYNC__TIMER_WIDE_SLOTS;
}

static bool is_mixed(const struct async__timers *timers, int slot)
{
    return timers->mixed[slot / 64] >> slot % 64 & 1;
}

// Its lists of what is not in order, and how many there are.
static struct async__waiter *more_lists(struct async__timers *timers, int slot)
{
    return timers->wide[slot - ASYNC__TIMER_WIDE];
}

static int more_count(const struct async__timers *timers, int slot)
{
    return is_mixed(timers, slot) && is_wide(slot) ? ASYNC__TIMER_LISTS : 0;
}

static void slot_init(struct async__timers *timers, int slot)
{
    uint64_t bit = UINT64_C(1) << slot % 64;
    list_init(&timers->list[slot]);
    timers->nearest[slot] = ASYNC__NEVER;
    timers->used[slot / 64] |= bit;
    timers->mixed[slot / 64] &= ~bit;
    timers->words |= UINT32_C(1) << slot / 64;
}

static void slot_mix(struct async__timers *timers, int slot)
{
    timers->mixed[slot / 64] |= UINT64_C(1) << slot % 64;
    for (int i = 0; i < more_count(timers, slot); i++)
        list_init(more_lists(timers, slot) + i);
}

// Which list of a wide slot: all digits have a say, as many deadlines are round numbers.
static unsigned list_for(uint64_t deadline)
{
    return deadline * UINT64_C(0x9e3779b97f4a7c15) >> (64 - ASYNC__TIMER_LISTS_LOG);
}

static struct async__waiter *list_in(struct async__timers *timers, int slot, uint64_t deadline)
{
    struct async__waiter *list = &timers->list[slot];
    if (!is_mixed(timers, slot)) {
        if (list_is_empty(list) || timer_of(list->prev)->deadline <= deadline)
            return list;
        slot_mix(timers, slot);
    }
    return is_wide(slot) ? more_lists(timers, slot) + list_for(deadline) : list;
}

// One whose deadline is after base.
static void put(struct async__timers *timers, struct async__timer *timer, uint64_t base)
{
    uint64_t deadline = timer->deadline;
    int place = (63 - __builtin_clzll(deadline ^ base)) / ASYNC__TIMER_BITS;
    int digit = deadline >> place * ASYNC__TIMER_BITS & (ASYNC__TIMER_DIGITS - 1);
    int slot = place * ASYNC__TIMER_DIGITS + digit;
    if (!(timers->used[slot / 64] >> slot % 64 & 1))
        slot_init(timers, slot);
    if (deadline < timers->nearest[slot])
        timers->nearest[slot] = deadline;
    list_push(list_in(timers, slot, deadline), &timer->waiter);
}

static bool slot_is_empty(struct async__timers *timers, int slot)
{
    for (int i = 0; i < more_count(timers, slot); i++)
        if (!list_is_empty(more_lists(timers, slot) + i))
            return false;
    return list_is_empty(&timers->list[slot]);
}

// The first one that has timers; -1: there is none. Forgets those that are empty by now.
static int first_slot(struct async__timers *timers)
{
    while (timers->words) {
        int word = __builtin_ctz(timers->words);
        while (timers->used[word]) {
            int slot = 64 * word + __builtin_ctzll(timers->used[word]);
            if (!slot_is_empty(timers, slot))
                return slot;
            timers->used[word] &= timers->used[word] - 1;
        }
        timers->words &= timers->words - 1;
    }
    return -1;
}

// ---- setting and asking

void async__timers_init(struct async__timers *timers, uint64_t now)
{
    timers->base = now;
    list_init(&timers->late);
    timers->words = 0;
    memset(timers->used, 0, sizeof timers->used);
}

void async__timers_add(struct async__timers *timers, struct async__timer *timer, uint64_t deadline)
{
    timer->deadline = deadline;
    if (deadline > timers->base)
        put(timers, timer, timers->base);
    else
        list_push(&timers->late, &timer->waiter);
}

uint64_t async__timers_next(struct async__timers *timers)
{
    int slot = first_slot(timers);
    uint64_t nearest = slot < 0 ? ASYNC__NEVER : timers->nearest[slot];
    for (struct async__waiter *w = timers->late.next; w != &timers->late; w = w->next)
        if (timer_of(w)->deadline < nearest)
            nearest = timer_of(w)->deadline;
    return nearest;
}

struct async__timer *async__timers_take(struct async__timers *timers)
{
    struct async__timer *timer = list_pop(&timers->late);
    int slot = first_slot(timers);
    if (!timer && slot >= 0)
        timer = list_pop(&timers->list[slot]);
    for (int i = 0; !timer && slot >= 0 && i < more_count(timers, slot); i++)
        timer = list_pop(more_lists(timers, slot) + i);
    return timer;
}

// ---- late ones
//
// They are set for a time that had come already, so all are due in the next turn, before the others. Few programs have any.

// Takes the first `count` of a chain that ends with null, in order.
static struct async__waiter *take_sorted(struct async__waiter **chain, size_t count)
{
    if (count == 1) {
        struct async__waiter *w = *chain;
        *chain = w->next;
        w->next = NULL;
        return w;
    }
    struct async__waiter *a = take_sorted(chain, count / 2);
    struct async__waiter *b = take_sorted(chain, count - count / 2);
    struct async__waiter *first = NULL, **end = &first;
    while (a && b) {
        struct async__waiter **smaller = timer_of(a)->deadline <= timer_of(b)->deadline ? &a : &b;
        *end = *smaller;
        end = &(*end)->next;
        *smaller = *end;
    }
    *end = a ? a : b;
    return first;
}

static void sort(struct async__waiter *head)
{
    uint64_t before = 0;
    size_t count = 0;
    bool is_sorted = true;
    for (struct async__waiter *w = head->next; w != head; w = w->next, count++) {
        is_sorted = is_sorted && before <= timer_of(w)->deadline;
        before = timer_of(w)->deadline;
    }
    if (is_sorted)
        return;
    head->prev->next = NULL;
    struct async__waiter *chain = take_sorted(&head->next, count), *w;
    list_init(head);
    while ((w = chain)) {
        chain = w->next;
        list_push(head, w);
    }
}

// ---- firing

static void wake_all(struct async__waiter *head)
{
    struct async__timer *timer;
    while ((timer = list_pop(head)))
        timer->waiter.function->wake(&timer->waiter);
}

// Empties lists of a slot: what is for `base`, its nearest deadline, is due, all else goes down.
static void spread_lists(struct async__timers *timers, struct async__waiter *list, int list_count, uint64_t base, struct async__waiter *due)
{
    struct async__waiter *at[ASYNC__TIMER_LISTS], *end[ASYNC__TIMER_LISTS];
    int count = 0;
    for (int i = 0; i < list_count; i++) {
        at[count] = list[i].next;
        end[count] = &list[i];
        count += at[count] != end[count];
        list_init(&list[i]);
    }
    for (int i = 0; count; i = i + 1 < count ? i + 1 : 0) {
        struct async__timer *timer = timer_of(at[i]);
        at[i] = at[i]->next;
        __builtin_prefetch(at[i]);
        __builtin_prefetch(&timer_of(at[i])->deadline);
        if (timer->deadline == base)
            list_push(due, &timer->waiter);
        else
            put(timers, timer, base);
        if (at[i] == end[i]) {
            at[i] = at[--count];
            end[i] = end[count];
        }
    }
}

static void spread(struct async__timers *timers, int slot, uint64_t base, struct async__waiter *due)
{
    spread_lists(timers, &timers->list[slot], 1, base, due);
    int count = more_count(timers, slot);
    if (count)
        spread_lists(timers, more_lists(timers, slot), count, base, due);
    timers->mixed[slot / 64] &= ~(UINT64_C(1) << slot % 64);
}

// Wakes those of a slot in order that are due. Returns the new base.
static uint64_t drain(struct async__timers *timers, int slot, uint64_t base, uint64_t now)
{
    struct async__waiter *list = &timers->list[slot];
    uint64_t last = base;
    while (!list_is_empty(list) && timer_of(list->next)->deadline <= now) {
        struct async__timer *timer = list_pop(list);
        last = timer->deadline;
        timer->waiter.function->wake(&timer->waiter);
    }
    if (list_is_empty(list))
        return last;
    timers->nearest[slot] = timer_of(list->next)->deadline;
    return base;
}

// Those after base, up to `now`. Returns the new base.
static uint64_t fire_slots(struct async__timers *timers, uint64_t base, uint64_t now)
{
    struct async__waiter due;
    list_init(&due);
    for (int slot; (slot = first_slot(timers)) >= 0 && timers->nearest[slot] <= now;) {
        if (!is_mixed(timers, slot)) {
            base = drain(timers, slot, base, now);
            continue;
        }
        base = timers->nearest[slot];
        spread(timers, slot, base, &due);
        wake_all(&due);
    }
    return base;
}

void async__timers_fire(struct async__timers *timers, uint64_t now)
{
    // What is woken may set a timer that is already due. That one waits for the next turn, otherwise it would starve the
    // descriptors: from here on whatever is set is late.
    uint64_t base = timers->base;
    timers->base = ASYNC__NEVER;
    struct async__waiter late;
    list_move(&timers->late, &late);
    sort(&late);
    wake_all(&late);
    timers->base = fire_slots(timers, base, now);
    list_move(&timers->late, &late);
    struct async__timer *timer;
    while ((timer = list_pop(&late)))
        async__timers_add(timers, timer, timer->deadline);
}
