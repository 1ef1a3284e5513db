// A runner that ends while those behind it begin has won.
// RUN: %build %s -o %t && env ASYNC_CLOCK=virtual %run %t | FileCheck %s
#include <async.h>
#include <stdio.h>

static async_promise(int) answer;

async int answer_and_wait(void)
{
    async_resolve(answer, 42);
    await async_sleep(5);
    return 7;
}

async int main(void)
{
    answer = async_promise_new(int);
    auto r = await async_race(async_promise_future(answer), answer_and_wait());
    // CHECK: 0 42 at 0
    printf("%d %d at %g\n", r.index, r.value, async_loop_time());
    return 0;
}
