// queue.c: async_queue.
//
// As in asyncio a task that waits is called up, and acts at its turn: then a get takes the first value, a put adds its own. What it
// was called up for is kept for it until then, so nobody who comes in between takes it away.
//
//     put:  a value comes in  ──> the first getter in line is called up      values_kept++
//     get:  a value goes out  ──> the first putter in line is called up      places_kept++
//
// If it is asked to stop before its turn, it leaves empty-handed, and the next one is called up instead. The queue is freed when the
// last of those who have been called up has had its turn.
//
// Needs: core/park.h's lines. Fills: async__queue_put and the rest of the queue in api.h.

#include "base/alloc.h"
#include "core/call.h"
#include "core/task.h"

#include "core/park.h"
#include <string.h>

enum { MOST_SPARE = 64 };

struct item {
    struct item *next;
    unsigned char value[];
};

struct queue {
    size_t item_size, capacity;
    struct item *first, **end;
    size_t count;                        // in the queue
    size_t values_kept, places_kept;     // for those who have been called up
    size_t unfinished;                   // that were put, and are not said to be done
    bool is_closed, is_freed;
    struct async__line getters, putters, joiners;
    struct item *spare;
    size_t spare_count;
};

// ---- items

// Most items are numbers and pointers, and a call would cost more than the queue itself.
static inline void copy_item(const struct queue *q, void *to, const void *from)
{
    if (q->item_size == 8)
        memcpy(to, from, 8);
    else if (q->item_size == 4)
        memcpy(to, from, 4);
    else if (q->item_size)
        memcpy(to, from, q->item_size);
}

// Null: no memory, or no queue.
static struct item *item_new(struct queue *q, const void *value)
{
    struct item *item = q ? q->spare : NULL;
    if (!q)
        return NULL;
    if (item) {
        q->spare = item->next;
        q->spare_count--;
    } else {
        item = async__alloc(sizeof *item + q->item_size);
        if (!item)
            return NULL;
    }
    item->next = NULL;
    copy_item(q, item->value, value);
    return item;
}

static void item_free(struct queue *q, struct item *item)
{
    if (q->spare_count >= MOST_SPARE) {
        async__free(item);
        return;
    }
    item->next = q->spare;
    q->spare = item;
    q->spare_count++;
}

static void item_drop(struct queue *q, struct item *item)
{
    if (item)
        item_free(q, item);
}

// Everything behind the first `count` values.
static struct item *cut_off(struct queue *q, size_t count)
{
    struct item **end = &q->first;
    for (size_t i = 0; i < count; i++)
        end = &(*end)->next;
    struct item *rest = *end;
    *end = NULL;
    q->end = end;
    q->count = count;
    return rest;
}

static void free_items(struct item *item)
{
    while (item) {
        struct item *next = item->next;
        async__free(item);
        item = next;
    }
}

// ---- making

void *async__queue_new(size_t item_size, size_t capacity)
{
    struct queue *q = async__alloc(sizeof *q);
    if (!q)
        return NULL;
    *q = (struct queue){ .item_size = item_size, .capacity = capacity ? capacity : SIZE_MAX };
    q->end = &q->first;
    return q;
}

void async__queue_close(void *queue)
{
    struct queue *q = queue;
    if (!q)
        return;
    q->is_closed = true;
    while (async__unpark(&q->getters, -EPIPE))       // if one is in line, there is no value
        ;
    while (q->putters.first) {
        item_free(q, async__task_of(q->putters.first)->out);
        async__unpark(&q->putters, -EPIPE);
    }
}

static void free_if_unused(struct queue *q)
{
    if (!q->is_freed || q->values_kept || q->places_kept)
        return;
    free_items(q->first);
    free_items(q->spare);
    async__free(q);
}

void async__queue_free(void *queue)
{
    struct queue *q = queue;
    if (!q)
        return;
    async__queue_close(q);
    while (async__unpark(&q->joiners, -EPIPE))
        ;
    free_items(cut_off(q, q->values_kept));
    q->is_freed = true;
    free_if_unused(q);
}

size_t async__queue_size(void *queue)
{
    struct queue *q = queue;
    return q ? q->count : 0;
}

// ---- values in and out

static void call_up(struct async__line *line, const struct async__function *turn, size_t *kept)
{
    if (async__call_up(line, turn))
        ++*kept;
}

static const struct async__function by_get_turn, by_put_turn;

