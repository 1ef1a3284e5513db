// A deadlock is reported at once, whatever the tasks wait in: who waits for whom, and where. A deadline, a promise, a held loop
// is none.
// RUN: %build %s -o %t
// RUN: not %run %t circle 2>&1 | FileCheck %s --check-prefix=CIRCLE
// RUN: not %run %t self 2>&1 | FileCheck %s --check-prefix=SELF
// RUN: not %run %t gather 2>&1 | FileCheck %s --check-prefix=MANY -DOF=async_gather
// RUN: not %run %t race 2>&1 | FileCheck %s --check-prefix=MANY -DOF=async_race
// RUN: not %run %t group 2>&1 | FileCheck %s --check-prefix=MANY -DOF=async_group
// RUN: not %run %t group_wait 2>&1 | FileCheck %s --check-prefix=MANY -DOF=async_group_wait
// RUN: not %run %t wait_any 2>&1 | FileCheck %s --check-prefix=MANY -DOF=async_wait_any
// RUN: not %run %t wait_all 2>&1 | FileCheck %s --check-prefix=MANY -DOF=async_wait_all
// RUN: not %run %t next 2>&1 | FileCheck %s --check-prefix=MANY -DOF=async_next
// RUN: not %run %t generator 2>&1 | FileCheck %s --check-prefix=GENERATOR
// RUN: not %run %t wait 2>&1 | FileCheck %s --check-prefix=ONE -DOF=async_wait
// RUN: not %run %t shield 2>&1 | FileCheck %s --check-prefix=ONE -DOF=async_shield
// RUN: not %run %t wait_for 2>&1 | FileCheck %s --check-prefix=WAIT_FOR
// RUN: not %run %t cleanup 2>&1 | FileCheck %s --check-prefix=CLEANUP
// RUN: env ASYNC_CLOCK=virtual %run %t deadline 2>&1 | FileCheck %s --check-prefix=NONE
// RUN: %run %t promise 2>&1 | FileCheck %s --check-prefix=NONE
// RUN: %run %t held 2>&1 | FileCheck %s --check-prefix=NONE
#include <async.h>
#include <errno.h>
#include <pthread.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

static async int forever(int n)
{
    await async_sleep(1.0 / 0.0);
    return n;
}

// Their tasks wait for each other, and main for one of them.
// CIRCLE: deadlock: nothing can wake any of these tasks
// CIRCLE-NEXT: {{^}}  task 1 'main' waits in await for task 2 'wait_b' ({{.*}}deadlock-of-all-kinds.c:[[#@LINE+9]]){{$}}
// CIRCLE-NEXT: {{^}}    circle ({{.*}}.c:[[#@LINE+15]]) awaiting async_retain(a){{$}}
// CIRCLE-NEXT: {{^}}    main ({{.*}}.c:{{[0-9]+}}) awaiting ways[i](){{$}}
// CIRCLE-NEXT: {{^}}  task 2 'wait_b' waits in await for task 3 'wait_a' ({{.*}}.c:[[#@LINE+7]]){{$}}
// CIRCLE-NEXT: {{^}}    wait_b ({{.*}}.c:[[#@LINE+5]]) awaiting async_retain(b){{$}}
// CIRCLE-NEXT: {{^}}  task 3 'wait_a' waits in await for task 2 'wait_b' ({{.*}}.c:[[#@LINE+4]]){{$}}
// CIRCLE-NEXT: {{^}}    wait_a ({{.*}}.c:[[#@LINE+4]]) awaiting async_retain(a){{$}}
// CIRCLE-NEXT: {{^.*}}.c:{{[0-9]+}}: 'main' can never end{{$}}
static future(int) a, b;
static async int wait_b(void) { return await async_retain(b); }
static async int wait_a(void) { return await async_retain(a); }
static async int circle(void)
{
    a = async_create_task(wait_b());
    b = async_create_task(wait_a());
    defer { async_release(a); async_release(b); }
    return await async_retain(a);
}

// SELF: task 1 'main' waits in await for task 1 'main'
// SELF-NEXT: self ({{.*}}.c:{{[0-9]+}}) awaiting async_take(a)
static async int self(void)
{
    a = async_retain((future(int))async_current_task());
    return await async_take(a);
}

