// A queue for which there was no memory is null: every operation on it says so, and none waits.
// RUN: %build %s -o %t && %run %t | FileCheck %s
// RUN: sh -c 'for n in 1 2 3 4 5 6 7 8; do ASYNC_FAIL=alloc:$n %run %t new; done 2> %t.err; true' | FileCheck --check-prefix=NEW %s
#include <async.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>

async int use(async_queue(int) queue)
{
    int value = 7, get = await async_queue_get(queue, &value), put = await async_queue_put(queue, 3);
    printf("%d %d %d ", get, put, value);
    printf("%d %d ", async_queue_try_get(queue, &value), async_queue_try_put(queue, 3));
    printf("%d %d ", await async_queue_join(queue), async_queue_task_done(queue));
    printf("%zu %d\n", async_queue_size(queue), await async_create_task(async_queue_put(queue, 4)));
    async_release(async_queue_put(queue, 5));
    async_queue_close(queue);
    async_queue_free(queue);
    return 0;
}

async int main(int argc, char **)
{
    if (argc == 1) {
        // CHECK: {{^}}-12 -12 7 -12 -12 -12 -22 0 -12
        async_queue(int) none = { };
        await use(none);
        // CHECK-NEXT: {{^}}null
        puts(none ? "there" : "null");
        return 0;
    }
    // NEW: {{^}}null -12
    async_queue(int) queue = async_queue_new(int, 1);
    int put = async_queue_try_put(queue, 1);
    printf("%s %d\n", queue ? "there" : "null", put);
    async_queue_free(queue);
    return 0;
}
