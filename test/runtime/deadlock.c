// Tasks that wait for each other and nothing else: reported with their lines, -EDEADLK, and every task is unwound.
// RUN: %cc %s -o %t %libs && %t 2>&1 | FileCheck %s

#include "Inputs/coro.h"

static future(void) circle[2];

static const struct async__site sites[] = { { 12, "circle[f->i]" }, { 34, "never" } };
struct waits { struct async__frame base; int i; };
static struct async__frame *waits_resume(struct async_task *task, struct async__frame *base)
{
    struct waits *f = (struct waits *)base;
    if (base->state < 0) {
        printf("%d unwinds\n", f->i);
        UNWIND;
    }
    if (base->state == 1)
        RETURN_VOID;
    struct async__frame *op = async__await(task, async_retain(circle[f->i]), 0);
    base->state = 1;
    op->awaiter = base;
    return 0;
}
static const struct async__function waits_function = {
    .name = "waits", .file = "waits.c", .line = 10, .await_count = 2, .awaits = sites, .resume = waits_resume,
    .frame_size = sizeof(struct waits), .frame_align = 8, .result_align = 1
};
static future(void) waits(int i)
{
    MAKE(waits, struct waits);
    if (f)
        f->i = i;
    return MADE;
}

int main(void)
{
    setvbuf(stdout, NULL, _IOLBF, 0);
    // CHECK: deadlock
    // CHECK-NEXT: task 1 '1st' waits in await for task 2 'waits' (waits.c:10)
    // CHECK-NEXT: waits (waits.c:12) awaiting circle[f->i]
    // CHECK-NEXT: task 2 'waits' waits in await for task 1 '1st' (waits.c:10)
    // CHECK-NEXT: waits (waits.c:12) awaiting circle[f->i]
    // CHECK-DAG: 0 unwinds
    // CHECK-DAG: 1 unwinds
    // CHECK: result is EDEADLK
    struct async_loop *loop = async_get_event_loop();
    circle[0] = async_create_task(waits(1));
    circle[1] = async_create_task(waits(0));
    async_set_task_name((struct async_task *)circle[0], "1st");
    int error = async_try_run(async_retain(circle[0]), NULL);
    if (error == -EDEADLK)
        puts("result is EDEADLK");
    (void)loop;
    async_release(circle[0]);
    async_release(circle[1]);

    // A sleep without end is no timer.
    // CHECK: deadlock
    // CHECK-NEXT: task 1 'async_sleep' waits in async_sleep
    // CHECK: again -35
    printf("again %d\n", async_try_run(async_sleep(1.0 / 0.0), NULL));

    // An idle loop that nobody can stop.
    // CHECK: deadlock
    // CHECK: forever -35
    loop = async_new_event_loop();
    printf("forever %d\n", async_run_forever(loop));
    async_loop_close(loop);
    return 0;
}
