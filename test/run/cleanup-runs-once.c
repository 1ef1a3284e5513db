// However a scope is left, its cleanup runs once: behind defer, cleanup attributes, async_with, in groups, deadlines, races.
// RUN: %build %s -o %t && env ASYNC_CLOCK=virtual %run %t | FileCheck %s
#include <async.h>
#include <stdio.h>
#include <stdlib.h>

// The scopes that are open, and that have been; a program that ends with some open has not run a cleanup.
static int opened, open[1000];

static int enter(void)
{
    open[opened] = 1;
    return opened++;
}

static void leave(int *scope)
{
    if (open[*scope]-- != 1) {
        fprintf(stderr, "scope %d is left twice\n", *scope);
        abort();
    }
}

static void count(void)
{
    for (int i = 0; i < opened; i++)
        if (open[i]) {
            fprintf(stderr, "scope %d is never left\n", i);
            abort();
        }
}

struct thing { int scope; };

static async struct thing *take(void)
{
    await async_yield();
    struct thing *thing = malloc(sizeof *thing);
    if (thing)
        thing->scope = enter();
    return thing;
}

static async void give_back(struct thing *thing)
{
    if (!thing)
        return;
    leave(&thing->scope);
    free(thing);
    await async_yield();
}

ASYNC_EXIT(struct thing *, give_back);

static async int work(double seconds, int result)
{
    __attribute__((cleanup(leave))) int scope = enter();
    int inner = enter();
    defer {
        await async_sleep(0.25);
        leave(&inner);
    }
    await async_sleep(seconds);
    return result;
}

static async int nest(int depth)
{
    int scope = enter();
    defer leave(&scope);
    for (int i = 0; i < 2; i++) {
        int each = enter();
        defer {
            await async_yield();
            leave(&each);
        }
        if (depth && await nest(depth - 1) == i)
            continue;
        await async_sleep(0.1);
        if (i)
            return 1;
    }
    return 0;
}

async int main(void)
{
    atexit(count);
    int scope = enter();
    defer leave(&scope);
    // CHECK: 1
    printf("%d\n", await nest(2));
    // CHECK-NEXT: with
    async_with (auto a = take(), auto b = take()) {
        await async_sleep(1);
        printf("with\n");
    }
    // CHECK-NEXT: group -3
    async_group (g) {
        async_spawn(g, work(1, 0));
        async_spawn(g, work(2, -3));
        async_spawn(g, work(3, 0));
        __attribute__((cleanup(leave))) int body = enter();
        await async_sleep(10);
    } else
        printf("group %d\n", async_group_error(g));
    // CHECK-NEXT: late
    async_timeout (1) {
        int body = enter();
        defer leave(&body);
        await work(2, 0);
    } else
        printf("late\n");
    // CHECK-NEXT: 1 6 7
    auto first = await async_race(work(2, 4), work(1, 5));
    auto both = await async_gather(work(1, 6), work(0.5, 7));
    printf("%d %d %d\n", first.index, both._0, both._1);
    // CHECK-NEXT: {{^}}-110
    printf("%d\n", await async_wait_for(work(2, 8), 1, nullptr));
    return 0;
}
