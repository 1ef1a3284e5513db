// A generator gives futures away; what its locals still own when it is closed early is closed with them.
// RUN: %build %s -o %t && env ASYNC_CLOCK=virtual ASYNC_DEBUG=1 %run %t 2>&1 | FileCheck %s
#include <async.h>
#include <stdio.h>

async int work(int n)
{
    defer printf("%d left\n", n);
    await async_sleep(1);
    return n;
}

async generator(future(int)) jobs(int n)
{
    auto late = async_create_task(work(100));
    defer puts("closed");
    for (int i = 0; i < n; i++) {
        auto t = async_create_task(work(i));
        yield t;
    }
    yield late;
}

async int main(void)
{
    // CHECK-DAG: {{^}}100 left
    // CHECK-DAG: {{^}}0 left
    // CHECK: {{^}}1 left
    // CHECK-NEXT: {{^}}closed
    // CHECK-NEXT: {{^}}101
    int sum = 0;
    async_for (auto t, jobs(2))
        sum += await t;
    printf("%d\n", sum);
    // CHECK: {{^}}0 left
    // CHECK: {{^}}closed
    // CHECK: {{^}}60
    async_for (future(int) t, jobs(2)) {
        async_cancel(t);
        await async_join(t, nullptr);
        sum = 60;
        break;
    }
    printf("%d\n", sum);
    // CHECK-NOT: {{.}}
    return 0;
}
