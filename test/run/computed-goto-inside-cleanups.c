// A computed goto whose labels are covered by the same cleanups as it is itself is a goto like any other.
// RUN: %build %s -o %t && env ASYNC_CLOCK=virtual %run %t | FileCheck %s
#include <async.h>
#include <stdio.h>

static void drop(const char **name) { printf("drop %s\n", *name); }
async int number(int n) { await async_yield(); return n; }

async int calculate(const char *code)
{
    static void *const operations[] = { &&add, &&multiply, &&stop };
    int sum = 1, at = 0;
    defer {
        await async_yield();
        printf("at the end: %d\n", sum);
    }
    __attribute__((cleanup(drop))) const char *name = "name";
    await async_yield();
    goto *operations[code[at++] - '0'];
add:
    sum += await number(1);
    goto *operations[code[at++] - '0'];
multiply:
    {
        defer {
            await async_yield();
            puts("multiplied");
        }
        sum *= await number(3);
    }
    goto *operations[code[at++] - '0'];
stop:
    return sum;
}

async int in_time(int n)
{
    void *const places[] = { &&first, &&second };
    async_timeout (2) {
        places: goto *places[n];
    first:
        await async_sleep(1);
        puts("first");
        n = 1;
        goto places;
    second:
        await async_sleep(5);
        puts("not reached");
    } else {
        puts("out of time");
    }
    return n;
}

async void until_cancelled(int n)
{
    void *const places[] = { &&first, &&second };
    defer {
        await async_yield();
        puts("left");
    }
    goto *places[n];
first:
    await async_yield();
second:
    await async_sleep(100);
}

static int plain(int n)
{
    void *const places[] = { &&first, &&second };
    defer puts("plain");
    goto *places[n];
first:
    puts("not reached");
second:
    return 5;
}

async int main(void)
{
    // CHECK: multiplied
    // CHECK-NEXT: drop name
    // CHECK-NEXT: at the end: 9
    // CHECK-NEXT: 9
    printf("%d\n", await calculate("0012"));
    // CHECK-NEXT: first
    // CHECK-NEXT: out of time
    // CHECK-NEXT: 1
    printf("%d\n", await in_time(0));
    future(void) t = async_create_task(until_cancelled(1));
    await async_sleep(1);
    async_cancel(t);
    await async_join(t, nullptr);
    // CHECK-NEXT: left
    // CHECK-NEXT: plain
    // CHECK-NEXT: 5
    printf("%d\n", plain(1));
    return 0;
}
