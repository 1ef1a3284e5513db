// A task that is cancelled in an async_with leaves what it has entered, and only that.
// RUN: %build %s -o %t && %run %t | FileCheck %s
#include <async.h>
#include <stdio.h>

static future(int) task;
static int stop;
static void reach(int place)
{
    if (place == stop)
        async_cancel(task);
}

struct one { int id; };
async struct one enter(int id)
{
    printf("enter %d\n", id);
    reach(id);
    await async_yield();
    return (struct one){ id };
}
async void leave(struct one o)
{
    await async_yield();
    printf("left %d\n", o.id);
}
ASYNC_EXIT(struct one, leave);

async int use(void)
{
    async_with (struct one a = enter(1), auto b = enter(a.id + 1)) {
        puts("inside");
        reach(3);
        await async_yield();
        puts("done");
        reach(4);
    }
    return 7;
}

static async int cancelled_at(int place)
{
    stop = place;
    task = async_create_task(use());
    int value = 0, error = await async_join(task, &value);
    return error ? error : value;
}

async int main(void)
{
    // CHECK: enter 1
    // CHECK-NEXT: -125
    printf("%d\n", await cancelled_at(1));
    // CHECK-NEXT: enter 1
    // CHECK-NEXT: enter 2
    // CHECK-NEXT: left 1
    // CHECK-NEXT: -125
    printf("%d\n", await cancelled_at(2));
    // CHECK-NEXT: enter 1
    // CHECK-NEXT: enter 2
    // CHECK-NEXT: inside
    // CHECK-NEXT: left 2
    // CHECK-NEXT: left 1
    // CHECK-NEXT: -125
    printf("%d\n", await cancelled_at(3));
    // CHECK-NEXT: enter 1
    // CHECK-NEXT: enter 2
    // CHECK-NEXT: inside
    // CHECK-NEXT: done
    // CHECK-NEXT: left 2
    // CHECK-NEXT: left 1
    // CHECK-NEXT: 7
    printf("%d\n", await cancelled_at(4));
    return 0;
}
