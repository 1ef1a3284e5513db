// async/lowered.h: what the C files include that asyncc writes. Only names that begin with async.
//
// The macros at the end are the parts of a lowered function `f` that look the same in all of them. They use the names
// that its body has: async__task, async__frame, async__starting (this activation began as a call) and async__state.

#ifndef ASYNC_LOWERED_H
#define ASYNC_LOWERED_H

#include "abi.h"

// The same type wherever it is written, and another one for every T: a pointer to a pointer to a function. Nothing is
// ever called through it. What a generator gives is an object, an async_void if it gives nothing.
#define async_future(T) __typeof__(__typeof__(T) (**)(struct async_tag *))
#define async_generator(T) __typeof__(async__object_type(T) (**)(struct async_generator_tag *))

// An async function in a header, for both sorts of reader.
#define async_fn(T) async_future(T)

#include "api.h"

// A function that is too large to be compiled twice, or that compilers do not inline.
#define ASYNC__ONE_BODY __attribute__((noinline))

// What the body of f is given beside f's own parameters.
#define ASYNC__CONTEXT(f) \
    struct async_task *async__task __attribute__((unused)), \
    struct async__frame__##f *async__frame __attribute__((unused)), \
    const _Bool async__starting __attribute__((unused)), const int async__state __attribute__((unused))

// Where the body goes on. State 0: at its beginning, as soon as its parameters are where it wants them. Others: it unwinds from an
// await, and has nothing to clean up there; where size counts, resume has seen to that.
#define ASYNC__STATES(f, parameters, states) \
    switch (async__state) { \
    case 0: \
        parameters \
        break; \
    states \
    default: \
        if (ASYNC__IS_SMALL) \
            __builtin_unreachable(); \
        return (struct async__result__##f){ .suspended = ASYNC__UNWOUND }; \
    }

// The same where the nth await is the only one in a loop, so that it is asked for first.
#define ASYNC__STATES_OF_LOOP(f, n, parameters, states) \
    if (async__state == n) \
        goto async__resume_##n; \
    ASYNC__STATES(f, parameters, states)

// A function without an await only begins.
#define ASYNC__NO_STATES(...) __VA_ARGS__

// The nth await of f has called a start, which gave `suspended`: null as long as nothing had to wait. Otherwise f saves
// what it will need and returns; the loop continues it in state n, behind the label.
#define ASYNC__SUSPEND(f, n, suspended_callee, save, reload) \
    if (async__suspends(suspended_callee)) { \
        if (async__has_unwound(suspended_callee)) \
            return (struct async__result__##f){ .suspended = ASYNC__UNWOUND }; \
        save \
        return (struct async__result__##f){ .suspended = async__suspend(&async__frame->async__base, n, suspended_callee) }; \
    async__resume_##n:; \
        reload \
    }

// The same where cleanups are to run before f unwinds: they stand behind the label `leave`.
#define ASYNC__SUSPEND_IN(f, exit, leave, n, suspended_callee, save, reload) \
    if (async__suspends(suspended_callee)) { \
        ASYNC__LEAVE_IF(async__has_unwound(suspended_callee), exit, leave); \
        save \
        return (struct async__result__##f){ .suspended = async__suspend(&async__frame->async__base, n, suspended_callee) }; \
    async__resume_##n:; \
        reload \
    }
#define ASYNC__LEAVE_IF(unwinds, exit, leave) \
    if (__builtin_expect(unwinds, 0)) { \
        exit = async__unwinds_for(async__task); \
        goto leave; \
    }

// A large function does it at one place, which comes behind its states: compilers are quick with little at each of many awaits.
// There it is that a callee may have unwound.
#define ASYNC__SUSPENSION(f) \
    struct async__frame *async__callee; \
    int async__number; \
    if (0) { \
    async__suspension: \
        return (struct async__result__##f){ .suspended = async__suspend_or_unwind(&async__frame->async__base, async__number, async__callee) }; \
    }
#define ASYNC__SUSPEND_LARGE(n, suspended_callee, save, reload) \
    if (async__suspends(suspended_callee)) { \
        ASYNC__WAIT_LARGE(n, suspended_callee, save, reload) \
    }
#define ASYNC__SUSPEND_LARGE_IN(exit, leave, n, suspended_callee, save, reload) \
    if (async__suspends(suspended_callee)) { \
        ASYNC__LEAVE_IF(async__has_unwound(suspended_callee), exit, leave); \
        ASYNC__WAIT_LARGE(n, suspended_callee, save, reload) \
    }
#define ASYNC__WAIT_LARGE(n, suspended_callee, save, reload) \
    save \
    async__callee = suspended_callee; \
    async__number = n; \
    goto async__suspension; \
    async__resume_##n:; \
    reload

// A handle that was an argument, and is nobody's where the function that was called could not begin.
#define ASYNC__UNLESS_BEGUN(suspended_callee, handle) \
    if (__builtin_expect((suspended_callee) == ASYNC__UNBEGUN, 0)) \
        async__give_up((void *)(handle))

// In `save`: the first suspension of f takes its frame.
#define ASYNC__TAKE_FRAME(f) \
    if (async__starting) \
        async__frame = async__frame_new(async__task, &async__function__##f, sizeof *async__frame)
// … and a result of over 8 bytes is to come to `place`.
#define ASYNC__RESULT_TO(suspended_callee, place) \
    (((struct async__result_frame *)(suspended_callee))->out = &(place))
#define ASYNC__RESULT_TO_IF_SUSPENDED(suspended_callee, place) \
    if (!async__has_unwound(suspended_callee)) \
        ASYNC__RESULT_TO(suspended_callee, place)
// A result of over 8 bytes is about to come to `place`. gcc follows a callee that it inlines into the way on which that one
// suspends, and says of that way that nothing was stored.
#define ASYNC__RESULT_COMES(place) __asm__("" : "=m"(place))
// While a loop runs, what it does not touch stays in the frame, where start and resume have a body each; did this activation
// begin with a frame? Where one body is for both, nothing stays, and in front of the loop one that resumes saves what has changed.
#if defined __OPTIMIZE__ && !defined __OPTIMIZE_SIZE__
#define ASYNC__STAY 1
#define ASYNC__HAD_FRAME (!async__starting)
#else
#define ASYNC__STAY 0
#define ASYNC__HAD_FRAME (async__state != 0)
#endif
// An object in the frame begins to live, where one of another block may have been before: what was done to that one comes first,
// whatever a compiler thinks of pointers of different types.
#define ASYNC__BEGINS(object) __asm__ volatile("" : "=m"(*(char (*)[sizeof(object)])(void *)&(object)))
// In `reload`: a result of up to 8 bytes.
#define ASYNC__TAKE_VALUE(object) __builtin_memcpy(&(object), async__task->value, sizeof(object))

// A coroutine object that is not awaited on the spot; debug mode notes where it was made.
#define ASYNC__MADE(call, where) ((__typeof__(call))async__made((void *)(call), where))

// A handle that is used; debug mode knows whether it may.
#define ASYNC__USED(handle, where, change) ((__typeof__(handle))async__used((void *)(handle), where, change))
#define ASYNC__USED_STREAM(stream, where, change) ((__typeof__(stream))async__used_stream((void *)(stream), where, change))
#define ASYNC__USED_ARRAY(array, where) ((__typeof__(&*(array)))async__used_array((void *)(array), where))

#endif
