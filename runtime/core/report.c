// report.c: what the loop says when something is wrong with the program.
//
// A task's await stack is its chain of frames; each frame's descriptor and state name the await, so a report needs
// nothing that the running program would have to keep.

#include "core/task.h"

#include <stdio.h>

enum { MOST_LINES = 40, IS_TOLD = 1 };    // IS_TOLD: in the steps of an object that never took one

static void report_frame(const struct async__frame *frame)
{
    const struct async__function *f = frame->function;
    uint32_t await = (uint32_t)(frame->state < 0 ? -frame->state : frame->state);
    if (await > 0 && await <= f->await_count)
        fprintf(stderr, "    %s (%s:%u) awaiting %s\n", f->name, f->file, f->awaits[await - 1].line,
                f->awaits[await - 1].text);
    else if (f->file)
        fprintf(stderr, "    %s (%s:%u)\n", f->name, f->file, f->line);
    else
        fprintf(stderr, "    %s\n", f->name);
}

// ` for task 'f' (file.c:12)`, the place being that of the function; nothing for an operation that waits for no task.
static void report_awaited(const struct async_task *object)
{
    const struct async__function *f = object ? async__function_of(object) : NULL;
    if (f)
        fprintf(stderr, " for task '%s'", async_task_name((struct async_task *)object));
    if (f && f->file)
        fprintf(stderr, " (%s:%u)", f->file, f->line);
}

static void report_task(struct async_task *task)
{
    int lines = 0;
    fprintf(stderr, "  task '%s' waits in %s", async_task_name(task), task->op.function->name);
    report_awaited(async__awaited_by(task));
    fputc('\n', stderr);
    for (struct async__frame *frame = task->op.awaiter; frame && frame != &task->op; frame = frame->awaiter) {
        if (++lines > MOST_LINES) {
            fprintf(stderr, "    …\n");
            break;
        }
        report_frame(frame);
    }
}

void async__report_deadlock(struct async__loop *loop)
{
    fflush(stdout);
    fprintf(stderr, "asyncc: deadlock: nothing can wake %s\n", loop->tasks.first ? "any of these tasks" : "the loop");
    int tasks = 0;
    for (struct async_task *task = loop->tasks.first; task; task = task->all_next) {
        if (++tasks > MOST_LINES) {
            fprintf(stderr, "  …\n");
            break;
        }
        report_task(task);
    }
}

static void report_unawaited(const struct async_task *object)
{
    const struct async__function *f = async__function_of(object);
    const char *where = async__made_at(object);
    if (where)
        fprintf(stderr, "%s: ", where);
    else if (f->file)
        fprintf(stderr, "%s:%u: ", f->file, f->line);
    fprintf(stderr, "coroutine '%s' was never awaited\n", f->name);
}

void async__report_unawaited(struct async__loop *loop)
{
    for (struct async_task *object = async__thread.unawaited.first; object; object = object->all_next) {
        // Told once. The object is the program's: a handle to it may still be about.
        if (object->loop != (struct async_loop *)loop || object->steps == IS_TOLD)
            continue;
        object->steps = IS_TOLD;
        report_unawaited(object);
    }
}

// What was made before there was any loop, and never used in one.
__attribute__((destructor)) static void report_rest(void)
{
    if (async__debug)
        async__report_unawaited(NULL);
}
