// Without asyncc <async.h> is harmless C in which every call has its type; such a program does not link, and says why.
// RUN: %cc -Wpedantic -fsyntax-only %s
// RUN: not %cc %s -o %t %libs 2>&1 | FileCheck %s
// CHECK: compile_this_file_with_asyncc

#include <async.h>
#include <stdio.h>

struct reply { int status; char text[40]; };
struct client { future(struct reply) pending; };

async int twice(int n);
static async void nothing(void) { await async_sleep(0.1); }
async_fn(struct reply) fetch(const char *url);
typedef async int handler_fn(int);

async int twice(int n)
{
    await async_sleep(1.0);
    return 2 * n;
}

async struct reply fetch(const char *url)
{
    struct reply r = { 0 };
    snprintf(r.text, sizeof r.text, "%s", url);
    await async_yield();
    return r;
}

async generator(int) count(int n)
{
    for (int i = 0; i < n; i++)
        yield i;
    return (generator(int)){ 0 };
}

static void called(void *p) { (void)p; }

async int calls(void)
{
    int a = await twice(1), value;
    future(int) t = async_create_task(twice(2));
    future(void) v = async_create_task(nothing());
    future(struct reply) f = async_start(fetch("x"));
    future(int) (*handler)(int) = twice;
    future(void) (*quiet)(void) = nothing;
    await quiet();
    struct client c = { async_ensure_future(fetch("y")) };
    struct reply r = await async_take(c.pending);
    future(int) null = { 0 };    // {} where the compiler knows C23
    if (async_valid(null) || async_done(t) || async_cancelled(v))
        return 1;
    a += await handler(3);
    __extension__ __auto_type all = await async_gather(twice(3), nothing(), fetch("z"), async_retain(t));
    a += all._0 + all._2.status + all._3;
    __extension__ __auto_type nested = await async_gather(async_gather(twice(1), twice(2)), nothing());
    a += nested._0._1;
    future(int) fs[2] = { twice(1), twice(2) };
    int results[2];
    await async_gather_array(fs, 2, results);
    await async_gather_array(fs, 2, NULL);
    if (await async_join(t, &value) < 0 || await async_join(v, NULL) < 0)
        return 2;
    if (await async_wait(f) == ASYNC_CANCELLED)
        async_cancel(f);
    r = await f;
    generator(int) g = async_as_completed(twice(1), twice(2));
    while (await async_next(g, &value))
        a += value;
    await async_generator_close(g);
    g = async_as_completed_array(fs, 2);
    async_detach(nothing());
    async_release(twice(4));
    async_add_done_callback(t, called, NULL);
    async_result(t, &value);
    async_task_cancel(async_current_task());
    async_promise(int) p = async_promise_new(int);
    async_promise(void) q = async_promise_new(void);
    a += await async_promise_future(p);
    await async_promise_future(q);
    async_resolve(p, 3);
    async_resolve(q);
    async_promise_cancel(p);
    struct async_timer timer = ASYNC_TIMER_INIT;
    async_timer_start(&timer, 1, called, NULL);
    async_timer_stop(&timer);
    async_for (int i, count(3)) {
        a += i;
        break;
    }
    async_timeout (1.0) {
        await nothing();
    } else {
        a++;
    }
    async_group (group) {
        (void)group;
        break;
    }
    async_with (FILE *file = fopen("x", "r")) {
        defer fclose(file);
        break;
    }
    return a + r.status;
}

async int synchronisation(void)
{
    struct async_lock lock = ASYNC_LOCK_INIT;
    struct async_semaphore two = ASYNC_SEMAPHORE_INIT(2);
    struct async_event event = ASYNC_EVENT_INIT;
    struct async_condition changed = ASYNC_CONDITION_INIT;
    struct async_barrier barrier = ASYNC_BARRIER_INIT(1);
    async_with (struct async_lock *held = async_lock_acquire(&lock), async_semaphore_acquire(&two)) {
        await async_condition_wait(&changed, held);
        async_condition_notify(&changed, 1);
    }
    await async_event_wait(&event);
    async_queue(struct reply) replies = async_queue_new(struct reply, 2);
    async_queue(void) ticks = async_queue_new(void, 0);
    struct reply reply = { 0 };
    int error = await async_queue_put(replies, { 1, "a" });
    error |= await async_queue_put(replies, reply) | await async_queue_get(replies, &reply) | async_queue_try_get(replies, NULL);
    error |= async_queue_try_put(replies, reply) | await async_queue_put(ticks) | await async_queue_get(ticks, NULL);
    error |= async_queue_task_done(replies) | await async_queue_join(replies) | (int)async_queue_size(ticks);
    async_queue_close(ticks);
    async_queue_free(ticks);
    async_queue_free(replies);
    return error + await async_barrier_wait(&barrier);
}

async int main(void)
{
    return await calls() + await synchronisation();
}
