// A callback at the end of a promise is given up when its loop closes; the promise may end later, and nobody hears of it.
// RUN: %build %s -o %t && env ASYNC_CLOCK=virtual %run %t | FileCheck %s
#include <async.h>
#include <stdio.h>

static async_promise(int) promise[3];
static future(int) answer[3];

static void done(void *name) { printf("%s done\n", (const char *)name); }

static async int ask(void)
{
    for (int i = 0; i < 3; i++) {
        promise[i] = async_promise_new(int);
        answer[i] = async_promise_future(promise[i]);
    }
    async_add_done_callback(answer[0], done, "first");
    async_add_done_callback(answer[1], done, "never");
    async_add_done_callback(answer[2], done, "third");
    async_add_done_callback(answer[1], done, "never");
    async_resolve(promise[0], 1);
    await async_sleep(1);          // the order of two that are ready at once may be any
    async_resolve(promise[2], 3);
    await async_sleep(1);
    return 0;
}

int main(void)
{
    // CHECK: first done
    // CHECK-NEXT: third done
    async_run(ask());
    // CHECK-NEXT: closed
    printf("closed\n");
    // CHECK-NEXT: 0 2
    int error = async_resolve(promise[1], 2), value = 0;
    error = error ? error : async_result(answer[1], &value);
    printf("%d %d\n", error, value);
    for (int i = 0; i < 3; i++)
        async_release(answer[i]);
    return 0;
}
