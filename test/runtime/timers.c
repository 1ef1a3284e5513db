// Timers fire in order of their deadlines, equal ones in the order in which they were set; each may be taken back at any time.
// RUN: %cc %s -o %t %libs && %t

#undef NDEBUG
#include "base/clock.h"
#include "base/random.h"
#include "core/timer.h"

#include <assert.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdlib.h>

// The reference: all that are set, in no order, each with a number that says when it was.
enum { COUNT = 300 };
struct item {
    struct async__timer timer;
    uint64_t deadline, number;
    bool is_set;
};
static struct item items[COUNT];
static struct async__timers timers;
static uint64_t seed, now, next_number, end_number;    // end_number: of those that may fire now
static size_t fired;

static uint64_t draw(uint64_t bound)
{
    return bound ? async__random(&seed) % bound : 0;
}

static struct item *nearest(uint64_t limit, uint64_t end)
{
    struct item *found = NULL;
    for (struct item *i = items; i < items + COUNT; i++)
        if (i->is_set && i->deadline <= limit && i->number < end
            && (!found || i->deadline < found->deadline || (i->deadline == found->deadline && i->number < found->number)))
            found = i;
    return found;
}

static void act(void);

static void wake(struct async__waiter *w)
{
    struct item *item = (struct item *)w;
    assert(item == nearest(now, end_number));
    item->is_set = false;
    fired++;
    while (draw(3) == 0)
        act();
}

static const struct async__function by_wake = { .wake = wake };

// Near and far, past and never; many are equal.
static uint64_t draw_deadline(void)
{
    uint64_t distance = draw(UINT64_C(1) << draw(63)) >> draw(40);
    switch (draw(12)) {
    case 0: return ASYNC__NEVER - draw(2);
    case 1: return now - (distance < now ? distance : now);
    case 2: return now;
    case 3: return now / 16 * 16 + draw(16);
    case 4: return async__later(now, distance);
    case 5: return async__later(now, draw(3000000000));
    default: return async__later(now, draw(4) * 1000000);
    }
}

// Sets one, or takes it back.
static void act(void)
{
    struct item *item = &items[draw(COUNT)];
    if (item->is_set) {
        async__timer_remove(&item->timer);
        item->is_set = false;
        return;
    }
    item->timer.waiter.function = &by_wake;
    item->deadline = draw_deadline();
    item->number = next_number++;
    item->is_set = true;
    async__timers_add(&timers, &item->timer, item->deadline);
}

static void fire(void)
{
    end_number = next_number;
    async__timers_fire(&timers, now);
    assert(!nearest(now, end_number));
}

// As an idle loop does, until one is due. On the way there it may stop where one has been taken back, but not twice at one time.
static void idle(void)
{
    fire();
    struct item *item = nearest(ASYNC__NEVER - 1, UINT64_MAX);
    uint64_t next, before = now;
    while ((next = async__timers_next(&timers)) != (item ? item->deadline : ASYNC__NEVER)) {
        assert(next > before && (!item || next < item->deadline));
        now = before = next;
        fire();
    }
    if (item && next > now)
        now = next;
}

static void test_random(void)
{
    for (uint64_t run = 1; run <= 40; run++) {
        seed = run;
        now = draw(UINT64_C(1) << draw(63));
        async__timers_init(&timers, now);
        for (int turn = 0; turn < 400; turn++) {
            for (uint64_t n = draw(turn % 50 ? 8 : 400); n > 0; n--)
                act();
            if (draw(2))
                idle();
            else
                now += draw((ASYNC__NEVER - now) >> draw(63));
            fire();
        }
        for (struct item *item; (item = (struct item *)async__timers_take(&timers));) {
            assert(item->is_set);
            item->is_set = false;
        }
        assert(!nearest(ASYNC__NEVER, UINT64_MAX));
    }
    assert(fired > 10000);
}

// Every power of two, from one to the next: nothing comes early, and no way is long.
static struct async__timer power[64];
static size_t powers;

static void wake_power(struct async__waiter *w)
{
    assert(w == &power[powers].waiter && now == power[powers].deadline);
    powers++;
}

static const struct async__function by_wake_power = { .wake = wake_power };

static void test_far(void)
{
    now = 0;
    async__timers_init(&timers, now);
    for (int i = 63; i >= 0; i--) {
        power[i].waiter.function = &by_wake_power;
        async__timers_add(&timers, &power[i], (UINT64_C(1) << i) - (i == 63 ? 2 : 0));
    }
    for (int i = 0; i < 64; i++) {
        now = async__timers_next(&timers);
        async__timers_fire(&timers, now);
    }
    assert(powers == 64 && async__timers_next(&timers) == ASYNC__NEVER);
}

// A crowd: as many at one time as at many.
enum { CROWD = 300000 };
static struct async__timer *crowd;
static size_t met;
static struct async__timer *before;

static void wake_one(struct async__waiter *w)
{
    struct async__timer *timer = (struct async__timer *)w;
    assert(!before || before->deadline < timer->deadline || (before->deadline == timer->deadline && before < timer));
    before = timer;
    met++;
}

static const struct async__function by_wake_one = { .wake = wake_one };

static void test_crowd(uint64_t start, uint64_t width)
{
    crowd = malloc(CROWD * sizeof *crowd);
    assert(crowd);
    now = start;
    met = 0;
    before = NULL;
    async__timers_init(&timers, now);
    for (int i = 0; i < CROWD; i++) {
        crowd[i].waiter.function = &by_wake_one;
        async__timers_add(&timers, &crowd[i], start + 1000000 + (width ? draw(width) : 0));
    }
    for (int i = 0; i < CROWD; i += 3)
        async__timer_remove(&crowd[i]);
    for (uint64_t next; (next = async__timers_next(&timers)) != ASYNC__NEVER;)
        async__timers_fire(&timers, now = next);
    assert(met == CROWD - CROWD / 3);
    free(crowd);
}

int main(void)
{
    test_random();
    test_far();
    test_crowd(1, 0);
    test_crowd(1, 1000000000);
    test_crowd(UINT64_C(1) << 62, 1000);
    return 0;
}
