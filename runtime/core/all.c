// all.c: the tasks of a loop that have not ended.
//
// No list of them is kept: few programs ask, and it would cost every task. The objects of the thread are gone through, and the
// tasks among them put in the order in which they were made. That needs memory. Without any the order is that of the addresses.

#include "core/task.h"

#include "base/alloc.h"

#include <stdlib.h>

bool async__has_tasks(const struct async__loop *loop)
{
    return loop->base.made != loop->base.ended;
}

static bool is_task(const struct async__loop *loop, const struct async_task *object)
{
    return object->loop == &loop->base && object->op.status < ASYNC__FRESH && !(object->op.flags & ASYNC__IS_PROMISE);
}

// Null: the first; no more.
static struct async_task *task_after(const struct async__loop *loop, const struct async_task *object)
{
    struct async_task *closer = (struct async_task *)&loop->closer.task;     // it lies in the loop
    if (object == closer)
        return NULL;
    struct async_task *task = async__object_after(object);
    while (task && !is_task(loop, task))
        task = async__object_after(task);
    return task ? task : is_task(loop, closer) ? closer : NULL;
}

bool async__is_among_tasks(const struct async__loop *loop, const void *task)
{
    const struct async_task *i = NULL;
    while (async__has_tasks(loop) && (i = task_after(loop, i)))
        if (i == task)
            return true;
    return false;
}

unsigned async__task_number(const struct async__loop *loop, const struct async_task *task)
{
    unsigned number = 1;
    for (const struct async_task *i = NULL; (i = task_after(loop, i));)
        number += (int32_t)(i->number - task->number) < 0;
    return number;
}

static int by_number(const void *a, const void *b)
{
    int32_t difference = (int32_t)((*(struct async_task *const *)a)->number - (*(struct async_task *const *)b)->number);
    return (difference > 0) - (difference < 0);
}

struct async__task_list async__tasks_list(const struct async__loop *loop)
{
    struct async__task_list list = { .loop = loop };
    size_t count = loop->base.made - loop->base.ended;
    list.tasks = count ? async__alloc(count * sizeof(struct async_task *)) : NULL;
    if (!list.tasks)
        return list;
    for (struct async_task *task = NULL; list.count < count && (task = task_after(loop, task));)
        list.tasks[list.count++] = task;
    qsort(list.tasks, list.count, sizeof list.tasks[0], by_number);
    return list;
}

struct async_task *async__tasks_next(struct async__task_list *list)
{
    if (list->tasks)
        list->last = list->given < list->count ? list->tasks[list->given] : NULL;
    else
        list->last = async__has_tasks(list->loop) ? task_after(list->loop, list->last) : NULL;
    if (list->last)
        list->given++;
    else
        async__tasks_forget(list);
    return list->last;
}

void async__tasks_abandon(struct async__loop *loop)
{
    for (struct async_task *task = NULL; (task = task_after(loop, task));)
        task->loop = NULL;
}

void async__tasks_forget(struct async__task_list *list)
{
    async__free(list->tasks);
    list->tasks = NULL;
}
