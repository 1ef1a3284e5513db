// object.c: the block behind a handle.
//
//     coroutine object                             promise
//     +--------------------------+                 +--------------------------+
//     | struct async_task        | <- the handle   | struct async_task        |
//     +--------------------------+                 +--------------------------+
//     | root frame               |                 | size and alignment       |
//     +--------------------------+                 +--------------------------+
//     | result, if over 8 bytes  |                 | result, if over 8 bytes  |
//     +--------------------------+                 +--------------------------+
//     | debug mode: a note       |                 ...
//     +--------------------------+
//
// The frame must follow the task header at once, so a frame that is aligned more strictly than the header moves the
// handle up from the start of its block. Everything about a block follows from the root frame's descriptor; nothing is
// stored for it. Blocks come from the pools of the loop of this thread and go back there.
//
// In debug mode a block is not used again at once, so that a handle that is used after it was consumed is still known.
//
// Fills: async__object_make, async__note_made, async__note_used, async__note_array of the ABI.

#include "core/task.h"

#include "base/alloc.h"
#include "base/options.h"

#include <string.h>

struct promise_head {
    uint32_t size, align;
};

// What debug mode knows of an object.
struct note {
    const char *made, *consumed;   // places; null: unknown
    uint32_t handles;              // references that the program has, as far as it has told
};

enum { KEPT_BLOCKS = 1024 };
static _Thread_local struct async_task *kept[KEPT_BLOCKS];     // whose objects are gone
static _Thread_local uint32_t next_kept;

struct layout {
    size_t lead;       // bytes in front of the handle
    size_t result;     // offset of the result from the handle
    size_t note;       // offset of the debug note
    size_t size;       // of the block
    size_t align;
};

static size_t round_up(size_t size, size_t align)
{
    return (size + align - 1) & ~(align - 1);
}

static struct layout layout_of(size_t body_size, size_t body_align, size_t result_size, size_t result_align, bool is_noted)
{
    struct layout l;
    size_t head = sizeof(struct async_task);
    bool has_area = result_size > 8;
    l.align = has_area && result_align > body_align ? result_align : body_align;
    if (l.align < 8)
        l.align = 8;
    l.lead = round_up(head, l.align) - head;
    // From the end of the header on, offsets are aligned as addresses are.
    l.result = head + (has_area ? round_up(body_size, result_align) : body_size);
    l.note = round_up(l.result + (has_area ? result_size : 0), 8);
    l.size = l.lead + l.note + (is_noted ? sizeof(struct note) : 0);
    return l;
}

static struct promise_head *promise_head(const struct async_task *object)
{
    return (struct promise_head *)(object + 1);
}

static struct layout layout_of_object(const struct async_task *object)
{
    bool is_noted = object->flags & ASYNC__IS_NOTED;
    if (object->flags & ASYNC__IS_PROMISE) {
        const struct promise_head *head = promise_head(object);
        return layout_of(sizeof *head, _Alignof(struct promise_head), head->size, head->align, is_noted);
    }
    const struct async__function *f = async__root(object)->function;
    return layout_of(f->frame_size, f->frame_align, f->result_size, f->result_align, is_noted);
}

static struct note *note_of(const struct async_task *object)
{
    return (struct note *)((char *)object + layout_of_object(object).note);
}

// The pool of a block; 0: none. Outside of loops there are no pools.
static uint16_t pool_of(const struct layout *l)
{
    return l->align <= 16 && async__here && !async__options.pools_off ? async__pool_of(l->size) : 0;
}

static struct async_task *take_block(const struct layout *l, uint16_t pool)
{
    struct async_loop *loop = async__here;
    unsigned char *block = NULL;
    if (!pool) {
        block = async__alloc_aligned(l->align, l->size);
    } else if (loop->pool[pool] || async__pool_fill(loop, pool)) {
        block = (unsigned char *)loop->pool[pool];
        loop->pool[pool] = loop->pool[pool]->awaiter;
    }
    return block ? (struct async_task *)(block + l->lead) : NULL;
}

static void give_block(struct async_task *object, const struct layout *l)
{
    unsigned char *block = (unsigned char *)object - l->lead;
    uint16_t pool = object->block;
    if (async__options.hard)
        memset(block, 0xA5, l->size);
    if (!pool) {
        async__free(block);
        return;
    }
    async__pool_give(async__here ? async__here : &async__thread.pools.rest, pool, block);
}

void async__list_add(struct async__task_list *list, struct async_task *object)
{
    if (!list->end)
        list->end = &list->first;
    async__list_push(list, object);
}

struct async_task *async__object_make(const struct async__function *f)
{
    bool is_noted = async__debug;
    struct layout l = layout_of(f->frame_size, f->frame_align, f->result_size, f->result_align, is_noted);
    uint16_t pool = pool_of(&l);
    struct async_task *object = take_block(&l, pool);
    if (!object)
        return NULL;
    if (async__options.hard)
        memset(object, 0xA5, sizeof *object + f->frame_size);
    async__object_init(object, f, async__here, pool);
    if (f->result_size > 8) {
        object->flags |= ASYNC__IS_LARGE;
        ((struct async__result_frame *)async__root(object))->out = (char *)object + l.result;
    }
    if (is_noted) {
        object->flags |= ASYNC__IS_NOTED;
        *(struct note *)((char *)object + l.note) = (struct note){ .handles = 1 };
        async__list_add(&async__thread.unawaited, object);
    }
    return object;
}

