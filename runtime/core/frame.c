// frame.c: memory of frames, where the pools that generated code knows have none, or it was compiled to be small.
//
//     pool of the loop  ->  allocator  ->  reserve of the loop, and the task has to unwind
//
// A suspension cannot fail: by the time an awaiter takes its frame, the operation below it is under way. So behind the
// allocator stands the loop's reserve, and a task that lives on it is marked: the loop asks it to unwind as soon as its
// step is over, which withdraws the operation and gives the frames back. Frames of the reserve are short-lived, so it
// is one bump pointer that goes back when the last one is given back, and starts again when all of them have gone.
//
// Other frames are taken before anything is under way, and there the function unwinds instead. But not in a cleanup: what it would
// give back would be lost. So the first half of the reserve is for these too.
//
// Pools stay empty under AddressSanitizer and in hard mode, so that every frame is a block of its own.
//
// Fills: async__frame_refill, async__frame_try_refill, async__frame_release, async__frame_unwind, async__suspend_or_unwind, async__start_later
// of the ABI.

#include "core/task.h"

#include "base/alloc.h"
#include "base/options.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { RESERVE_SIZE = 256 * 1024, RESERVE_OF_CLEANUPS = RESERVE_SIZE / 2 };

static void poison(struct async__frame *frame, size_t size)
{
    if (async__options.hard)
        memset(frame, 0xA5, size);
}

// A frame from the allocator; null: no memory.
static struct async__frame *frame_alloc(struct async_task *task, const struct async__function *f)
{
    uint8_t pool = async__options.pools_off ? 0 : async__pool_for(f, f->frame_size);
    struct async__frame *frame;
    if (pool) {
        frame = async__pool_get(task->loop, pool);
        if (!frame)
            return NULL;
    } else {
        frame = async__alloc_aligned(f->frame_align, f->frame_size);
        if (!frame)
            return NULL;
        poison(frame, f->frame_size);
        frame->pool = 0;
        frame->flags = ASYNC__FRAME_HEAP;
    }
    frame->function = f;
    return frame;
}

// Null: it would reach beyond `end`.
static struct async__frame *reserve_try(struct async__reserve *reserve, const struct async__function *f, size_t end)
{
    size_t align = f->frame_align < 16 ? 16 : f->frame_align;
    uintptr_t start = (uintptr_t)reserve->memory;
    size_t offset = ((start + reserve->used + align - 1) & ~(uintptr_t)(align - 1)) - start;
    if (!reserve->memory || f->frame_size > end || offset > end - f->frame_size)
        return NULL;
    struct async__frame *frame = (struct async__frame *)(reserve->memory + offset);
    reserve->used = offset + f->frame_size;
    reserve->frames++;
    poison(frame, f->frame_size);
    frame->function = f;
    frame->pool = 0;
    frame->flags = ASYNC__FRAME_RESERVE;
    return frame;
}

static struct async__frame *reserve_take(struct async__reserve *reserve, const struct async__function *f)
{
    struct async__frame *frame = reserve_try(reserve, f, RESERVE_SIZE);
    if (frame)
        return frame;
    fprintf(stderr, "asyncc: no memory, and the loop's reserve is used up\n");
    abort();
}

static void reserve_give(struct async__reserve *reserve, struct async__frame *frame, size_t size)
{
    size_t offset = (size_t)((unsigned char *)frame - reserve->memory);
    if (--reserve->frames == 0)
        reserve->used = 0;
    else if (offset + size == reserve->used)
        reserve->used = offset;
}

int async__reserve_init(struct async__reserve *reserve)
{
    reserve->memory = async__alloc(RESERVE_SIZE);
    return reserve->memory ? 0 : -ENOMEM;
}

void async__reserve_fini(struct async__reserve *reserve)
{
    async__free(reserve->memory);
}

struct async__frame *async__frame_refill(struct async_task *task, const struct async__function *f)
{
    struct async__frame *frame = frame_alloc(task, f);
    if (frame)
        return frame;
    struct async__loop *loop = async__loop_of(task);
    task->op.flags |= ASYNC__IS_HURT;
    async__loop_relieve(loop);
    return reserve_take(&loop->reserve, f);
}

struct async__frame *async__frame_try_refill(struct async_task *task, const struct async__function *f)
{
    struct async__frame *frame = frame_alloc(task, f);
    if (!frame && async__masks(task))
        frame = reserve_try(&async__loop_of(task)->reserve, f, RESERVE_OF_CLEANUPS);
    if (!frame)
        task->reason = -ENOMEM;
    return frame;
}

struct async__frame *async__frame_release(struct async_task *task, struct async__frame *frame)
{
    if (frame->pool)
        return async__pool_give(task->loop, frame);
    struct async__frame *awaiter = frame->awaiter;
    size_t size = frame->function->frame_size;
    switch (frame->flags) {
    case ASYNC__FRAME_ROOT: {
        struct async_task *object = (struct async_task *)frame - 1;
        // Awaited in place: the object was only the frame's home. A task of its own still needs its block.
        if (object != task)
            async__object_free(object);
        break;
    }
    case ASYNC__FRAME_HEAP:
        poison(frame, size);
        async__free(frame);
        break;
    case ASYNC__FRAME_RESERVE:
        poison(frame, size);
        reserve_give(&async__loop_of(task)->reserve, frame, size);
        break;
    }
    return awaiter;
}

struct async__frame *async__suspend_or_unwind(struct async__frame *frame, int32_t n, struct async__frame *callee)
{
    return async__has_unwound(callee) ? ASYNC__UNWOUND : async__suspend(frame, n, callee);
}

struct async__frame *async__frame_unwind(struct async_task *task, struct async__frame *frame)
{
    struct async__frame *awaiter = async__frame_end(task, frame);
    awaiter->state = -awaiter->state;
    return awaiter;
}

struct async__frame *async__start_later(struct async_task *task, struct async__frame *frame)
{
    // Before any other task: as far as those can tell, the call was made at once. The frame itself is what is resumed.
    task->op.awaiter = frame;
    task->op.status = ASYNC__READY;
    async__task_set_run(task);
    async__ready_push_front(async__loop_of(task), &task->waiter);
    return frame;
}
