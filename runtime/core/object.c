// object.c: the block behind a handle.
//
//     coroutine object                             promise
//     +--------------------------+
//     | struct async__loose      |  if it is loose   ...
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
// Most blocks come from the loop of this thread and go back there: see pool.c. Loose are those that are too large, those that hold a
// result or a note, those of a frame that is aligned more strictly, and all where there are no pools. The frame must
// follow the task header at once, so the handle of a loose one moves up from the start of its block as far as the frame needs.
//
// Loose tasks form a list of their thread, where the loop finds them. They come to it when they become tasks: a coroutine object may have
// been made where there was no loop, and then any thread may run it. And they leave it at their end: what the program has lost is to be
// a leak for those who look for leaks. In debug mode, and only there, coroutine objects are in a list as well.
//
// In debug mode a block is not used again at once, so that a handle that is used after it was consumed is still known.
//
// Fills: async__object_make, async__note_made, async__note_used, async__note_array of the ABI.

#include "core/task.h"

#include "base/alloc.h"
#include "base/options.h"

#include <pthread.h>
#include <string.h>

struct promise_head {
    uint32_t size, align;
};

enum { IN_NONE, OF_THREAD, OF_NO_THREAD };

struct async__loose {
    struct async__loose *next, *previous;
    uint8_t pool;                  // of frames, that the block comes from; 0: none
    uint8_t list;                  // that it is in
    bool is_used, is_told;         // debug mode: a coroutine object that somebody has used; that was reported since nobody did
};

// What debug mode knows of an object.
struct note {
    const char *made, *consumed;   // places; null: unknown
    uint32_t handles;              // references that the program has, as far as it has told
};

enum { KEPT_BLOCKS = 1024 };
static _Thread_local struct async_task *kept[KEPT_BLOCKS];     // whose objects are gone
static _Thread_local uint32_t next_kept;

