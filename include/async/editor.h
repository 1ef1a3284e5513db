// async/editor.h: the language as C that editors and analysers understand, when asyncc does not run.
//
// In this view an async function is an ordinary one and await does nothing: a future is its value. So completion,
// hover, types and most warnings are right, without a plugin. It is not the program: one that is compiled so by mistake
// does not link, and the linker's message says what to do.
//
//     future(T)             T; async_void for void
//     async                 an annotation
//     await                 __extension__
//     yield                 (void)0,
//     defer                 while (0)
//     async_with            for (…;;)
//     async_group           for (…;;) if (…)
//     async_for             for (…;;)
//     async_timeout         if
//
// What the functions check here is what asyncc checks too: the types of values and of places for them.

#ifndef ASYNC_EDITOR_H
#define ASYNC_EDITOR_H

#include "abi.h"

// asyncc gives these exactly; here they would speak of the view.
#pragma GCC diagnostic ignored "-Wunused-value"
#pragma GCC diagnostic ignored "-Wunused-but-set-variable"
#pragma GCC diagnostic ignored "-Wdangling-else"
#pragma GCC diagnostic ignored "-Wreturn-type"           // of a generator, whose values are yielded
#pragma GCC diagnostic ignored "-Wmisleading-indentation"
#if defined __clang__
#pragma GCC diagnostic ignored "-Wfor-loop-analysis"
#pragma GCC diagnostic ignored "-Wunreachable-code"
#pragma GCC diagnostic ignored "-Wextra-semi"
// A future(void) (*)(int) points to a function that returns void here.
#pragma GCC diagnostic ignored "-Wincompatible-function-pointer-types"
#else
#pragma GCC diagnostic ignored "-Wincompatible-pointer-types"
#endif

// The reason why such a program does not link.
extern const char compile_this_file_with_asyncc;
__attribute__((used)) static const char *const async__not_translated = &compile_this_file_with_asyncc;

#if defined __clang__
#define _Async __attribute__((annotate("async")))
#else
#define _Async    // gcc would warn of the annotation
#endif
#define _Await __extension__
#define _Yield (void)0,
#define _Defer while (0)

#ifndef ASYNC_NO_KEYWORDS
#define async _Async
#define await _Await
#define yield _Yield
#define defer _Defer
#define future(T) async_future(T)
#define generator(T) async_generator(T)
#endif

// T, or async_void where T is void.
#define async__object_type(T) \
    __typeof__(*_Generic((__typeof__(T) *)0, void *: (async_void *)0, default: (__typeof__(T) *)0))
#define async_future(T) async__object_type(T)
#define async_generator(T) __typeof__(async__object_type(T) (**)(struct async_generator_tag *))
#define async_fn(T) _Async __typeof__(T)

// A value of type T that comes from nowhere, and f itself as a value also where it is void.
#define async__some(T) (*(async__object_type(T) *)async__some_value())
void *async__some_value(void);
#define async__as_value(f) \
    _Generic((__typeof__(f) *)0, void *: ((f), *(async_void *)async__some_value()), default: (f))
#define async__look(f) ((void)(f))

// A place for a T, or null.
#define async__place(T, place) \
    ((void)sizeof(_Generic(async__place_of(place), async__object_type(T) *: 0, void *: 0 async__or_nullptr)), async__touch(place))
#define async__place_of(place) \
    _Generic(1 ? (int *)0 : (void *)(__INTPTR_TYPE__)_Generic((place), int: (place), default: 1), int *: (void *)0, default: (place))
void async__touch(void *place);
#if (defined __STDC_VERSION__ && __STDC_VERSION__ >= 202311L) || (!defined __clang__ && __GNUC__ >= 13 && __STDC_VERSION__ > 201710L)
#define async__or_nullptr , __typeof__(nullptr): 0
#else
#define async__or_nullptr
#endif

