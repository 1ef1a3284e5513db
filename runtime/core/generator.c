// generator.c: what all streams have in common.
//
// A generator(T) points to a struct async__generator; its ops say how the next value comes. The loop knows the open
// ones, so that their cleanups run when main leaves them behind.

#include "core/generator.h"

#include "core/call.h"
#include "core/task.h"

// ---- debug mode: streams that were closed, for as long as nothing else lies there

enum { KNOWN_CLOSED = 1024 };
static _Thread_local struct closed {
    const void *stream;
    const char *where;
} closed[KNOWN_CLOSED];
static _Thread_local uint32_t next_closed;
static _Thread_local struct closed to_close;      // told, and not done yet

static struct closed *find_closed(const void *stream)
{
    for (uint32_t i = 0; i < KNOWN_CLOSED; i++)
        if (stream && closed[i].stream == stream)
            return &closed[i];
    return NULL;
}

void async__generator_made(const void *stream)
{
    struct closed *c = async__debug ? find_closed(stream) : NULL;
    if (c)
        c->stream = NULL;
}

void *async__note_stream(void *stream, const char *where, int change)
{
    const struct closed *c = find_closed(stream);
    if (c)
        async__report_closed(where, c->where);
    to_close = change < 0 ? (struct closed){ stream, where } : (struct closed){ NULL, NULL };
    return stream;
}

static void note_closed(const void *stream)
{
    closed[next_closed] = (struct closed){ stream, to_close.stream == stream ? to_close.where : NULL };
    next_closed = (next_closed + 1) % KNOWN_CLOSED;
    to_close.stream = NULL;
}

// ----

void async__generator_init(struct async__generator *g, const struct async__generator_ops *ops, struct async__loop *loop)
{
    async__generator_made(g);
    g->ops = ops;
    g->prev = NULL;
    if (!loop)
        return;
    g->next = loop->generators;
    g->prev = &loop->generators;
    if (g->next)
        g->next->prev = &g->next;
    loop->generators = g;
}

void async__generator_fini(struct async__generator *g)
{
    if (!g->prev)
        return;
    *g->prev = g->next;
    if (g->next)
        g->next->prev = g->prev;
}

struct async__next_result async__start_next(struct async_task *, void *generator, void *value)
    __asm__("async__next.start");
struct async__next_result async__start_next(struct async_task *task, void *generator, void *value)
{
    struct async__generator *g = generator;
    if (!g)
        return (struct async__next_result){ async__unwound(task, -ENOMEM), 0 };
    return g->ops->next(task, g, value);
}

struct async__close_result async__start_generator_close(struct async_task *, void *generator)
    __asm__("async__generator_close.start");
struct async__close_result async__start_generator_close(struct async_task *task, void *generator)
{
    struct async__generator *g = generator;
    if (g && async__debug)
        note_closed(g);
    return g ? g->ops->close(task, g) : (struct async__close_result){ NULL };
}

struct next_frame {
    struct async__frame base;
    void *generator, *value;
};

static struct async__frame *resume_next(struct async_task *task, struct async__frame *base)
{
    if (base->state != 0)
        return async__call_resumed(task, base);
    struct next_frame *frame = (struct next_frame *)base;
    struct async__next_result r = async__start_next(task, frame->generator, frame->value);
    return async__call_started(task, base, r.suspended, &r.value, sizeof r.value);
}

static struct async__frame *resume_close(struct async_task *task, struct async__frame *base)
{
    if (base->state != 0)
        return async__call_resumed(task, base);
    struct async__close_result r = async__start_generator_close(task, ((struct next_frame *)base)->generator);
    return async__call_started(task, base, r.suspended, NULL, 0);
}

static const struct async__function object_next = {
    .name = "async_next", .resume = resume_next,
    .frame_size = sizeof(struct next_frame), .frame_align = _Alignof(struct next_frame),
    .result_size = sizeof(_Bool), .result_align = _Alignof(_Bool)
};
static const struct async__function object_close = {
    .name = "async_generator_close", .resume = resume_close,
    .frame_size = sizeof(struct next_frame), .frame_align = _Alignof(struct next_frame), .result_align = 1
};

_Static_assert(sizeof(struct next_frame) <= sizeof ((struct async__loop *)0)->closer.frame, "it lies in the loop");

static void *make(const struct async__function *function, void *generator, void *value)
{
    struct async_task *object = async__object_new(function);
    if (!object)
        return NULL;
    struct next_frame *frame = (struct next_frame *)async__root(object);
    frame->generator = generator;
    frame->value = value;
    return object;
}

async_future(_Bool) async__next(void *generator, void *value)
{
    return make(&object_next, generator, value);
}

async_future(void) async__generator_close(void *generator)
{
    return make(&object_close, generator, NULL);
}

bool async__generators_close_one(struct async__loop *loop)
{
    struct async__generator *g = loop->generators;
    if (!g)
        return false;
    async__generator_fini(g);
    g->prev = NULL;
    // The task lies in the loop: the end must not need memory. Its one reference is never given back.
    struct async_task *closer = &loop->closer.task;
    closer->op.state = 1;
    async__set_plainly(closer, 0, ASYNC__FRESH);
    async__object_init(closer, &object_close, &loop->base);
    ((struct next_frame *)async__root(closer))->generator = g;
    async__task_adopt(closer, &loop->base);
    async__mask(closer);   // a cleanup: the end of the loop does not interrupt it
    async__ready_push(&loop->base, &closer->waiter);
    return true;
}