// Of a loose block.
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
    size_t head = sizeof(struct async_task), before = sizeof(struct async__loose);
    bool has_area = result_size > 8;
    l.align = has_area && result_align > body_align ? result_align : body_align;
    if (l.align < 8)
        l.align = 8;
    l.lead = round_up(before + head, l.align) - head;
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
    bool is_noted = object->op.flags & ASYNC__IS_NOTED;
    if (object->op.flags & ASYNC__IS_PROMISE) {
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

// ---- loose blocks

static struct async__loose *loose_of(const struct async_task *object)
{
    return (struct async__loose *)object - 1;
}

static struct async_task *object_of(const struct async__loose *loose)
{
    return loose ? (struct async_task *)(loose + 1) : NULL;
}

// Debug mode: those that were made where there was no loop, on whatever thread.
static struct async__loose_list homeless;
static pthread_mutex_t homeless_mutex = PTHREAD_MUTEX_INITIALIZER;

// The list to be changed; change_ends() goes with it.
static struct async__loose_list *change_list(const struct async__loose *loose)
{
    if (loose->list == OF_THREAD)
        return &async__thread.loose;
    pthread_mutex_lock(&homeless_mutex);
    return &homeless;
}

static void change_ends(const struct async__loose_list *list)
{
    if (list == &homeless)
        pthread_mutex_unlock(&homeless_mutex);
}

static void loose_link(struct async__loose *loose, uint8_t number)
{
    loose->list = number;
    struct async__loose_list *list = change_list(loose);
    loose->next = NULL;
    loose->previous = list->last;
    *(loose->previous ? &loose->previous->next : &list->first) = loose;
    list->last = loose;
    change_ends(list);
}

static void loose_unlink(struct async__loose *loose)
{
    if (loose->list == IN_NONE)
        return;
    struct async__loose_list *list = change_list(loose);
    *(loose->previous ? &loose->previous->next : &list->first) = loose->next;
    *(loose->next ? &loose->next->previous : &list->last) = loose->previous;
    change_ends(list);
}

void async__object_settle(struct async_task *object)
{
    if (loose_of(object)->list == OF_THREAD)
        return;
    loose_unlink(loose_of(object));
    loose_link(loose_of(object), OF_THREAD);
}

void async__object_unsettle(struct async_task *object)
{
    loose_unlink(loose_of(object));
    loose_of(object)->list = IN_NONE;
}

static void give_piece(struct async_loop *loop, uint8_t pool, struct async__frame *piece)
{
    piece->pool = pool;
    piece->flags = 0;
    async__pool_give(loop, piece);
}

// Outside of loops there are no pools.
static struct async_task *loose_take(const struct layout *l)
{
    uint8_t pool = l->align <= 16 && async__here && !async__options.pools_off ? async__pool_of(l->size) : 0;
    char *block = pool ? (char *)async__pool_get(async__here, pool) : async__alloc_aligned(l->align, l->size);
    if (!block)
        return NULL;
    if (async__options.hard)
        memset(block, 0xA5, l->size);
    struct async_task *object = (struct async_task *)(block + l->lead);
    *loose_of(object) = (struct async__loose){ .pool = pool };
    if (async__debug)
        loose_link(loose_of(object), async__here ? OF_THREAD : OF_NO_THREAD);
    memset(object, 0, sizeof *object);
    object->op.state = 1;
    object->op.flags = ASYNC__IS_LOOSE;
    return object;
}

static struct async_loop *home(void)
{
    return async__here ? async__here : &async__thread.pools.rest;
}

static void loose_give(struct async_task *object)
{
    struct layout l = layout_of_object(object);
    void *block = (char *)object - l.lead;
    uint8_t pool = loose_of(object)->pool;
    loose_unlink(loose_of(object));
    if (async__options.hard)
        memset(block, 0xA5, l.size);
    if (pool)
        give_piece(home(), pool, block);
    else
        async__free(block);
}

// ---- blocks of the loop

// Null: there is no memory, or objects are loose now.
static struct async_task *block_take(uint8_t number)
{
    struct async_loop *loop = async__here;
    if (!number || !loop || async__options.pools_off || async__debug)
        return NULL;
    return async__block_get(loop, number);
}

// It looks as any free one then.
static void block_give(struct async_task *object)
{
    object->op.state = 1;
    async__set_plainly(object, object->op.pool, ASYNC__DONE);
    object->target = NULL;
    object->waiters = NULL;
    object->scopes = NULL;
    async__block_give(home(), object);
}

// ---- making and freeing

static void note(struct async_task *object, const struct layout *l)
{
    object->op.flags |= ASYNC__IS_NOTED;
    *(struct note *)((char *)object + l->note) = (struct note){ .handles = 1 };
}

static struct async_task *make_loose(const struct async__function *f)
{
    struct layout l = layout_of(f->frame_size, f->frame_align, f->result_size, f->result_align, async__debug);
    struct async_task *object = loose_take(&l);
    if (!object)
        return NULL;
    object->op.status = ASYNC__FRESH;
    async__object_init(object, f, async__here);
    if (f->result_size > 8) {
        object->op.flags |= ASYNC__IS_LARGE;
        ((struct async__result_frame *)async__root(object))->out = (char *)object + l.result;
    }
    if (async__debug)
        note(object, &l);
    return object;
}

struct async_task *async__object_make(const struct async__function *f)
{
    struct async_task *object = block_take(async__block_for(f));
    if (!object)
        return make_loose(f);
    async__set_plainly(object, object->op.pool, ASYNC__FRESH);
    async__object_init(object, f, async__here);
    return object;
}

// Always loose: few are made.
struct async_task *async__promise_object(size_t size, size_t align)
{
    struct layout l = layout_of(sizeof(struct promise_head), _Alignof(struct promise_head), size, align, async__debug);
    struct async_task *object = loose_take(&l);
    if (!object)
        return NULL;
    object->loop = async__here;
    object->references = 1;
    object->op.status = ASYNC__WAITING;
    object->op.flags |= ASYNC__IS_PROMISE | ASYNC__HAS_RESOLVER;
    *promise_head(object) = (struct promise_head){ (uint32_t)size, (uint32_t)align };
    if (async__debug)
        note(object, &l);
    return object;
}

struct async__value async__value_of(struct async_task *object)
{
    struct async__value value;
    if (object->op.flags & ASYNC__IS_PROMISE) {
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
    return object->op.flags & ASYNC__IS_PROMISE ? NULL : async__root(object)->function;
}

void *async__note_made(void *handle, const char *where)
{
    struct async_task *object = handle;
    if (object && object->op.flags & ASYNC__IS_NOTED)
        note_of(object)->made = where;
    return handle;
}

const char *async__made_at(const struct async_task *object)
{
    return object->op.flags & ASYNC__IS_NOTED ? note_of(object)->made : NULL;
}

void *async__note_used(void *handle, const char *where, int change)
{
    struct async_task *object = handle;
    if (!object || !(object->op.flags & ASYNC__IS_NOTED))
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
    object->op.status = ASYNC__DONE;
    kept[next_kept] = object;
    next_kept = (next_kept + 1) % KEPT_BLOCKS;
    return oldest;
}

void async__object_free(struct async_task *object)
{
    if (!(object->op.flags & ASYNC__IS_LOOSE)) {
        block_give(object);
        return;
    }
    if (object->op.flags & ASYNC__IS_NOTED)
        object = keep_block(object);
    if (object)
        loose_give(object);
}

void async__objects_forget(void)
{
    for (uint32_t i = 0; i < KEPT_BLOCKS; i++) {
        if (kept[i])
            loose_give(kept[i]);
        kept[i] = NULL;
    }
}

void async__object_drop_last(struct async_task *object)
{
    if (object->op.flags & ASYNC__IS_PROMISE) {
        // Nobody can await it any more. Who still looks on sees it cancelled; the resolving end stays valid.
        if (!async__has_ended(object)) {
            async__object_end(object, ASYNC__CANCELLED, -ECANCELED);
            return;
        }
        if (object->op.flags & ASYNC__HAS_RESOLVER)
            return;
    }
    // The loop keeps a task that has not ended alive.
    if (async__has_ended(object))
        async__object_free(object);
}

void async__object_unmake(struct async_task *object)
{
    async__object_used(object);
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

// ---- who is there

struct async_task *async__object_after(const struct async_task *object)
{
    if (object && object->op.flags & ASYNC__IS_LOOSE)
        return object_of(loose_of(object)->next);
    struct async_task *next = async__block_after(object);
    return next ? next : object_of(async__thread.loose.first);
}

struct async_task *async__object_homeless(void)
{
    return object_of(homeless.first);
}

void async__object_note_use(struct async_task *object)
{
    loose_of(object)->is_used = true;
}

bool async__object_tell(struct async_task *object)
{
    bool is_unused = object->op.flags & ASYNC__IS_NOTED && object->op.status == ASYNC__FRESH && !loose_of(object)->is_used;
    bool tells = is_unused && !loose_of(object)->is_told;
    if (tells)
        loose_of(object)->is_told = true;
    return tells;
}