// The 32 first arguments, one by one. Nested calls expand: every argument is expanded before it comes here.
#define async__count(...) async__count_(__VA_ARGS__, 32, 31, 30, 29, 28, 27, 26, 25, 24, 23, 22, 21, 20, 19, 18, 17, 16, 15, 14, 13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1, 0)
#define async__count_(_0, _1, _2, _3, _4, _5, _6, _7, _8, _9, _10, _11, _12, _13, _14, _15, _16, _17, _18, _19, _20, _21, _22, _23, _24, _25, _26, _27, _28, _29, _30, _31, n, ...) n
#define async__paste(a, b) async__paste_(a, b)
#define async__paste_(a, b) a##b
#define async__handles(...) async__paste(async__handles_, async__count(__VA_ARGS__))(__VA_ARGS__)
#define async__handles_1(f) async__future_handle(f)
#define async__handles_2(f, ...) async__future_handle(f), async__handles_1(__VA_ARGS__)
#define async__handles_3(f, ...) async__future_handle(f), async__handles_2(__VA_ARGS__)
#define async__handles_4(f, ...) async__future_handle(f), async__handles_3(__VA_ARGS__)
#define async__handles_5(f, ...) async__future_handle(f), async__handles_4(__VA_ARGS__)
#define async__handles_6(f, ...) async__future_handle(f), async__handles_5(__VA_ARGS__)
#define async__handles_7(f, ...) async__future_handle(f), async__handles_6(__VA_ARGS__)
#define async__handles_8(f, ...) async__future_handle(f), async__handles_7(__VA_ARGS__)
#define async__handles_9(f, ...) async__future_handle(f), async__handles_8(__VA_ARGS__)
#define async__handles_10(f, ...) async__future_handle(f), async__handles_9(__VA_ARGS__)
#define async__handles_11(f, ...) async__future_handle(f), async__handles_10(__VA_ARGS__)
#define async__handles_12(f, ...) async__future_handle(f), async__handles_11(__VA_ARGS__)
#define async__handles_13(f, ...) async__future_handle(f), async__handles_12(__VA_ARGS__)
#define async__handles_14(f, ...) async__future_handle(f), async__handles_13(__VA_ARGS__)
#define async__handles_15(f, ...) async__future_handle(f), async__handles_14(__VA_ARGS__)
#define async__handles_16(f, ...) async__future_handle(f), async__handles_15(__VA_ARGS__)
#define async__handles_17(f, ...) async__future_handle(f), async__handles_16(__VA_ARGS__)
#define async__handles_18(f, ...) async__future_handle(f), async__handles_17(__VA_ARGS__)
#define async__handles_19(f, ...) async__future_handle(f), async__handles_18(__VA_ARGS__)
#define async__handles_20(f, ...) async__future_handle(f), async__handles_19(__VA_ARGS__)
#define async__handles_21(f, ...) async__future_handle(f), async__handles_20(__VA_ARGS__)
#define async__handles_22(f, ...) async__future_handle(f), async__handles_21(__VA_ARGS__)
#define async__handles_23(f, ...) async__future_handle(f), async__handles_22(__VA_ARGS__)
#define async__handles_24(f, ...) async__future_handle(f), async__handles_23(__VA_ARGS__)
#define async__handles_25(f, ...) async__future_handle(f), async__handles_24(__VA_ARGS__)
#define async__handles_26(f, ...) async__future_handle(f), async__handles_25(__VA_ARGS__)
#define async__handles_27(f, ...) async__future_handle(f), async__handles_26(__VA_ARGS__)
#define async__handles_28(f, ...) async__future_handle(f), async__handles_27(__VA_ARGS__)
#define async__handles_29(f, ...) async__future_handle(f), async__handles_28(__VA_ARGS__)
#define async__handles_30(f, ...) async__future_handle(f), async__handles_29(__VA_ARGS__)
#define async__handles_31(f, ...) async__future_handle(f), async__handles_30(__VA_ARGS__)
#define async__handles_32(f, ...) async__future_handle(f), async__handles_31(__VA_ARGS__)
#define async__members(...) async__paste(async__members_, async__count(__VA_ARGS__))(__VA_ARGS__)
#define async__members_1(a) async__member(a, _0)
#define async__members_2(a0, a1) async__members_1(a0) async__member(a1, _1)
#define async__members_3(a0, a1, a2) async__members_2(a0, a1) async__member(a2, _2)
#define async__members_4(a0, a1, a2, a3) async__members_3(a0, a1, a2) async__member(a3, _3)
#define async__members_5(a0, a1, a2, a3, a4) async__members_4(a0, a1, a2, a3) async__member(a4, _4)
#define async__members_6(a0, a1, a2, a3, a4, a5) async__members_5(a0, a1, a2, a3, a4) async__member(a5, _5)
#define async__members_7(a0, a1, a2, a3, a4, a5, a6) async__members_6(a0, a1, a2, a3, a4, a5) async__member(a6, _6)
#define async__members_8(a0, a1, a2, a3, a4, a5, a6, a7) async__members_7(a0, a1, a2, a3, a4, a5, a6) \
    async__member(a7, _7)