static void add(struct queue *q, struct item *item)
{
    *q->end = item;
    q->end = &item->next;
    q->count++;
    q->unfinished++;
    call_up(&q->getters, &by_get_turn, &q->values_kept);
}

static void take(struct queue *q, void *place)
{
    struct item *item = q->first;
    q->first = item->next;
    if (!q->first)
        q->end = &q->first;
    q->count--;
    if (place)
        copy_item(q, place, item->value);
    item_free(q, item);
    call_up(&q->putters, &by_put_turn, &q->places_kept);
}

// Consumes the item if it gives 0. A null item: there was no memory for one.
static int put(struct queue *q, struct item *item)
{
    if (!q || !item)
        return -ENOMEM;
    if (q->is_closed)
        return -EPIPE;
    if (q->count + q->places_kept >= q->capacity)
        return -EAGAIN;
    add(q, item);
    return 0;
}

static int get(struct queue *q, void *place)
{
    if (!q)
        return -ENOMEM;
    if (q->count == q->values_kept)
        return q->is_closed ? -EPIPE : -EAGAIN;
    take(q, place);
    return 0;
}

int async__queue_try_put(void *queue, const void *value)
{
    struct item *item = item_new(queue, value);
    int error = put(queue, item);
    if (error)
        item_drop(queue, item);
    return error;
}

int async__queue_try_get(void *queue, void *place)
{
    return get(queue, place);
}

// ---- the turn of one who has been called up

static void get_turn(struct async__waiter *w)
{
    struct async_task *task = async__task_of(w);
    struct queue *q = task->target;
    bool is_interrupted = async__is_interrupted(task);
    q->values_kept--;
    if (is_interrupted)
        call_up(&q->getters, &by_get_turn, &q->values_kept);
    else
        take(q, task->out);
    free_if_unused(q);
    if (is_interrupted)
        async__turn_unwinds(task);
    else
        async__turn_gives(task, 0);
}

static void put_turn(struct async__waiter *w)
{
    struct async_task *task = async__task_of(w);
    struct queue *q = task->target;
    bool is_interrupted = async__is_interrupted(task), is_closed = q->is_closed;
    q->places_kept--;
    if (is_interrupted)
        call_up(&q->putters, &by_put_turn, &q->places_kept);
    if (is_interrupted || is_closed)
        item_free(q, task->out);
    else
        add(q, task->out);
    free_if_unused(q);
    if (is_interrupted)
        async__turn_unwinds(task);
    else
        async__turn_gives(task, is_closed ? -EPIPE : 0);
}

static const struct async__function by_get_turn = { .wake = get_turn, .name = "async_queue_get", .resume = async__task_end };
static const struct async__function by_put_turn = { .wake = put_turn, .name = "async_queue_put", .resume = async__task_end };

// ---- waiting

static void leave(struct async_task *task, struct async__line *line)
{
    async__line_leave(line, task);
    task->target = NULL;
    async__task_unwind(task, async__reason(task));
}

static void get_withdraw(struct async_task *task)
{
    leave(task, &((struct queue *)task->target)->getters);
}

static void put_withdraw(struct async_task *task)
{
    struct queue *q = task->target;
    item_free(q, task->out);
    leave(task, &q->putters);
}

static const struct async__function function_put = {
    .name = "async_queue_put", .resume = async__task_end, .withdraw = put_withdraw
};
static const struct async__function function_get = {
    .name = "async_queue_get", .resume = async__task_end, .withdraw = get_withdraw
};

static struct async__int_result unwound(struct async_task *task)
{
    return (struct async__int_result){ async__unwound(task, async__reason(task)), 0 };
}

static struct async__int_result give(struct async_task *task, const struct async__function *function, int value)
{
    if (async__takes_turn(task))
        return (struct async__int_result){ async__value_next_turn(task, function, value), 0 };
    return (struct async__int_result){ NULL, value };
}

static struct async__int_result wait_in(struct async_task *task, const struct async__function *function, struct queue *q,
                                        struct async__line *line, void *out)
{
    struct async__frame *op = async__wait_in(task, function);
    task->target = q;
    task->out = out;
    async__line_join(line, task);
    return (struct async__int_result){ op, 0 };
}

// Consumes the item.
static struct async__int_result start_put(struct async_task *task, struct queue *q, struct item *item)
{
    int error = put(q, item);
    if (error == -EAGAIN && !async__is_interrupted(task))
        return wait_in(task, &function_put, q, &q->putters, item);
    if (error)
        item_drop(q, item);
    return error == -EAGAIN ? unwound(task) : give(task, &function_put, error);
}

