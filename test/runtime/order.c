// Tasks, callbacks and timers run in asyncio's order: FIFO by turn, equal deadlines in the order set.
// RUN: %cc %s -o %t %libs && env ASYNC_CLOCK=virtual %t | FileCheck %s

#include "Inputs/coro.h"

static void say(void *text)
{
    puts(text);
}

struct steps { struct async__frame base; int n, i; };
static struct async__frame *steps_resume(struct async_task *task, struct async__frame *base)
{
    struct steps *f = (struct steps *)base;
    if (base->state < 0)
        UNWIND;
    BEGIN
    for (f->i = 0; f->i < 3; f->i++) {
        printf("%d.%d\n", f->n, f->i);
        AWAIT(async_sleep(0))
        ;
    }
    RETURN_VOID;
    END;
}
DESCRIBE_VOID(steps, struct steps);
static future(void) steps(int n)
{
    MAKE(steps, struct steps);
    if (f)
        f->n = n;
    return MADE;
}

static struct async_timer timer = ASYNC_TIMER_INIT, never = ASYNC_TIMER_INIT;

static void again(void *count)
{
    int *n = count;
    printf("tick %d\n", *n);
    if (--*n > 0)
        async_timer_start(&timer, 1, again, n);
    async_timer_stop(&never);
}

static int ticks = 3;

SCRIPT(script, future(void) t; double start;)
{
    SCRIPT_BEGIN(script)
    // CHECK: main
    // CHECK-NEXT: main goes on
    // CHECK-NEXT: 1.0
    // CHECK-NEXT: soon
    // CHECK-NEXT: 2.0
    // CHECK-NEXT: 1.1
    // CHECK-NEXT: 2.1
    // CHECK-NEXT: 1.2
    // CHECK-NEXT: 2.2
    puts("main");
    async_detach(steps(1));
    async_call_soon(say, "soon");
    f->t = async_create_task(steps(2));
    puts("main goes on");
    AWAIT(f->t)
    // CHECK-NEXT: eager before
    // CHECK-NEXT: 3.0
    // CHECK-NEXT: eager after
    // CHECK-NEXT: 3.1
    // CHECK-NEXT: 3.2
    puts("eager before");
    f->t = async_start(steps(3));
    puts("eager after");
    AWAIT(f->t)
    // CHECK-NEXT: at 1
    // CHECK-NEXT: at 2, first
    // CHECK-NEXT: at 2, second
    // CHECK-NEXT: tick 3
    // CHECK-NEXT: at 3
    // CHECK-NEXT: tick 2
    // CHECK-NEXT: tick 1
    f->start = async_loop_time();
    async_call_later(2, say, "at 2, first");
    async_call_at(f->start + 1, say, "at 1");
    async_call_later(2, say, "at 2, second");
    async_timer_start(&never, 5, say, "never");
    async_timer_start(&timer, 1, again, &ticks);
    async_timer_start(&timer, 2, again, &ticks);
    async_call_later(3, say, "at 3");
    async_call_later(1000, say, "never");
    AWAIT(async_sleep(10))
    // CHECK-NEXT: took 10
    // CHECK-NOT: never
    printf("took %g\n", async_loop_time() - f->start);
    RETURN_VOID;
    END;
}

int main(void)
{
    async_run(script());
    return 0;
}
