// When main ends, every other task is cancelled and run to its end, also one that a cleanup has made; open generators are closed;
// async_run and async_loop_close do the same.
// RUN: %build %s -o %t && env ASYNC_CLOCK=virtual %run %t | FileCheck %s
// RUN: %build -DPLAIN %s -o %t && env ASYNC_CLOCK=virtual %run %t | FileCheck %s
// RUN: %build -DBY_HAND %s -o %t && env ASYNC_CLOCK=virtual %run %t | FileCheck %s
#include <async.h>
#include <stdio.h>

static int alive;

// From the first step to the last.
static async int work(const char *name, double seconds, bool makes_another)
{
    alive++;
    defer {
        await async_sleep(1);
        if (makes_another)
            async_detach(work("another", 1e9, false));
        printf("%s left, %d alive\n", name, --alive);
    }
    await async_sleep(seconds);
    return 0;
}

static async int program(void)
{
    async_detach(work("waiting", 1e9, true));
    auto child = async_create_task(work("child", 1e9, false));
    static generator(int) g;           // left open
    g = async_as_completed(child, work("first", 1, false));
    int value;
    await async_next(g, &value);
    async_detach(work("ready", 1e9, false));      // takes its first step after we have ended
    printf("program ends with %d alive\n", alive);
    return 5;
}

// CHECK: first left
// CHECK-NEXT: program ends with 2 alive
// CHECK-DAG: waiting left
// CHECK-DAG: child left
// CHECK-DAG: ready left
// CHECK-DAG: another left
// CHECK: closed, 0 alive
#if defined PLAIN
int main(void)
{
    int value = async_run(program());
    printf("closed, %d alive\n", alive);
    return value != 5;
}
#elif defined BY_HAND
int main(void)
{
    struct async_loop *loop = async_new_event_loop();
    int value = async_run_until_complete(loop, program());
    int error = async_loop_close(loop);
    printf("closed, %d alive\n", alive);
    return value != 5 || error;
}
#else
__attribute__((destructor)) static void after_main(void) { printf("closed, %d alive\n", alive); fflush(stdout); }
async int main(void) { return await program() != 5; }
#endif