struct async__int_result async__start_queue_put(struct async_task *, void *queue, const void *value) __asm__("async__queue_put.start");
struct async__int_result async__start_queue_put(struct async_task *task, void *queue, const void *value)
{
    return start_put(task, queue, item_new(queue, value));
}

struct async__int_result async__start_queue_get(struct async_task *, void *queue, void *place) __asm__("async__queue_get.start");
struct async__int_result async__start_queue_get(struct async_task *task, void *queue, void *place)
{
    struct queue *q = queue;
    int error = get(q, place);
    if (error != -EAGAIN)
        return give(task, &function_get, error);
    if (async__is_interrupted(task))
        return unwound(task);
    return wait_in(task, &function_get, q, &q->getters, place);
}

// ---- joining

int async__queue_task_done(void *queue)
{
    struct queue *q = queue;
    if (!q || q->unfinished == 0)
        return -EINVAL;
    if (--q->unfinished == 0)
        while (async__unpark(&q->joiners, 0))
            ;
    return 0;
}

static void join_withdraw(struct async_task *task)
{
    leave(task, &((struct queue *)task->target)->joiners);
}

static const struct async__function function_join = {
    .name = "async_queue_join", .resume = async__task_end, .withdraw = join_withdraw
};

struct async__int_result async__start_queue_join(struct async_task *, void *queue) __asm__("async__queue_join.start");
struct async__int_result async__start_queue_join(struct async_task *task, void *queue)
{
    struct queue *q = queue;
    if (!q || q->unfinished == 0)
        return give(task, &function_join, q ? 0 : -ENOMEM);
    if (async__is_interrupted(task))
        return unwound(task);
    return wait_in(task, &function_join, q, &q->joiners, NULL);
}

// ---- coroutine objects

struct call {
    struct async__frame base;
    struct queue *queue;
    void *place;                         // of a get
    struct item *item;                   // of a put: owned
};

static struct async__frame *started(struct async_task *task, struct async__frame *base, struct async__int_result r)
{
    return async__call_started(task, base, r.suspended, &r.value, sizeof r.value);
}

static struct async__frame *resume_put(struct async_task *task, struct async__frame *base)
{
    struct call *call = (struct call *)base;
    return base->state ? async__call_resumed(task, base) : started(task, base, start_put(task, call->queue, call->item));
}

static struct async__frame *resume_get(struct async_task *task, struct async__frame *base)
{
    struct call *call = (struct call *)base;
    return base->state ? async__call_resumed(task, base) : started(task, base, async__start_queue_get(task, call->queue, call->place));
}

static struct async__frame *resume_join(struct async_task *task, struct async__frame *base)
{
    struct call *call = (struct call *)base;
    return base->state ? async__call_resumed(task, base) : started(task, base, async__start_queue_join(task, call->queue));
}

static void discard_put(struct async_task *object)
{
    async__free(((struct call *)async__root(object))->item);
}

static const struct async__function object_put = {
    .name = "async_queue_put", .resume = resume_put, .discard = discard_put,
    .frame_size = sizeof(struct call), .frame_align = _Alignof(struct call), .result_size = sizeof(int), .result_align = _Alignof(int)
};
static const struct async__function object_get = {
    .name = "async_queue_get", .resume = resume_get,
    .frame_size = sizeof(struct call), .frame_align = _Alignof(struct call), .result_size = sizeof(int), .result_align = _Alignof(int)
};
static const struct async__function object_join = {
    .name = "async_queue_join", .resume = resume_join,
    .frame_size = sizeof(struct call), .frame_align = _Alignof(struct call), .result_size = sizeof(int), .result_align = _Alignof(int)
};

static void *make(const struct async__function *function, struct queue *q, void *place, struct item *item)
{
    struct async_task *object = async__object_new(function);
    if (!object) {
        item_drop(q, item);
        return NULL;
    }
    struct call *call = (struct call *)async__root(object);
    call->queue = q;
    call->place = place;
    call->item = item;
    return object;
}

async_future(int) async__queue_put(void *queue, const void *value)
{
    return make(&object_put, queue, NULL, item_new(queue, value));
}

async_future(int) async__queue_get(void *queue, void *place)
{
    return make(&object_get, queue, place, NULL);
}

async_future(int) async__queue_join(void *queue)
{
    return make(&object_join, queue, NULL, NULL);
}