#define async__members_9(a0, a1, a2, a3, a4, a5, a6, a7, a8) async__members_8(a0, a1, a2, a3, a4, a5, a6, a7) \
    async__member(a8, _8)
#define async__members_10(a0, a1, a2, a3, a4, a5, a6, a7, a8, a9) async__members_9(a0, a1, a2, a3, a4, a5, a6, a7, \
    a8) async__member(a9, _9)
#define async__members_11(a0, a1, a2, a3, a4, a5, a6, a7, a8, a9, a10) async__members_10(a0, a1, a2, a3, a4, a5, a6, \
    a7, a8, a9) async__member(a10, _10)
#define async__members_12(a0, a1, a2, a3, a4, a5, a6, a7, a8, a9, a10, a11) async__members_11(a0, a1, a2, a3, a4, \
    a5, a6, a7, a8, a9, a10) async__member(a11, _11)
#define async__members_13(a0, a1, a2, a3, a4, a5, a6, a7, a8, a9, a10, a11, a12) async__members_12(a0, a1, a2, a3, \
    a4, a5, a6, a7, a8, a9, a10, a11) async__member(a12, _12)
#define async__members_14(a0, a1, a2, a3, a4, a5, a6, a7, a8, a9, a10, a11, a12, a13) async__members_13(a0, a1, a2, \
    a3, a4, a5, a6, a7, a8, a9, a10, a11, a12) async__member(a13, _13)
#define async__members_15(a0, a1, a2, a3, a4, a5, a6, a7, a8, a9, a10, a11, a12, a13, a14) async__members_14(a0, a1, \
    a2, a3, a4, a5, a6, a7, a8, a9, a10, a11, a12, a13) async__member(a14, _14)
#define async__members_16(a0, a1, a2, a3, a4, a5, a6, a7, a8, a9, a10, a11, a12, a13, a14, a15) \
    async__members_15(a0, a1, a2, a3, a4, a5, a6, a7, a8, a9, a10, a11, a12, a13, a14) async__member(a15, _15)
#define async__members_17(a0, a1, a2, a3, a4, a5, a6, a7, a8, a9, a10, a11, a12, a13, a14, a15, a16) \
    async__members_16(a0, a1, a2, a3, a4, a5, a6, a7, a8, a9, a10, a11, a12, a13, a14, a15) async__member(a16, _16)
#define async__members_18(a0, a1, a2, a3, a4, a5, a6, a7, a8, a9, a10, a11, a12, a13, a14, a15, a16, a17) \
    async__members_17(a0, a1, a2, a3, a4, a5, a6, a7, a8, a9, a10, a11, a12, a13, a14, a15, a16) async__member(a17, \
    _17)
#define async__members_19(a0, a1, a2, a3, a4, a5, a6, a7, a8, a9, a10, a11, a12, a13, a14, a15, a16, a17, a18) \
    async__members_18(a0, a1, a2, a3, a4, a5, a6, a7, a8, a9, a10, a11, a12, a13, a14, a15, a16, a17) \
    async__member(a18, _18)
#define async__members_20(a0, a1, a2, a3, a4, a5, a6, a7, a8, a9, a10, a11, a12, a13, a14, a15, a16, a17, a18, a19) \
    async__members_19(a0, a1, a2, a3, a4, a5, a6, a7, a8, a9, a10, a11, a12, a13, a14, a15, a16, a17, a18) \
    async__member(a19, _19)
#define async__members_21(a0, a1, a2, a3, a4, a5, a6, a7, a8, a9, a10, a11, a12, a13, a14, a15, a16, a17, a18, a19, \
    a20) async__members_20(a0, a1, a2, a3, a4, a5, a6, a7, a8, a9, a10, a11, a12, a13, a14, a15, a16, a17, a18, a19) \
    async__member(a20, _20)
#define async__members_22(a0, a1, a2, a3, a4, a5, a6, a7, a8, a9, a10, a11, a12, a13, a14, a15, a16, a17, a18, a19, \
    a20, a21) async__members_21(a0, a1, a2, a3, a4, a5, a6, a7, a8, a9, a10, a11, a12, a13, a14, a15, a16, a17, a18, \
    a19, a20) async__member(a21, _21)
