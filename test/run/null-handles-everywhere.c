// A null handle is everywhere a future that has ended cancelled with -ENOMEM.
// RUN: %build %s -o %t && env ASYNC_CLOCK=virtual %run %t | FileCheck %s
#include <async.h>
#include <errno.h>
#include <stdio.h>

static const future(int) none = {};
static const generator(int) no_stream = {};

async int child(const char *name)
{
    defer printf("%s left\n", name);
    await async_sleep(5);
    return 1;
}

static void called(void *argument) { printf("called %s\n", (const char *)argument); }

async int awaits(void) { return await none; }
async int gathers(void) { auto r = await async_gather(child("beside"), none); return r._0; }
async int gathers_array(void) { future(int) fs[] = { none, child("in the array") }; await async_gather_array(fs, 2, nullptr); return 1; }
async int races(void) { return (await async_race(none, child("raced"))).index; }
async int races_array(void) { future(int) fs[] = { none, child("raced in the array") }; return (await async_race_array(fs, 2)).index; }
async int streams(void) { auto g = async_as_completed(none, child("streamed")); defer await async_generator_close(g); await async_next(g, nullptr); return 1; }
async int shields(void) { return await async_shield(none); }
async int waits_for(void) { return await async_wait_for(none, 3, nullptr); }
async int next(void) { return await async_next(no_stream, nullptr); }
async int task(void) { auto t = async_create_task(none); printf("%d ", async_valid(t)); return await t; }
async int started(void) { return await async_start(none); }
async int joined(void) { int v = 7, reason = await async_join(none, &v); printf("%d ", v); return reason; }

async int spawns(void)
{
    async_group (g) {
        async_spawn(g, child("in the group"));
        async_spawn(g, none);
        async_spawn_to(g, none, nullptr);
        await async_sleep(100);
        puts("never");
    } else {
        return async_group_error(g);
    }
    return 0;
}

#define SHOW(f) do { int v = -1, reason = await async_join(async_create_task(f()), &v); printf("%s %d %d\n", #f, reason, v); } while (0)

async int main(void)
{
    // CHECK: {{^}}awaits -12 -1
    SHOW(awaits);
    // CHECK-NEXT: beside left
    // CHECK-NEXT: {{^}}gathers -12 -1
    SHOW(gathers);
    // CHECK-NEXT: in the array left
    // CHECK-NEXT: {{^}}gathers_array -12 -1
    SHOW(gathers_array);
    // CHECK-NEXT: {{^}}races -12 -1
    SHOW(races);
    // CHECK-NEXT: {{^}}races_array -12 -1
    SHOW(races_array);
    // CHECK-NEXT: streamed left
    // CHECK-NEXT: {{^}}streams -12 -1
    SHOW(streams);
    // CHECK-NEXT: {{^}}shields -12 -1
    SHOW(shields);
    // CHECK-NEXT: {{^}}waits_for -12 -1
    SHOW(waits_for);
    // CHECK-NEXT: {{^}}next -12 -1
    SHOW(next);
    // CHECK-NEXT: {{^}}0 task -12 -1
    SHOW(task);
    // CHECK-NEXT: {{^}}started -12 -1
    SHOW(started);
    // CHECK-NEXT: {{^}}7 joined 0 -12
    SHOW(joined);
    // CHECK-NEXT: in the group left
    // CHECK-NEXT: {{^}}spawns 0 -12
    SHOW(spawns);

    // CHECK-NEXT: {{^}}1 1 -114 -12 1 0 0
    printf("%d %d %d %d %d %d %d\n", async_done(none), async_cancelled(none), async_cancel(none), async_result(none, nullptr),
           await async_wait(none), async_valid(async_retain(none)), async_valid(none));
    future(int) two[] = { none, none };
    await async_wait_all(two, 2);
    // CHECK-NEXT: {{^}}2
    printf("%zu\n", await async_wait_any(two, 2));
    async_detach(none);
    async_release(none);
    await async_generator_close(no_stream);
    // CHECK-NEXT: {{^}}0
    printf("%d\n", async_add_done_callback(none, called, "back"));
    // CHECK-NEXT: called back
    await async_sleep(1);
    // CHECK-NEXT: end
    puts("end");
    return 0;
}