// MANY: deadlock: nothing can wake any of these tasks
// MANY-NEXT: {{^}}  task 1 'main' waits in [[OF]] for task 2 'forever' ({{.*}}.c:28), task 3 'forever' ({{.*}}.c:28){{$}}
// MANY-NEXT: {{^}}    {{.*}} (
// MANY: {{^}}  task 2 'forever' waits in async_sleep{{$}}
// MANY-NEXT: {{^}}    forever ({{.*}}.c:[[#@LINE-37]]) awaiting async_sleep(1.0 / 0.0){{$}}
// MANY: {{^}}  task 3 'forever' waits in async_sleep{{$}}
// MANY: 'main' can never end
static async int gather(void) { return (await async_gather(forever(1), forever(2)))._0; }
static async int race(void) { return (await async_race(forever(1), forever(2))).index; }
static async int group(void)
{
    async_group (g) {
        async_spawn(g, forever(1));
        async_spawn(g, forever(2));
    } else {}
    return 0;
}
static async int group_wait(void)
{
    async_group (g) {
        async_spawn(g, forever(1));
        async_spawn(g, forever(2));
        await async_group_wait(g);
    } else {}
    return 0;
}
static async int wait_many(bool is_any)
{
    future(int) f[] = { async_create_task(forever(1)), async_create_task(forever(2)) };
    defer for (int i = 0; i < 2; i++) async_release(f[i]);
    if (is_any)
        return (int)await async_wait_any(f, 2);
    await async_wait_all(f, 2);
    return 0;
}
static async int next(void)
{
    generator(int) g = async_as_completed(forever(1), forever(2));
    defer await async_generator_close(g);
    int value;
    return await async_next(g, &value);
}

// Two tasks want the same generator's next value.
// GENERATOR-DAG: {{^}}  task {{[23]}} 'ask' waits in async_sleep{{$}}
// GENERATOR-DAG: {{^}}    numbers ({{.*}}.c:{{[0-9]+}}) awaiting forever(1){{$}}
// GENERATOR-DAG: {{^}}  task {{[23]}} 'ask' waits in async_next for task {{[23]}} 'ask' (
static async generator(int) numbers(void) { yield await forever(1); }
static async int ask(generator(int) *g) { int value; return await async_next(*g, &value); }
static async int use_generator(void)
{
    generator(int) g = numbers();
    await async_gather(ask(&g), ask(&g));
    return 0;
}

// ONE: {{^}}  task 1 'main' waits in [[OF]] for task 2 'forever' ({{.*}}.c:28){{$}}
static async int wait(void)
{
    future(int) t = async_create_task(forever(1));
    defer async_release(t);
    return await async_wait(t);
}
static async int shield(void) { return await async_shield(forever(1)); }

// Its deadline has asked the task to stop, but that never ends.
// WAIT_FOR: task 1 'main' waits in async_wait_for for task 2 'stubborn'
// WAIT_FOR-NEXT: wait_for ({{.*}}) awaiting async_wait_for(
// WAIT_FOR: task 2 'stubborn' waits in async_sleep
// WAIT_FOR-NEXT: forever
// WAIT_FOR-NEXT: stubborn ({{.*}}) awaiting forever(1)
static async int stubborn(void)
{
    static bool again;
    defer if (!again) { again = true; await forever(1); }
    return await forever(2);
}
static async int wait_for(void) { return await async_wait_for(async_create_task(stubborn()), 0.001, nullptr); }

// A cleanup that waits for ever when the loop closes.
// CLEANUP: deadlock: nothing can wake any of these tasks
// CLEANUP-NEXT: task 1 'stubborn' waits in async_sleep
// CLEANUP-NEXT: forever
// CLEANUP-NEXT: stubborn
// CLEANUP-NOT: task
// CLEANUP: 'main' can never end
static async int cleanup(void)
{
    async_detach(stubborn());
    await async_yield();
    return 0;
}

// NONE-NOT: deadlock
// NONE: whole
static async int deadline(void)
{
    async_timeout (1)
        await forever(1);
    return 0;
}

static struct async_loop *loop;
static async_promise(int) promise;
static void resolve(void *unused) { (void)unused; async_resolve(promise, 0); }
static void *call_in(void *unused)
{
    nanosleep(&(struct timespec){ .tv_nsec = 10 * 1000 * 1000 }, nullptr);
    async_call_soon_threadsafe(loop, resolve, nullptr);
    return unused;
}
static async int wait_for_thread(bool holds)
{
    pthread_t thread;
    loop = async_get_event_loop();
    promise = async_promise_new(int);
    future(int) answer = async_promise_future(promise);
    if (holds)
        async_loop_hold(loop);
    pthread_create(&thread, nullptr, call_in, nullptr);
    pthread_detach(thread);
    int value = 0;
    if (holds) {
        future(int) t = async_create_task(forever(3));
        async_timeout (0.05)
            value = await async_join(t, nullptr);
        async_loop_unhold(loop);
    }
    return value + await answer;
}

async int main(int argc, char **argv)
{
    const char *how = argc > 1 ? argv[1] : "";
    future(int) (*const ways[])(void) = { circle, self, gather, race, group, group_wait, next, wait, shield, wait_for, cleanup,
                                          deadline, use_generator };
    static const char *const names[] = { "circle", "self", "gather", "race", "group", "group_wait", "next", "wait", "shield",
                                         "wait_for", "cleanup", "deadline", "generator" };
    for (size_t i = 0; i < sizeof ways / sizeof *ways; i++)
        if (strcmp(how, names[i]) == 0)
            await ways[i]();
    if (strncmp(how, "wait_a", 6) == 0)
        await wait_many(strcmp(how, "wait_any") == 0);
    if (strcmp(how, "promise") == 0)
        await wait_for_thread(false);
    if (strcmp(how, "held") == 0)
        await wait_for_thread(true);
    printf("whole\n");
    return 0;
}
