// In debug mode a handle that is used after it was consumed stops the program, which names both places.
// RUN: %build -Wno-consumed-twice -Wno-lost-handle %s -o %t
// RUN: env ASYNC_CLOCK=virtual ASYNC_DEBUG=1 %run %t | FileCheck %s --check-prefix=LEGAL
// RUN: not --crash env ASYNC_DEBUG=1 %run %t await 2>&1 | FileCheck %s --check-prefix=AWAIT
// RUN: not --crash env ASYNC_DEBUG=1 %run %t detach 2>&1 | FileCheck %s --check-prefix=DETACH
// RUN: not --crash env ASYNC_DEBUG=1 %run %t gather 2>&1 | FileCheck %s --check-prefix=GATHER
// RUN: not --crash env ASYNC_DEBUG=1 %run %t member 2>&1 | FileCheck %s --check-prefix=MEMBER
// RUN: not --crash env ASYNC_DEBUG=1 %run %t look 2>&1 | FileCheck %s --check-prefix=LOOK
#include <async.h>
#include <stdio.h>
#include <string.h>

struct job { future(int) f[2]; };

async int work(int n)
{
    await async_yield();
    return n;
}

static int wait(future(int) *f) { return async_done(*f); }

async int legal(void)
{
    auto t = async_create_task(work(1));
    auto copy = t;
    int n = await async_retain(t) + await async_retain(copy);
    auto more = async_retain(t);
    async_release(more);
    n += await t;
    auto shield = async_shield(async_create_task(work(2)));
    n += await shield;
    auto promise = async_promise_new(int);
    auto f = async_promise_future(promise);
    async_resolve(promise, 3);
    n += await f;
    struct job j = { { work(4), async_create_task(work(5)) } };
    auto both = await async_gather(j.f[0], j.f[1]);
    n += both._0 + both._1;
    for (int i = 0; i < 2000; i++) {
        auto each = async_create_task(work(1));
        n += await each;
    }
    return n;
}

async int main(int argc, char **argv)
{
    const char *how = argc > 1 ? argv[1] : "";
    auto t = async_create_task(work(1));
    struct job j = { { t, {} } };
    if (strcmp(how, "await") == 0) {
        await t;
        // AWAIT: consumed-handles-in-debug-mode.c:[[#@LINE+1]]: the future of 'work' is used after it was consumed at {{.*}}consumed-handles-in-debug-mode.c:[[#@LINE-1]]
        await j.f[0];
    } else if (strcmp(how, "detach") == 0) {
        async_detach(t);
        // DETACH: c:[[#@LINE+1]]: the future of 'work' is used after it was consumed at {{.*}}c:[[#@LINE-1]]
        async_cancel(t);
    } else if (strcmp(how, "gather") == 0) {
        auto both = await async_gather(work(2), t);
        // GATHER: c:[[#@LINE+1]]: the future of 'work' is used after it was consumed at {{.*}}c:[[#@LINE-1]]
        return both._0 + await async_join(t, nullptr);
    } else if (strcmp(how, "member") == 0) {
        async_release(j.f[0]);
        // MEMBER: c:[[#@LINE+1]]: the future of 'work' is used after it was consumed at {{.*}}c:[[#@LINE-1]]
        async_release(j.f[0]);
    } else if (strcmp(how, "look") == 0) {
        await t;
        // LOOK: c:[[#@LINE-49]]: the future of 'work' is used after it was consumed at {{.*}}c:[[#@LINE-1]]
        wait(&j.f[0]);
    } else {
        await t;
        // LEGAL: {{^}}2017
        printf("%d\n", await legal());
    }
    return 0;
}
