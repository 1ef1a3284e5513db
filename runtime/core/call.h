// core/call.h: coroutine objects of the runtime's own async functions.
//
// Each of them is a start and nothing else, so its coroutine object is a frame that holds the arguments, calls start
// when it is entered and ends when that does:
//
//     static struct async__frame *resume_x(struct async_task *task, struct async__frame *base)
//     {
//         if (base->state != 0)
//             return async__call_resumed(task, base);
//         struct async__x_result r = async__start_x(task, ((struct x_frame *)base)->argument);
//         return async__call_started(task, base, r.suspended, &r.value, sizeof r.value);
//     }

#ifndef ASYNC_CORE_CALL_H
#define ASYNC_CORE_CALL_H

#include "async/abi.h"

static inline struct async__frame *async__call_started(struct async_task *task, struct async__frame *frame,
                                                       struct async__frame *suspended, const void *value,
                                                       __SIZE_TYPE__ size)
{
    if (!suspended) {
        if (size)
            __builtin_memcpy(task->value, value, size);
        return async__frame_end(task, frame);
    }
    if (async__is_unwound(suspended))
        return async__frame_unwind(task, frame);
    frame->state = 1;
    suspended->awaiter = frame;
    return 0;
}

static inline struct async__frame *async__call_resumed(struct async_task *task, struct async__frame *frame)
{
    return frame->state < 0 ? async__frame_unwind(task, frame) : async__frame_end(task, frame);
}

// What starts return, by type of value.
struct async__void_result {
    struct async__frame *suspended;
};
struct async__int_result {
    struct async__frame *suspended;
    int value;
};
struct async__bool_result {
    struct async__frame *suspended;
    _Bool value;
};

#endif
