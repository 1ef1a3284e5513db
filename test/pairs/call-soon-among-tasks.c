// Plain calls and tasks share one queue.
// RUN: %build %s -o %t && env ASYNC_CLOCK=virtual %run %t > %t.out && %python %S/call-soon-among-tasks.py | diff - %t.out
#include <async.h>
#include <stdio.h>

static void call(void *name)
{
    printf("call %s\n", (char *)name);
}

static void call_twice(void *name)
{
    printf("call %s\n", (char *)name);
    async_call_soon(call, "from a call");
}

async void task(const char *name)
{
    printf("task %s\n", name);
    async_call_soon(call, name[0] == '1' ? "from task 1" : "from task 2");
    await async_yield();
    printf("task %s again\n", name);
}

async int main(void)
{
    async_call_soon(call, "a");
    auto one = async_create_task(task("1"));
    async_call_soon(call_twice, "b");
    auto two = async_create_task(task("2"));
    async_call_soon(call, "c");
    puts("main waits");
    await one;
    puts("main has one");
    await two;
    puts("main has two");
    return 0;
}