#define async__members_23(a0, a1, a2, a3, a4, a5, a6, a7, a8, a9, a10, a11, a12, a13, a14, a15, a16, a17, a18, a19, \
    a20, a21, a22) async__members_22(a0, a1, a2, a3, a4, a5, a6, a7, a8, a9, a10, a11, a12, a13, a14, a15, a16, a17, \
    a18, a19, a20, a21) async__member(a22, _22)
#define async__members_24(a0, a1, a2, a3, a4, a5, a6, a7, a8, a9, a10, a11, a12, a13, a14, a15, a16, a17, a18, a19, \
    a20, a21, a22, a23) async__members_23(a0, a1, a2, a3, a4, a5, a6, a7, a8, a9, a10, a11, a12, a13, a14, a15, a16, \
    a17, a18, a19, a20, a21, a22) async__member(a23, _23)
#define async__members_25(a0, a1, a2, a3, a4, a5, a6, a7, a8, a9, a10, a11, a12, a13, a14, a15, a16, a17, a18, a19, \
    a20, a21, a22, a23, a24) async__members_24(a0, a1, a2, a3, a4, a5, a6, a7, a8, a9, a10, a11, a12, a13, a14, a15, \
    a16, a17, a18, a19, a20, a21, a22, a23) async__member(a24, _24)
#define async__members_26(a0, a1, a2, a3, a4, a5, a6, a7, a8, a9, a10, a11, a12, a13, a14, a15, a16, a17, a18, a19, \
    a20, a21, a22, a23, a24, a25) async__members_25(a0, a1, a2, a3, a4, a5, a6, a7, a8, a9, a10, a11, a12, a13, a14, \
    a15, a16, a17, a18, a19, a20, a21, a22, a23, a24) async__member(a25, _25)
#define async__members_27(a0, a1, a2, a3, a4, a5, a6, a7, a8, a9, a10, a11, a12, a13, a14, a15, a16, a17, a18, a19, \
    a20, a21, a22, a23, a24, a25, a26) async__members_26(a0, a1, a2, a3, a4, a5, a6, a7, a8, a9, a10, a11, a12, a13, \
    a14, a15, a16, a17, a18, a19, a20, a21, a22, a23, a24, a25) async__member(a26, _26)
#define async__members_28(a0, a1, a2, a3, a4, a5, a6, a7, a8, a9, a10, a11, a12, a13, a14, a15, a16, a17, a18, a19, \
    a20, a21, a22, a23, a24, a25, a26, a27) async__members_27(a0, a1, a2, a3, a4, a5, a6, a7, a8, a9, a10, a11, a12, \
    a13, a14, a15, a16, a17, a18, a19, a20, a21, a22, a23, a24, a25, a26) async__member(a27, _27)
#define async__members_29(a0, a1, a2, a3, a4, a5, a6, a7, a8, a9, a10, a11, a12, a13, a14, a15, a16, a17, a18, a19, \
    a20, a21, a22, a23, a24, a25, a26, a27, a28) async__members_28(a0, a1, a2, a3, a4, a5, a6, a7, a8, a9, a10, a11, \
    a12, a13, a14, a15, a16, a17, a18, a19, a20, a21, a22, a23, a24, a25, a26, a27) async__member(a28, _28)
#define async__members_30(a0, a1, a2, a3, a4, a5, a6, a7, a8, a9, a10, a11, a12, a13, a14, a15, a16, a17, a18, a19, \
    a20, a21, a22, a23, a24, a25, a26, a27, a28, a29) async__members_29(a0, a1, a2, a3, a4, a5, a6, a7, a8, a9, a10, \
    a11, a12, a13, a14, a15, a16, a17, a18, a19, a20, a21, a22, a23, a24, a25, a26, a27, a28) async__member(a29, \
    _29)
#define async__members_31(a0, a1, a2, a3, a4, a5, a6, a7, a8, a9, a10, a11, a12, a13, a14, a15, a16, a17, a18, a19, \
    a20, a21, a22, a23, a24, a25, a26, a27, a28, a29, a30) async__members_30(a0, a1, a2, a3, a4, a5, a6, a7, a8, a9, \
    a10, a11, a12, a13, a14, a15, a16, a17, a18, a19, a20, a21, a22, a23, a24, a25, a26, a27, a28, a29) \
    async__member(a30, _30)
