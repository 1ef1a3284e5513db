// A task that a callback makes starts one turn after it.
// RUN: %build %s -o %t && env ASYNC_CLOCK=virtual %run %t > %t.out && %python %S/tasks-made-by-callbacks.py | diff - %t.out
#include <async.h>
#include <stdio.h>

async void work(const char *name)
{
    printf("%s begins\n", name);
    await async_yield();
    printf("%s ends\n", name);
}

static void make(void *name)
{
    printf("making %s\n", (char *)name);
    async_detach(work(name));
}

async void yields(int n)
{
    for (int i = 0; i < n; i++) {
        printf("turn %d\n", i);
        await async_yield();
    }
}

async int main(void)
{
    auto y = async_create_task(yields(8));
    auto first = async_create_task(work("first"));
    async_add_done_callback(first, make, "second");
    async_call_soon(make, "third");
    await y;
    await first;
    return 0;
}
