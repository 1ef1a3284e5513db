// coro.h: async functions by hand, for tests of the runtime that must not hang on the compiler.
//
// CORO(name, result type, parameters…; locals) is too clever; instead a test writes a frame, a body with a switch and a
// maker. AWAIT is what asyncc would write for `await handle` in a function that has its frame from the start:
//
//     struct twice { struct async__frame base; int n; };
//     static struct async__frame *twice_resume(struct async_task *task, struct async__frame *base)
//     {
//         struct twice *f = (struct twice *)base;
//         BEGIN;
//         AWAIT(async_sleep(1.0));
//         RETURN(int, 2 * f->n);
//         END;
//     }
//     DESCRIBE(twice, struct twice, int);
//
// The value of an await of up to 8 bytes is VALUE(T); AWAIT_BIG stores a larger one.

#ifndef CORO_H
#define CORO_H

#include <async/plain.h>
#include <errno.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define BEGIN switch (base->state) { case 0:
#define END } if (base->state >= 0) abort(); UNWIND
#define UNWIND return async__frame_unwind(task, base)

#define AWAIT_AS(n, handle, place) \
    do { \
        struct async__frame *suspended_ = async__await(task, (void *)(handle), (place)); \
        if (suspended_ == ASYNC__UNWOUND) { UNWIND; } \
        if (suspended_) { \
            base->state = (n); \
            suspended_->awaiter = base; \
            if (place) ((struct async__result_frame *)suspended_)->out = (place); \
            return 0; \
        } \
    } while (0); \
    __attribute__((fallthrough)); \
    case (n):

#define AWAIT(handle) AWAIT_AS(__LINE__, handle, (void *)0)
#define AWAIT_BIG(handle, place) AWAIT_AS(__LINE__, handle, (void *)(place))
#define VALUE(T) (*(T *)task->value)

#define RETURN(T, value_) \
    do { \
        T result_ = (value_); \
        if (sizeof(T) <= 8) memcpy(task->value, &result_, sizeof result_ <= 8 ? sizeof result_ : 8); \
        else memcpy(((struct async__result_frame *)base)->out, &result_, sizeof result_); \
        return async__frame_end(task, base); \
    } while (0)
#define RETURN_VOID return async__frame_end(task, base)

#define DESCRIBE_AS(name_, frame_, size_, align_) \
    static const struct async__function name_##_function = { \
        .name = #name_, .file = __FILE__, .line = __LINE__, .resume = name_##_resume, \
        .frame_size = sizeof(frame_), .frame_align = _Alignof(frame_), .result_size = size_, .result_align = align_ }
#define DESCRIBE(name_, frame_, T) DESCRIBE_AS(name_, frame_, sizeof(T), _Alignof(T))
#define DESCRIBE_VOID(name_, frame_) DESCRIBE_AS(name_, frame_, 0, 1)

// A coroutine object of a function; `f` is its frame, null where there is no memory.
#define MAKE(name_, frame_) \
    struct async_task *object_ = async__object_new(&name_##_function); \
    frame_ *f = object_ ? async__object_frame(object_) : 0
#define MADE ((void *)object_)

// ---- functions that many tests use

// async int mycoro(int n, double seconds): says when it starts and stops, and when it is stopped.
struct mycoro {
    struct async__frame base;
    int n;
    double seconds;
};
static inline struct async__frame *mycoro_resume(struct async_task *task, struct async__frame *base)
{
    struct mycoro *f = (struct mycoro *)base;
    if (base->state < 0) {
        printf("cancelled %d\n", f->n);
        UNWIND;
    }
    BEGIN
    printf("start %d\n", f->n);
    AWAIT(async_sleep(f->seconds))
    printf("stop %d\n", f->n);
    RETURN(int, 2 * f->n);
    END;
}
DESCRIBE(mycoro, struct mycoro, int);
static inline future(int) mycoro(int n, double seconds)
{
    MAKE(mycoro, struct mycoro);
    if (f) {
        f->n = n;
        f->seconds = seconds;
    }
    return MADE;
}

// async struct big big(long n, double seconds)
struct big {
    long part[5];
};
struct big_frame {
    struct async__result_frame base;
    long n;
    double seconds;
};
static inline struct async__frame *big_resume(struct async_task *task, struct async__frame *base)
{
    struct big_frame *f = (struct big_frame *)base;
    if (base->state < 0)
        UNWIND;
    BEGIN
    AWAIT(async_sleep(f->seconds))
    {
        struct big b = { { f->n, f->n + 1, f->n + 2, f->n + 3, f->n + 4 } };
        RETURN(struct big, b);
    }
    END;
}
DESCRIBE(big, struct big_frame, struct big);
static inline future(struct big) big(long n, double seconds)
{
    MAKE(big, struct big_frame);
    if (f) {
        f->n = n;
        f->seconds = seconds;
    }
    return MADE;
}

// A main task: void script(void), whose frame has room for whatever a test wants to keep across awaits.
#define SCRIPT(name_, ...) \
    struct name_##_frame { struct async__frame base; __VA_ARGS__ }; \
    static struct async__frame *name_##_resume(struct async_task *, struct async__frame *); \
    DESCRIBE_VOID(name_, struct name_##_frame); \
    static future(void) name_(void) \
    { \
        MAKE(name_, struct name_##_frame); \
        if (f) memset((char *)f + sizeof f->base, 0, sizeof *f - sizeof f->base); \
        return MADE; \
    } \
    static struct async__frame *name_##_resume(struct async_task *task, struct async__frame *base)
#define SCRIPT_BEGIN(name_) \
    struct name_##_frame *f = (struct name_##_frame *)base; \
    (void)f; \
    if (base->state < 0) UNWIND; \
    BEGIN

#endif