#define async__members_32(a0, a1, a2, a3, a4, a5, a6, a7, a8, a9, a10, a11, a12, a13, a14, a15, a16, a17, a18, a19, \
    a20, a21, a22, a23, a24, a25, a26, a27, a28, a29, a30, a31) async__members_31(a0, a1, a2, a3, a4, a5, a6, a7, \
    a8, a9, a10, a11, a12, a13, a14, a15, a16, a17, a18, a19, a20, a21, a22, a23, a24, a25, a26, a27, a28, a29, a30) \
    async__member(a31, _31)

struct async_group;
#define async_spawn(g, f) (async__look_group(g), async__look(f))
#define async_spawn_to(g, f, value) (async__look_group(g), async__look(f), async__place(f, value))
void async__look_group(struct async_group *);
int async_group_error(struct async_group *);
void async_group_fail(struct async_group *, int error);
void async_group_cancel(struct async_group *);
async_fn(void) async_group_wait(struct async_group *);
#define async_with(...) async__paste(async__entries_, async__count(__VA_ARGS__))(__VA_ARGS__)
#define async__entries_1(e) for (e;;)
#define async__entries_2(e, ...) for (e;;) async__entries_1(__VA_ARGS__)
#define async__entries_3(e, ...) for (e;;) async__entries_2(__VA_ARGS__)
#define async__entries_4(e, ...) for (e;;) async__entries_3(__VA_ARGS__)
#define async__entries_5(e, ...) for (e;;) async__entries_4(__VA_ARGS__)
#define async__entries_6(e, ...) for (e;;) async__entries_5(__VA_ARGS__)
#define async__entries_7(e, ...) for (e;;) async__entries_6(__VA_ARGS__)
#define async__entries_8(e, ...) for (e;;) async__entries_7(__VA_ARGS__)
#if defined __clang__
#define async__semicolon ;    // there may be another one
#else
#define async__semicolon      // gcc would warn of that
#endif
#define ASYNC_EXIT(T, function) \
    async__exit(async__paste(async__exit_of_, __COUNTER__), T, function) async__semicolon
#define async__exit(name, T, function) extern void name(__typeof__(T) *, __typeof__((function)(*(__typeof__(T) *)0)) *)
#define async_group(g) for (struct async_group *g = async__some_value();;) if (async__some_int())
#define async_for(D, G) for (D = async__next_of(G);;)
#define async__next_of(g) ((**(g))((struct async_generator_tag *)0))
#define async_timeout(seconds) if (async__is_in_time(seconds))
#define async_timeout_at(when) if (async__is_in_time(when))
_Bool async__is_in_time(double);

// ---- the functions of api.h, which says what they do

#define async_run(f) (f)
#define async_try_run(f, value) (async__look(f), async__place(f, value), async__some_int())
struct async_loop *async_get_event_loop(void);
struct async_loop *async_new_event_loop(void);
#define async_run_until_complete(loop, f) (async__look_loop(loop), (f))
int async_run_forever(struct async_loop *);
int async_loop_stop(struct async_loop *);
int async_loop_fd(struct async_loop *);
int async_loop_turn(struct async_loop *);
int async_loop_close(struct async_loop *);
void async_loop_hold(struct async_loop *);
void async_loop_unhold(struct async_loop *);
double async_loop_time(void);
int async_call_soon(void (*function)(void *), void *argument);
int async_call_later(double seconds, void (*function)(void *), void *argument);
int async_call_at(double when, void (*function)(void *), void *argument);
int async_call_soon_threadsafe(struct async_loop *, void (*function)(void *), void *argument);
struct async_timer {
    struct async__timer timer;
    struct async_loop *loop;
    void (*function)(void *);
    void *argument;
    enum { ASYNC__TIMER_IDLE, ASYNC__TIMER_SET, ASYNC__TIMER_READY } state;
};
#define ASYNC_TIMER_INIT { .state = 0 }
int async_timer_start(struct async_timer *, double seconds, void (*function)(void *), void *argument);
void async_timer_stop(struct async_timer *);
void async_set_virtual_clock(struct async_loop *, _Bool is_virtual);
void async_set_seed(struct async_loop *, __UINT64_TYPE__ seed);
int async__some_int(void);
void async__look_loop(struct async_loop *);