static void init_promise(struct async_task *object, uint16_t pool, size_t size, size_t align, bool is_noted)
{
    memset(object, 0, sizeof *object);
    object->loop = async__here;
    object->references = 1;
    object->block = pool;
    object->op.status = ASYNC__WAITING;
    object->flags = ASYNC__IS_PROMISE | ASYNC__HAS_RESOLVER | (is_noted ? ASYNC__IS_NOTED : 0);
    *promise_head(object) = (struct promise_head){ (uint32_t)size, (uint32_t)align };
}

struct async_task *async__promise_object(size_t size, size_t align)
{
    bool is_noted = async__debug;
    struct layout l = layout_of(sizeof(struct promise_head), _Alignof(struct promise_head), size, align, is_noted);
    uint16_t pool = pool_of(&l);
    struct async_task *object = take_block(&l, pool);
    if (!object)
        return NULL;
    init_promise(object, pool, size, align, is_noted);
    if (is_noted)
        *(struct note *)((char *)object + l.note) = (struct note){ .handles = 1 };
    return object;
}

struct async__value async__value_of(struct async_task *object)
{
    struct async__value value;
    if (object->flags & ASYNC__IS_PROMISE) {
        value.size = promise_head(object)->size;
        value.align = promise_head(object)->align;
    } else {
        value.size = async__root(object)->function->result_size;
        value.align = async__root(object)->function->result_align;
    }
    value.place = value.size > 8 ? (char *)object + layout_of_object(object).result : (void *)object->value;
    return value;
}

const struct async__function *async__function_of(const struct async_task *object)
{
    return object->flags & ASYNC__IS_PROMISE ? NULL : async__root(object)->function;
}

void *async__note_made(void *handle, const char *where)
{
    struct async_task *object = handle;
    if (object && object->flags & ASYNC__IS_NOTED)
        note_of(object)->made = where;
    return handle;
}

const char *async__made_at(const struct async_task *object)
{
    return object->flags & ASYNC__IS_NOTED ? note_of(object)->made : NULL;
}

void *async__note_used(void *handle, const char *where, int change)
{
    struct async_task *object = handle;
    if (!object || !(object->flags & ASYNC__IS_NOTED))
        return handle;
    struct note *note = note_of(object);
    if (note->handles == 0)
        async__report_consumed(object, where, note->consumed);
    note->handles += (uint32_t)change;
    if (change < 0)
        note->consumed = where;
    return handle;
}

static _Thread_local const char *array_place;

void async__note_array(const char *where)
{
    array_place = where;
}

const char *async__array_place(void)
{
    const char *place = array_place;
    array_place = NULL;
    return place;
}

void async__array_used(void *const *handles, size_t count, const char *where, int change)
{
    for (size_t i = 0; where && i < count; i++)
        async__note_used(handles[i], where, change);
}

// Gives the block that has been kept longest back in its place.
static struct async_task *keep_block(struct async_task *object)
{
    struct async_task *oldest = kept[next_kept];
    note_of(object)->handles = 0;
    kept[next_kept] = object;
    next_kept = (next_kept + 1) % KEPT_BLOCKS;
    return oldest;
}

static void free_block(struct async_task *object)
{
    struct layout l = layout_of_object(object);
    give_block(object, &l);
}

void async__object_free(struct async_task *object)
{
    if (object->flags & ASYNC__IS_NOTED)
        object = keep_block(object);
    if (object)
        free_block(object);
}

void async__objects_forget(void)
{
    for (uint32_t i = 0; i < KEPT_BLOCKS; i++) {
        if (kept[i])
            free_block(kept[i]);
        kept[i] = NULL;
    }
}

void async__object_drop_last(struct async_task *object)
{
    if (object->flags & ASYNC__IS_PROMISE) {
        // Nobody can await it any more. Who still looks on sees it cancelled; the resolving end stays valid.
        if (!async__has_ended(object)) {
            async__object_end(object, ASYNC__CANCELLED, -ECANCELED);
            return;
        }
        if (object->flags & ASYNC__HAS_RESOLVER)
            return;
    }
    // The loop keeps a task that has not ended alive.
    if (async__has_ended(object))
        async__object_free(object);
}

void async__object_unmake(struct async_task *object)
{
    if (object->flags & ASYNC__IS_NOTED)
        async__list_remove(&async__thread.unawaited, object);
    async__object_free(object);
}

void async__object_discard(struct async_task *object)
{
    const struct async__function *f = async__root(object)->function;
    // The runtime's own coroutine objects own handles; only they have a withdraw.
    if (f->withdraw)
        f->withdraw(object);
    if (f->discard)
        f->discard(object);
    async__object_unmake(object);
}
