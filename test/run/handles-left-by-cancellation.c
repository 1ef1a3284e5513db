// A handle that a local still owns when its scope is left by cancellation is closed there, as a defer would.
// RUN: %build %s -o %t && env ASYNC_CLOCK=virtual ASYNC_DEBUG=1 %run %t 2>&1 | FileCheck %s
#include <async.h>
#include <stdio.h>

async int child(const char *name)
{
    defer {
        await async_sleep(1);          // who closes it waits for this
        printf("%s left at %g\n", name, async_loop_time());
    }
    await async_sleep(1000);
    return 1;
}

async int quick(int n) { await async_yield(); return n; }

static async void stop_at(double when, future(int) task)
{
    auto t = async_create_task(task);
    await async_sleep(when - async_loop_time());
    async_cancel(t);
    int reason = await async_join(t, nullptr);
    printf("-- %d at %g\n", reason, async_loop_time());
}

async int owns_a_task(void)
{
    auto t = async_create_task(child("task"));
    defer puts("defer behind it");
    await async_sleep(1000);
    return await t;
}

async int owns_an_object(void)
{
    auto object = child("never");
    await async_sleep(1000);
    return await object;
}

async int in_order(void)
{
    defer puts("first defer");
    auto a = async_create_task(child("a"));
    defer puts("second defer");
    future(int) b = async_create_task(child("b")), c = async_create_task(child("c"));
    await async_sleep(1000);
    return await a + await b + await c;
}

async int parameter(future(int) f)
{
    await async_sleep(1000);
    return await f;
}

async int consumed_before(void)
{
    auto t = async_create_task(quick(3));
    printf("%d\n", await t);
    await async_sleep(1000);
    return 0;
}

async int consumed_by_the_await(void)
{
    auto t = async_create_task(child("awaited"));
    return await t;
}

async int shared(future(int) other)
{
    auto mine = async_retain(other);
    async_release(other);
    await async_sleep(1000);
    return await mine;
}

async int perhaps(bool now)
{
    auto t = async_create_task(child(now ? "detached" : "kept"));
    if (now)
        async_detach(t);
    await async_sleep(1000);
    if (!now)
        await t;
    return 0;
}

async int in_a_loop(void)
{
    for (int i = 0;; i++) {
        future(int) h;
        if (i % 2)
            h = quick(i);
        else
            h = (future(int)){};
        if (i > 3)
            h = async_create_task(child("of the loop"));
        await async_sleep(i > 3 ? 1000 : 0);
        if (i % 2)
            await h;
    }
}

async int by_goto(void)
{
    int n = 0;
again:;
    future(int) h = n ? async_create_task(child("second")) : quick(n);
    await async_sleep(n ? 1000 : 0);
    if (!n++) {
        await h;
        goto again;
    }
    return await h;
}

async int owned_by_a_defer(void)
{
    auto t = async_create_task(child("of the defer"));
    await async_yield();
    defer {
        async_cancel(t);
        printf("%d\n", await async_join(t, nullptr));
    }
    await async_sleep(1000);
    return 0;
}

async int stored_elsewhere(future(int) *place)
{
    auto t = async_create_task(quick(7));
    *place = t;
    await async_sleep(1000);
    return 0;
}

async int until_timeout(void)
{
    async_timeout (3) {
        auto t = async_create_task(child("in the timeout"));
        await async_sleep(1000);
        await t;
    } else {
        printf("else at %g\n", async_loop_time());
    }
    return 0;
}

async int stream(void)
{
    auto g = async_as_completed(child("x"), child("y"));
    int v;
    await async_next(g, &v);
    await async_generator_close(g);
    return v;
}

async int taken(void)
{
    auto t = async_create_task(child("taken"));
    await async_yield();
    int n = await async_take(t);
    return n;
}

async int replaced(void)
{
    auto t = async_create_task(quick(1));
    int n = await t;
    t = async_create_task(child("the next"));
    await async_sleep(1000);
    return n + await t;
}

async int main(void)
{
    // CHECK: defer behind it
    // CHECK-NEXT: task left at 11
    // CHECK-NEXT: -- -125 at 11
    await stop_at(10, owns_a_task());
    // CHECK-NEXT: -- -125 at 20
    await stop_at(20, owns_an_object());
    // CHECK-NEXT: c left at 31
    // CHECK-NEXT: b left at 32
    // CHECK-NEXT: second defer
    // CHECK-NEXT: a left at 33
    // CHECK-NEXT: first defer
    // CHECK-NEXT: -- -125 at 33
    await stop_at(30, in_order());
    // CHECK-NEXT: parameter left at 41
    // CHECK-NEXT: -- -125 at 41
    await stop_at(40, parameter(async_create_task(child("parameter"))));
    // CHECK-NEXT: -- -125 at 50
    await stop_at(50, parameter(child("never")));
    // CHECK-NEXT: 3
    // CHECK-NEXT: -- -125 at 60
    await stop_at(60, consumed_before());
    // CHECK-NEXT: awaited left at 71
    // CHECK-NEXT: -- -125 at 71
    await stop_at(70, consumed_by_the_await());
    auto other = async_create_task(child("other"));
    // CHECK-NEXT: -- -125 at 80
    await stop_at(80, shared(async_retain(other)));
    async_cancel(other);
    // CHECK-NEXT: other left at 81
    await async_join(other, nullptr);
    // CHECK-NEXT: kept left at 91
    // CHECK-NEXT: -- -125 at 91
    await stop_at(90, perhaps(false));
    // CHECK-NEXT: -- -125 at 100
    await stop_at(100, perhaps(true));
    // CHECK-NEXT: of the loop left at 111
    // CHECK-NEXT: -- -125 at 111
    await stop_at(110, in_a_loop());
    // CHECK-NEXT: second left at 121
    // CHECK-NEXT: -- -125 at 121
    await stop_at(120, by_goto());
    // CHECK-NEXT: of the defer left at 131
    // CHECK-NEXT: -125
    // CHECK-NEXT: -- -125 at 131
    await stop_at(130, owned_by_a_defer());
    future(int) place = {};
    // CHECK-NEXT: -- -125 at 140
    // CHECK-NEXT: 7
    await stop_at(140, stored_elsewhere(&place));
    printf("%d\n", await place);
    // CHECK-NEXT: in the timeout left at 144
    // CHECK-NEXT: else at 144
    await until_timeout();
    // CHECK-NEXT: {{[xy]}} left at 151
    // CHECK-NEXT: {{[xy]}} left at 151
    // CHECK-NEXT: -- -125 at 151
    await stop_at(150, stream());
    // CHECK-NEXT: taken left at 161
    // CHECK-NEXT: -- -125 at 161
    await stop_at(160, taken());
    // CHECK-NEXT: the next left at 171
    // CHECK-NEXT: -- -125 at 171
    await stop_at(170, replaced());
    // CHECK-NEXT: end
    // CHECK-NEXT: detached left at 172
    // CHECK-NOT: {{.}}
    puts("end");
    return 0;
}