#define async_valid(h) (async__look(h), async__some_int() != 0)
#define async_take(h) (h)
#define async_create_task(f) async__as_value(f)
#define async_ensure_future(f) async__as_value(f)
#define async_start(f) async__as_value(f)
#define async_retain(f) async__as_value(f)
#define async_shield(f) async__as_value(f)
#define async_cancel(f) (async__look(f), async__some_int())
#define async_done(f) (async__look(f), async__some_int() != 0)
#define async_cancelled(f) (async__look(f), async__some_int() != 0)
#define async_detach(f) async__look(f)
#define async_release(f) async__look(f)
#define async_join(f, value) (async__look(f), async__place(f, value), async__some_int())
enum async_status { ASYNC_DONE, ASYNC_CANCELLED };
#define async_wait(f) (async__look(f), (enum async_status)async__some_int())
#define async_wait_for(f, seconds, value) (async__look(f), (void)(double)(seconds), async__place(f, value), async__some_int())
#define async_result(f, value) (async__look(f), async__place(f, value), async__some_int())
#define async_add_done_callback(f, function, argument) (async__look(f), async_call_soon((function), (argument)))
struct async_task *async_current_task(void);
__SIZE_TYPE__ async_all_tasks(struct async_task **tasks, __SIZE_TYPE__ count);
int async_task_cancel(struct async_task *);
const char *async_task_name(struct async_task *);
int async_set_task_name(struct async_task *, const char *name);

struct async_promise_tag;
#define async_promise(T) __typeof__(async__object_type(T) (**)(struct async_promise_tag *))
#define async_promise_new(T) ((async_promise(T))async__some_value())
#define async_promise_future(p) ((**(p))((struct async_promise_tag *)0))
#define async_resolve(p, ...) \
    (async__touch(p), \
     async__touch(__extension__(__typeof__(async_promise_future(p))[1]){ __VA_ARGS__ }), async__some_int())
#define async_promise_cancel(p) (async__touch(p), async__some_int())

async_fn(void) async_sleep(double seconds);
async_fn(void) async_yield(void);
double async_deadline(void);

#define async_gather(...) async__gather_value(struct { async__members(__VA_ARGS__) }, async__handles(__VA_ARGS__))
#define async__gather_value(T, ...) (__VA_ARGS__, *(T *)async__some_value())
#define async__member(f, name) async__object_type(f) name;
#define async__future_handle(f) async__look(f)
#define async_race(...) (async__handles(__VA_ARGS__), *(async__raced(__VA_ARGS__) *)async__some_value())
#define async__raced(...) \
    struct { int index; union { async__members(__VA_ARGS__) async__member(async__first(__VA_ARGS__, 0), value) }; }
#define async_race_array(futures, count) \
    (async__look(*(futures)), async__look(count), *(struct { int index; union { async__member(*(futures), value) }; } *)async__some_value())
#define async_wait_all(futures, count) (async__look(*(futures)), async__look(count))
#define async_wait_any(futures, count) (async__look(*(futures)), async__look(count), (__SIZE_TYPE__)async__some_int())
#define async_gather_array(futures, count, results) \
    (async__look(*(futures)), async__look(count), async__place(*(futures), results))
#define async_as_completed(...) \
    (async__handles(__VA_ARGS__), (async_generator(__typeof__(async__first(__VA_ARGS__, 0))))async__some_value())
#define async__first(f, ...) f
#define async_as_completed_array(futures, count) \
    (async__look(count), (async_generator(__typeof__(*(futures))))async__some_value())

#define async_next(g, value) (async__place(async__next_of(g), value), async__some_int() != 0)
#define async_generator_close(g) ((void)async__next_of(g))

struct async_queue_tag;
#define async_queue(T) __typeof__(async__object_type(T) (**)(struct async_queue_tag *))
#define async__queued(q) ((**(q))((struct async_queue_tag *)0))
#define async_queue_new(T, capacity) (async__look(capacity), (async_queue(T))async__some_value())
#define async_queue_free(q) ((void)async__queued(q))
#define async_queue_put(q, ...) \
    (async__touch(q), async__touch(__extension__(__typeof__(async__queued(q))[1]){ __VA_ARGS__ }), async__some_int())
#define async_queue_get(q, place) (async__place(async__queued(q), place), async__some_int())
#define async_queue_try_put(q, ...) async_queue_put(q, __VA_ARGS__)
#define async_queue_try_get(q, place) async_queue_get(q, place)
#define async_queue_size(q) ((void)async__queued(q), (__SIZE_TYPE__)async__some_int())
#define async_queue_close(q) ((void)async__queued(q))
#define async_queue_task_done(q) ((void)async__queued(q), async__some_int())
#define async_queue_join(q) ((void)async__queued(q), async__some_int())

#include "sync.h"
#include "io.h"
#include "system.h"
#include "stream.h"

#endif
