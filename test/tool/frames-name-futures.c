// --emit=frames names the types of handles as the language does, however they were declared.
// RUN: %asyncc --emit=frames %s | FileCheck %s
#include <async.h>
typedef long number;
async int twice(int x);

async int main(void)
{
    auto task = async_create_task(twice(2));
    // CHECK: task: future(int), live
    typeof(twice(2)) other = twice(4);
    // CHECK-NEXT: other: future(int), live
    future(number) third = nullptr;
    // CHECK-NEXT: third: future(number), live
    auto all = async_gather(twice(1), twice(2));
    // CHECK-NEXT: all: future(struct { … }), live
    auto stream = async_as_completed(twice(1), twice(2));
    // CHECK-NEXT: stream: generator(int), live
    async_promise(int) promise = async_promise_new(int);
    // CHECK-NEXT: promise: async_promise(int), live
    future(int) (*function)(int) = twice;
    // CHECK-NEXT: function: future(int) (*)(int), live
    typeof(1 + 2) sum = 3;
    // CHECK-NEXT: sum: int, live
    future(number) array[3], *place = array;
    // CHECK-NEXT: array: future(long)[3], address taken
    // CHECK-NEXT: place: future(long) *, live
    await async_yield();
    await all;
    while (await async_next(stream, nullptr))
        sum++;
    await async_generator_close(stream);
    async_resolve(promise, sum);
    return await task + await other + (int)await third + await function(3) + (place != nullptr) + sum;
}
