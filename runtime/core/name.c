// name.c: names that tasks were given.
//
// Few tasks have one, so it is not in the task: a flag there says whether to look it up here, in a hash table of the
// loop with chains. A task without a name bears that of its function.

#include "base/alloc.h"
#include "core/task.h"

#include <string.h>

struct async__name {
    struct async__name *next;
    struct async_task *task;
    char text[];
};

static struct async__name **slot_of(struct async__loop *loop, const struct async_task *task)
{
    size_t hash = (uintptr_t)task / 16 * 0x9e3779b97f4a7c15 >> 20;
    struct async__name **slot = &loop->names[hash % loop->name_capacity];
    while (*slot && (*slot)->task != task)
        slot = &(*slot)->next;
    return slot;
}

static int grow(struct async__loop *loop)
{
    size_t old_capacity = loop->name_capacity, capacity = old_capacity ? 2 * old_capacity : 64;
    struct async__name **old = loop->names, **names = async__alloc(capacity * sizeof *names);
    if (!names)
        return -ENOMEM;
    memset(names, 0, capacity * sizeof *names);
    loop->names = names;
    loop->name_capacity = capacity;
    for (size_t i = 0; i < old_capacity; i++)
        for (struct async__name *name = old[i], *next; name; name = next) {
            next = name->next;
            name->next = NULL;
            *slot_of(loop, name->task) = name;
        }
    async__free(old);
    return 0;
}

void async__names_forget(struct async_task *task)
{
    struct async__loop *loop = async__loop_of(task);
    struct async__name **slot = slot_of(loop, task), *name = *slot;
    *slot = name->next;
    async__free(name);
    loop->name_count--;
    task->op.flags &= ~ASYNC__IS_NAMED;
}

void async__names_fini(struct async__loop *loop)
{
    for (size_t i = 0; i < loop->name_capacity; i++)
        for (struct async__name *name = loop->names[i], *next; name; name = next) {
            next = name->next;
            async__free(name);
        }
    async__free(loop->names);
}

const char *async_task_name(struct async_task *task)
{
    if (task->op.flags & ASYNC__IS_NAMED)
        return (*slot_of(async__loop_of(task), task))->text;
    const struct async__function *f = async__function_of(task);
    return f ? f->name : "promise";
}

int async_set_task_name(struct async_task *task, const char *text)
{
    struct async__loop *loop = async__loop_of(task);
    if (async__has_ended(task))
        return -EALREADY;
    if (loop->name_count >= loop->name_capacity && grow(loop) < 0)
        return -ENOMEM;
    size_t size = strlen(text) + 1;
    struct async__name *name = async__alloc(sizeof *name + size);
    if (!name)
        return -ENOMEM;
    memcpy(name->text, text, size);
    if (task->op.flags & ASYNC__IS_NAMED)
        async__names_forget(task);
    name->next = NULL;
    name->task = task;
    *slot_of(loop, task) = name;
    loop->name_count++;
    task->op.flags |= ASYNC__IS_NAMED;
    return 0;
}
