// report.c: what the loop says when something is wrong with the program.
//
// A task's await stack is its chain of frames; each frame's descriptor and state name the await, so a report needs
// nothing that the running program would have to keep.

#include "core/task.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { MOST_LINES = 40, MOST_OBJECTS = 8 };

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

// `task 2 'f' (file.c:12)`, the place being that of the function; `a promise`. Tasks bear the names of functions, so a report gives
// them numbers too.
static void report_object(const struct async__loop *loop, const struct async_task *object)
{
    const struct async__function *f = async__function_of(object);
    if (async__is_among_tasks(loop, object))
        fprintf(stderr, "task %u '%s'", async__task_number(loop, object), async_task_name((struct async_task *)object));
    else
        fprintf(stderr, "a %s", async_task_name((struct async_task *)object));
    if (f && f->file)
        fprintf(stderr, " (%s:%u)", f->file, f->line);
}

// ` for task 2 'f' (file.c:12), task 3 'g' (file.c:20)`; nothing for an operation that waits for no object.
static void report_awaited(const struct async__loop *loop, const struct async_task *task)
{
    const struct async__function *op = task->op.function;
    const struct async_task *object;
    if (!op->awaits_for || task->op.status != ASYNC__WAITING)
        return;
    for (size_t i = 0; (object = op->awaits_for(task, i)); i++) {
        fputs(i == 0 ? " for " : ", ", stderr);
        if (i == MOST_OBJECTS) {
            fputs("…", stderr);
            return;
        }
        report_object(loop, object);
    }
}

static void report_task(const struct async__loop *loop, struct async_task *task)
{
    int lines = 0;
    const struct async__frame *frame = task->op.awaiter;
    const char *operation = task->op.function->name;
    // What a library does in there is of no interest: its outermost function is what the program waits in.
    for (; frame != &task->op && !frame->function->file; frame = frame->awaiter)
        operation = frame->function->name;
    fprintf(stderr, "  task %u '%s' waits in %s", async__task_number(loop, task), async_task_name(task), operation);
    report_awaited(loop, task);
    fputc('\n', stderr);
    for (; frame && frame != &task->op; frame = frame->awaiter) {
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
    fprintf(stderr, "asyncc: deadlock: nothing can wake %s\n", async__has_tasks(loop) ? "any of these tasks" : "the loop");
    int tasks = 0;
    struct async__task_list all = async__tasks_list(loop);
    for (struct async_task *task; (task = async__tasks_next(&all));) {
        if (++tasks > MOST_LINES) {
            fprintf(stderr, "  …\n");
            break;
        }
        report_task(loop, task);
    }
    async__tasks_forget(&all);
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

void async__report_consumed(const struct async_task *object, const char *where, const char *consumed)
{
    const struct async__function *f = async__function_of(object);
    fflush(stdout);
    fprintf(stderr, "%s: the future of '%s' is used after it was consumed%s%s\n", where, f ? f->name : "a promise", consumed ? " at " : "",
            consumed ? consumed : "");
    abort();
}

void async__report_closed(const char *where, const char *closed)
{
    fflush(stdout);
    fprintf(stderr, "%s: a generator is used after it was consumed%s%s\n", where, closed ? " at " : "", closed ? closed : "");
    abort();
}

void async__report_unawaited(struct async__loop *loop)
{
    struct async_task *object = loop ? async__object_after(NULL) : async__object_homeless();
    for (; object; object = async__object_after(object))
        // Told once. The object is the program's: a handle to it may still be about.
        if (object->loop == (struct async_loop *)loop && async__object_tell(object))
            report_unawaited(object);
}

// What was made before there was any loop, and never used in one.
__attribute__((destructor)) static void report_rest(void)
{
    if (async__debug)
        async__report_unawaited(NULL);
}
