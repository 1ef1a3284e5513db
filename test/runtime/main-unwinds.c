// A main that unwinds says so in one line, with its place, and the status is 1; stdio is not lost.
// RUN: %cc %s -o %t %libs && not %t 2>&1 | FileCheck %s

#include "Inputs/coro.h"

static const struct async__site sites[] = { { 7, "t" } };
struct program { struct async__frame base; };
static struct async__frame *program_resume(struct async_task *task, struct async__frame *base)
{
    if (base->state < 0)
        UNWIND;
    future(int) t = async_create_task(mycoro(1, 1000));
    struct async__frame *op = async__await(task, async_retain(t), 0);
    base->state = 1;
    op->awaiter = base;
    async_cancel(t);
    async_release(t);
    return 0;
}
static const struct async__function program_function = {
    .name = "main", .file = "program.c", .line = 3, .await_count = 1, .awaits = sites, .resume = program_resume,
    .frame_size = sizeof(struct program), .frame_align = 8, .result_size = sizeof(int), .result_align = sizeof(int)
};

int main(void)
{
    // CHECK: program.c:7: 'main' was cancelled
    return async__run_main(async__object_new(&program_function));
}
