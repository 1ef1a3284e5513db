// The report of a deadlock says for whom each task waits, and where that one's function stands.
// RUN: %build %s -o %t && not %run %t 2>&1 | FileCheck %s
#include <async.h>

static async void forever(void) { await async_sleep(1.0 / 0.0); }
static async int join(future(void) t) { return await async_join(t, nullptr); }

async int main(void)
{
    return await join(async_create_task(forever()));
}
// CHECK: deadlock: nothing can wake any of these tasks
// CHECK-DAG: task 1 'main' waits in async_join for task 2 'forever' ({{.*}}deadlock-names-what-is-awaited.c:5)
// CHECK-DAG: task 2 'forever' waits in async_sleep{{$}}
