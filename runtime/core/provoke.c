// provoke.c: cancelling at the n-th wait.
//
//     ASYNC_FAIL=await:n    counts every wait of the process
//     ASYNC_FAIL=main:n     counts those of the task that async_run and its like run: of main and of what main awaits
//
// A wait is counted where the task's step is over and the task does wait. An await that need not wait is none, nor is one that
// only lets others take their turn before it gives a value that is there. So what is provoked is what any other task could do at
// that moment: async_cancel of the task that has just begun to wait. Where a cleanup waits, the request waits too, as always.

#include "base/fail.h"
#include "core/task.h"

#include <stdio.h>

// The innermost await that has a place, as reports show it.
static void tell(const struct async_task *task)
{
    char where[400] = "";
    for (const struct async__frame *frame = task->op.awaiter; frame && frame != &task->op; frame = frame->awaiter) {
        const struct async__function *f = frame->function;
        uint32_t await = (uint32_t)frame->state;
        if (!f->file || await == 0 || await > f->await_count)
            continue;
        const struct async__site *site = &f->awaits[await - 1];
        snprintf(where, sizeof where, "%s (%s:%u) awaiting %s", f->name, f->file, site->line, site->text);
        break;
    }
    async__fail_tell(where);
}

void async__provoke(struct async__loop *loop, struct async_task *task)
{
    bool has_ended = loop->current != task;
    bool is_main = task == loop->main;
    if (has_ended) {
        if (is_main)
            loop->main = NULL;
        return;
    }
    bool counts = task->op.status == ASYNC__WAITING && (is_main || async__options.fail.kind == ASYNC__FAIL_AWAIT);
    if (!counts || !async__fail_counts())
        return;
    tell(task);
    async__ask(task, 0);
}
