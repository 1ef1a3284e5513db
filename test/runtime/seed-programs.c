// The programs of the notes on asyncio print what they print there: a task, many at once, one calling another.
// RUN: %cc %s -o %t %libs && env ASYNC_CLOCK=virtual %t | FileCheck %s

#include "Inputs/coro.h"

SCRIPT(f2, int unused;)
{
    SCRIPT_BEGIN(f2)
    puts("Start f2");
    AWAIT(async_sleep(1))
    puts("Stop f2");
    RETURN_VOID;
    END;
}

SCRIPT(f1, int unused;)
{
    SCRIPT_BEGIN(f1)
    puts("Start f1");
    AWAIT(f2())
    puts("Stop f1");
    RETURN_VOID;
    END;
}

int main(void)
{
    struct async_loop *loop = async_get_event_loop();
    // CHECK: start 3
    // CHECK-NEXT: stop 3
    // CHECK-NEXT: value 6
    future(int) t = async_ensure_future(mycoro(3, 1));
    printf("value %d\n", async_run_until_complete(loop, t));

    // CHECK-NEXT: start 3
    // CHECK-NEXT: start 4
    // CHECK-NEXT: start 5
    // CHECK-NEXT: stop 3
    // CHECK-NEXT: stop 4
    // CHECK-NEXT: stop 5
    // CHECK-NEXT: 6 8 10
    __auto_type many = async_gather(mycoro(3, 1), mycoro(4, 1), mycoro(5, 1));
    __auto_type r = async_run_until_complete(loop, many);
    printf("%d %d %d\n", r._0, r._1, r._2);

    // CHECK-NEXT: Start f1
    // CHECK-NEXT: Start f2
    // CHECK-NEXT: Stop f2
    // CHECK-NEXT: Stop f1
    async_run_until_complete(loop, f1());
    async_loop_close(loop);
    return 0;
}
