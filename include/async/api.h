// async/api.h: the functions that programs call.
//
// Included through <async.h> (files for asyncc), <async/plain.h> (plain C files) or <async/lowered.h> (what asyncc
// writes), which say what async_future(T), async_generator(T) and async_fn(T) are. There is no other reason to read it
// first: docs/ explains the same things at length.
//
// Units      durations and times are seconds, as double; a duration that is not greater than 0 is over at once
// Errors     0 or a count, else a negative errno value: -ECANCELED, -ENOMEM, -EDEADLK, …
// Ownership  a handle (a future, a promise's end, a generator) is consumed exactly once. "consumes f" below; every
//            other function only looks. A null handle is a future that has ended cancelled with -ENOMEM
// Waiting    what is declared async_fn(T) gives a future(T), to be awaited; nothing else waits
// Threads    handles belong to the thread of their loop; other threads use async_call_soon_threadsafe
//
// The macros check the types that they are given: each one is the function of the same name with two underscores, and
// a wrong type is an error in the line that calls it. Arguments are evaluated once.

#ifndef ASYNC_API_H
#define ASYNC_API_H

#include "abi.h"

#ifdef __cplusplus
#error "this version of asyncc is for C"
#endif

// ---- types that the macros work with

// asyncc reads these words: what a macro expands to tells which one it is and what it was given, so that output for
// people can show the call again. Each stands behind an opening bracket and speaks of all up to the closing one. The last one is a
// semicolon, of which there may be another one behind the macro's call.
#ifdef __ASYNCC__
#define async__macro(name) _Async_macro_##name
#define async__argument _Async_argument
#define async__check _Async_check
#define async__semicolon ; _Async_semicolon
#else
#define async__macro(name)
#define async__argument
#define async__check
#define async__semicolon
#endif

// The value that an await of it would give, for typeof. Never evaluated.
#define async__value(...) ((**(__VA_ARGS__))((struct async_tag *)0))
#define async__generated(g) ((**(g))((struct async_generator_tag *)0))
#define async__promised(p) ((**(p))((struct async_promise_tag *)0))

// T, or async_void where T is void. T may be an expression.
#define async__object_type(T) \
    __typeof__(*_Generic((__typeof__(T) *)0, void *: (async_void *)0, default: (__typeof__(T) *)0))

// f itself, if it points to a pointer (a forgotten call does not) to a function that takes the tag. Its type is not
// asked for as a whole: two copies of a gather have two types.
#define async__checked(f, value) \
    (async__check _Generic((char (*)[sizeof(__typeof__(*(f))) + sizeof(__typeof__(((void)(value), 0)))])0, \
        char (*)[sizeof(void *) + sizeof 0]: (f)))
#define async__future_handle(f) async__checked(f, async__value(f))
#define async__generator_handle(g) async__checked(g, async__generated(g))
#define async__promise_handle(p) async__checked(p, async__promised(p))
// The same for a pointer to some of them.
#define async__futures_handle(fs) \
    (async__check _Generic((char (*)[sizeof(__typeof__(**(fs))) + sizeof(__typeof__(((void)async__value(*(fs)), 0)))])0, \
        char (*)[sizeof(void *) + sizeof 0]: (fs)))

// A place for a T, or null. 0 is null as well: only beside a null pointer constant does ?: keep the other type.
#define async__place(T, place) \
    (async__check _Generic((char (*)[_Generic(async__place_of(place), async__object_type(T) *: 1, void *: 1 async__or_nullptr)])0, \
        char (*)[1]: (place)))
#define async__place_of(place) \
    _Generic(1 ? (int *)0 : (void *)(__INTPTR_TYPE__)_Generic((place), int: (place), default: 1), int *: (void *)0, default: (place))
#if (defined __STDC_VERSION__ && __STDC_VERSION__ >= 202311L) || (!defined __clang__ && __GNUC__ >= 13 && __STDC_VERSION__ > 201710L)
#define async__or_nullptr , __typeof__(nullptr): 1
#else
#define async__or_nullptr
#endif

// What the last run gave, as a T. Volatile: not to use it is no mistake that a compiler should warn of.
#define async__last(T) \
    _Generic((__typeof__(T) *)0, void *: (void)0, default: *(volatile async__object_type(T) *)async__last_value())

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

// The same for futures of one type, that of `first`.
#define async__alike(first, f) (async__check _Generic((f), __typeof__(((void)0, (first))): (f)))
#define async__likes(first, ...) async__paste(async__likes_, async__count(__VA_ARGS__))(first, __VA_ARGS__)
#define async__likes_1(t, f) async__alike(t, f)
#define async__likes_2(t, f, ...) async__alike(t, f), async__likes_1(t, __VA_ARGS__)
#define async__likes_3(t, f, ...) async__alike(t, f), async__likes_2(t, __VA_ARGS__)
#define async__likes_4(t, f, ...) async__alike(t, f), async__likes_3(t, __VA_ARGS__)
#define async__likes_5(t, f, ...) async__alike(t, f), async__likes_4(t, __VA_ARGS__)
#define async__likes_6(t, f, ...) async__alike(t, f), async__likes_5(t, __VA_ARGS__)
#define async__likes_7(t, f, ...) async__alike(t, f), async__likes_6(t, __VA_ARGS__)
#define async__likes_8(t, f, ...) async__alike(t, f), async__likes_7(t, __VA_ARGS__)
#define async__likes_9(t, f, ...) async__alike(t, f), async__likes_8(t, __VA_ARGS__)
#define async__likes_10(t, f, ...) async__alike(t, f), async__likes_9(t, __VA_ARGS__)
#define async__likes_11(t, f, ...) async__alike(t, f), async__likes_10(t, __VA_ARGS__)
#define async__likes_12(t, f, ...) async__alike(t, f), async__likes_11(t, __VA_ARGS__)
#define async__likes_13(t, f, ...) async__alike(t, f), async__likes_12(t, __VA_ARGS__)
#define async__likes_14(t, f, ...) async__alike(t, f), async__likes_13(t, __VA_ARGS__)
#define async__likes_15(t, f, ...) async__alike(t, f), async__likes_14(t, __VA_ARGS__)
#define async__likes_16(t, f, ...) async__alike(t, f), async__likes_15(t, __VA_ARGS__)
#define async__likes_17(t, f, ...) async__alike(t, f), async__likes_16(t, __VA_ARGS__)
#define async__likes_18(t, f, ...) async__alike(t, f), async__likes_17(t, __VA_ARGS__)
#define async__likes_19(t, f, ...) async__alike(t, f), async__likes_18(t, __VA_ARGS__)
#define async__likes_20(t, f, ...) async__alike(t, f), async__likes_19(t, __VA_ARGS__)
#define async__likes_21(t, f, ...) async__alike(t, f), async__likes_20(t, __VA_ARGS__)
#define async__likes_22(t, f, ...) async__alike(t, f), async__likes_21(t, __VA_ARGS__)
#define async__likes_23(t, f, ...) async__alike(t, f), async__likes_22(t, __VA_ARGS__)
#define async__likes_24(t, f, ...) async__alike(t, f), async__likes_23(t, __VA_ARGS__)
#define async__likes_25(t, f, ...) async__alike(t, f), async__likes_24(t, __VA_ARGS__)
#define async__likes_26(t, f, ...) async__alike(t, f), async__likes_25(t, __VA_ARGS__)
#define async__likes_27(t, f, ...) async__alike(t, f), async__likes_26(t, __VA_ARGS__)
#define async__likes_28(t, f, ...) async__alike(t, f), async__likes_27(t, __VA_ARGS__)
#define async__likes_29(t, f, ...) async__alike(t, f), async__likes_28(t, __VA_ARGS__)
#define async__likes_30(t, f, ...) async__alike(t, f), async__likes_29(t, __VA_ARGS__)
#define async__likes_31(t, f, ...) async__alike(t, f), async__likes_30(t, __VA_ARGS__)
#define async__likes_32(t, f, ...) async__alike(t, f), async__likes_31(t, __VA_ARGS__)

// ---- run

// A new loop runs f, every other task is cancelled and run to its end, the loop closes. Gives f's value. If there is
// none (f was cancelled, a deadlock, no memory) it says why on stderr, and the process exits with status 1. Consumes f.
#define async_run(f) (async__macro(async_run) async__run(async__future_handle(f)), async__last(async__value(f)))
void async__run(void *future);
void *async__last_value(void);

// The same, but says so with its result: 0 and the value in *value (may be null), -ECANCELED, -EDEADLK (after a report
// on stderr), -ENOMEM, -EBUSY inside a running loop. Consumes f in any case.
#define async_try_run(f, value) \
    (async__macro(async_try_run) async__try_run(async__future_handle(f), async__place(async__value(f), value)))
int async__try_run(void *future, void *value);

// The running loop, else the thread's own, which is the first that the thread has made; made now if there is none.
// Null: no memory or no descriptors.
struct async_loop *async_get_event_loop(void);
struct async_loop *async_new_event_loop(void);

// Runs f on an idle loop, which stays as it is then. Ends as async_run does. Consumes f.
#define async_run_until_complete(loop, f) \
    (async__macro(async_run_until_complete) async__run_until_complete((async__argument loop), async__future_handle(f)), \
     async__last(async__value(f)))
void async__run_until_complete(struct async_loop *, void *future);

// Runs until async_loop_stop: 0. -EDEADLK if nothing can wake the loop any more, -EBUSY inside a running loop.
int async_run_forever(struct async_loop *);
// Ends a run after the turn. 0.
int async_loop_stop(struct async_loop *);
// For a loop inside of another one, of a library or the program's own: a descriptor that is readable when there is something to
// do, timers included, and a turn that runs what is ready and due and never waits. -ENOMEM, -EBUSY inside a running loop, -ENOTSUP
// where the system has no such descriptor, or what the system says.
//
//     for (;;) {
//         struct pollfd one = { .fd = async_loop_fd(loop), .events = POLLIN };
//         poll(&one, 1, -1);
//         async_loop_turn(loop);
//     }
//
// It is the same descriptor each time. What is done to the loop's tasks between two turns (one is made, a promise is resolved) is
// seen by the next call of async_loop_fd or async_loop_turn, so either has to follow it.
int async_loop_fd(struct async_loop *);
int async_loop_turn(struct async_loop *);
// Cancels all tasks, runs them to their ends, closes generators and frees the loop. 0, -EBUSY if it runs, -EDEADLK if a
// cleanup waits for what cannot come.
int async_loop_close(struct async_loop *);
// Another thread will call in: as long as a loop is held it waits instead of reporting a deadlock.
void async_loop_hold(struct async_loop *);
void async_loop_unhold(struct async_loop *);
// The loop's time: monotonic, real or virtual.
double async_loop_time(void);

// Plain functions, called by the loop: at the next turn, after a time, at a time of async_loop_time. 0 or -ENOMEM.
int async_call_soon(void (*function)(void *), void *argument);
int async_call_later(double seconds, void (*function)(void *), void *argument);
int async_call_at(double when, void (*function)(void *), void *argument);
// From any thread, as long as the loop lives.
int async_call_soon_threadsafe(struct async_loop *, void (*function)(void *), void *argument);

// A timer in the program's own memory. Starting one that runs starts it anew; start fails with -ENOMEM. It must not
// move or go while it runs.
struct async_timer {
    struct async__timer timer;
    struct async_loop *loop;
    void (*function)(void *);
    void *argument;
    enum { ASYNC__TIMER_IDLE, ASYNC__TIMER_SET, ASYNC__TIMER_READY } state;
};
#define ASYNC_TIMER_INIT { .state = 0 }    // idle; a name of ours would be taken for the program's here
int async_timer_start(struct async_timer *, double seconds, void (*function)(void *), void *argument);
void async_timer_stop(struct async_timer *);

// For tests. Virtual: when all is idle, time jumps to the next timer. Seed: ready tasks are taken in an order that is
// drawn from it.
void async_set_virtual_clock(struct async_loop *, _Bool is_virtual);
void async_set_seed(struct async_loop *, __UINT64_TYPE__ seed);

// ---- tasks

// Null handles, in every view of the language.
#define async_valid(h) (async__macro(async_valid) (async__argument h) != 0)
#define async_take(h) (async__macro(async_take) (__typeof__(h))async__take(&(async__argument h)))    // the handle; h is null now
static inline void *async__take(void *place)
{
    void *handle, *null = 0;
    __builtin_memcpy(&handle, place, sizeof handle);
    __builtin_memcpy(place, &null, sizeof null);
    return handle;
}

// Makes a coroutine object a task, which starts at the next turn; other futures are given back as they are. Consumes f.
#define async_create_task(f) (async__macro(async_create_task) (__typeof__(f))async__create_task(async__future_handle(f)))
#define async_ensure_future(f) \
    (async__macro(async_ensure_future) (__typeof__(f))async__create_task(async__future_handle(f)))
// The same, but its first part runs at once, up to the first wait; inside each other at most 64 deep. Consumes f.
#define async_start(f) (async__macro(async_start) (__typeof__(f))async__start(async__future_handle(f)))
void *async__start(void *future);

// Asks the future to stop. 0, or -EALREADY when it has ended.
#define async_cancel(f) (async__macro(async_cancel) async__cancel_handle(async__future_handle(f)))
int async__cancel_handle(void *future);

// Has it ended, in any way? By unwinding?
#define async_done(f) (async__macro(async_done) async__done(async__future_handle(f)))
#define async_cancelled(f) (async__macro(async_cancelled) async__cancelled(async__future_handle(f)))
_Bool async__done(void *future);
_Bool async__cancelled(void *future);

// Runs it as a task; nobody cares for its end. Consumes f.
#define async_detach(f) (async__macro(async_detach) async__detach(async__future_handle(f)))
void async__detach(void *future);
// Gives a handle back: a coroutine object is dropped and never runs, a task goes on. Consumes f.
#define async_release(f) (async__macro(async_release) async__release(async__future_handle(f)))
void async__release(void *future);
// Ends what a future stands for, for a variable whose scope is left by cancellation: a coroutine object is released, a task of which
// this is the last reference cancelled and awaited. Never interrupted, never unwinds. Consumes f.
async_fn(void) async__close(void *future);
// One more reference to the same future.
#define async_retain(f) (async__macro(async_retain) (__typeof__(f))async__retain(async__future_handle(f)))
void *async__retain(void *future);

// Waits for the end of f; 0 and the value in *value (may be null), or the reason for which f was cancelled. Consumes f.
#define async_join(f, value) \
    (async__macro(async_join) async__join(async__future_handle(f), async__place(async__value(f), value)))
async_fn(int) async__join(void *future, void *value);

// Waits for the end of f.
enum async_status { ASYNC_DONE, ASYNC_CANCELLED };
#define async_wait(f) (async__macro(async_wait) async__wait(async__future_handle(f)))
async_fn(enum async_status) async__wait(void *future);

// Awaits f for so many seconds: 0 and its value in *value (may be null), or -ETIMEDOUT, when f has been cancelled and has ended.
// Consumes f.
#define async_wait_for(f, seconds, value) \
    (async__macro(async_wait_for) (async_future(int))async__timed(async__future_handle(f), (async__argument seconds), \
        async__place(async__value(f), value)))
void *async__timed(void *future, double seconds, void *value);

// A future of the same value: whoever awaits it may be cancelled, and f goes on. f becomes a task at once. Consumes f.
#define async_shield(f) (async__macro(async_shield) (__typeof__(f))async__shield(async__future_handle(f)))
void *async__shield(void *future);

// The value, if it is there: 0, -EINPROGRESS, -ECANCELED, -ENOMEM.
#define async_result(f, value) \
    (async__macro(async_result) async__result(async__future_handle(f), async__place(async__value(f), value)))
int async__result(void *future, void *value);

// The loop calls the function once when f has ended, also if it has already. 0 or -ENOMEM.
#define async_add_done_callback(f, function, argument) \
    (async__macro(async_add_done_callback) async__add_done_callback( \
        async__future_handle(f), (async__argument function), (async__argument argument)))
int async__add_done_callback(void *future, void (*function)(void *), void *argument);

// The task that runs; null outside of tasks. A task is valid until it ends.
struct async_task *async_current_task(void);
// Stores up to `count` of the loop's tasks that have not ended, in the order in which they were made. Gives how many
// there are.
__SIZE_TYPE__ async_all_tasks(struct async_task **tasks, __SIZE_TYPE__ count);
int async_task_cancel(struct async_task *);                             // as async_cancel
const char *async_task_name(struct async_task *);                       // the function's, until it is given one
int async_set_task_name(struct async_task *, const char *name);         // copies it; 0, -ENOMEM, -EALREADY

// ---- promises: the bridge from any callback API
//
//     async_promise(int) p = async_promise_new(int);     // null: no memory
//     start_something(on_done, p);                       // on_done: async_resolve(p, 42)
//     int value = await async_promise_future(p);

struct async_promise_tag;
#define async_promise(T) __typeof__(async__macro(async_promise) __typeof__(async__argument T) (**)(struct async_promise_tag *))
#define async__promise(T) __typeof__(__typeof__(T) (**)(struct async_promise_tag *))
#define async_promise_new(T) \
    (async__macro(async_promise_new) (async__promise(async__argument T))async__promise_new(sizeof(async__object_type(T)), _Alignof(async__object_type(T))))
void *async__promise_new(__SIZE_TYPE__ size, __SIZE_TYPE__ align);

// The awaiting end, which can be had once; null after that. It may also be asked for when p has been resolved, though
// not when its loop has been closed.
#define async_promise_future(p) \
    (async__macro(async_promise_future) (async_future(__typeof__(async__promised(p))))async__promise_future(async__promise_handle(p)))
void *async__promise_future(void *promise);

// Both consume the resolving end. 0, or -ECANCELED when no one waits for it any more. async_resolve(p) for void.
#define async_resolve(p, ...) \
    (async__macro(async_resolve) async__resolve(async__promise_handle(p), \
        __extension__(async__object_type(async__promised(p))[async__one_if(async__promised(p), #__VA_ARGS__)]){ async__argument __VA_ARGS__ }))
// 1, if there is a value exactly where one of the type of `wanted` can be.
#define async__one_if(wanted, text) \
    (_Generic((__typeof__(wanted) *)0, void *: sizeof(text) == 1, default: sizeof(text) > 1) ? 1 : -1)
int async__resolve(void *promise, const void *value);
#define async_promise_cancel(p) \
    (async__macro(async_promise_cancel) async__promise_cancel(async__promise_handle(p)))
int async__promise_cancel(void *promise);

// ---- time

async_fn(void) async_sleep(double seconds);    // what is not greater than 0: as async_yield
async_fn(void) async_yield(void);              // lets the others run; always a place where a task can be stopped

// async_timeout (seconds) statement else statement, and async_timeout_at (when) …, are words of the language.
double async_deadline(void);                   // the nearest deadline of the task that runs, in the loop's time; INFINITY: none

// ---- many at once

// Runs all of them at the same time. The value is a struct of theirs: _0, _1, … in the order given (async_void for
// void). If one is cancelled, the others are cancelled and awaited, then the awaiter unwinds. Consumes all.
#define async_gather(...) \
    (async__macro(async_gather) (async_future(struct { async__members(__VA_ARGS__) }))async__gather( \
        async__count(__VA_ARGS__), async__handles(__VA_ARGS__)))
#define async__member(f, name) async__object_type(async__value(f)) name;
void *async__gather(__SIZE_TYPE__ count, ...);    // at most ASYNC__MOST_FUTURES
enum { ASYNC__MOST_FUTURES = 32 };

// The same for `count` futures of one type in an array. results[i] (results may be null) is the value of futures[i].
#define async_gather_array(futures, count, results) \
    (async__macro(async_gather_array) (async_future(void))async__gather_array( \
        async__futures_handle(futures), (async__argument count), async__place(async__value(*(futures)), results)))
void *async__gather_array(void *futures, __SIZE_TYPE__ count, void *results);

// The first one to end: `index` says which (0, 1, …), and its value is in _0, _1, … as for async_gather; `value` is another
// name of _0. The others are cancelled in the same step and awaited; those that have not begun never run. If the first one ends
// cancelled, the awaiter unwinds. Consumes all.
#define async_race(...) \
    (async__macro(async_race) (async_future(async__raced(__VA_ARGS__)))async__race( \
        sizeof(async__raced(__VA_ARGS__)), _Alignof(async__raced(__VA_ARGS__)), async__count(__VA_ARGS__), async__handles(__VA_ARGS__)))
#define async__raced(...) \
    struct { int index; union { async__members(__VA_ARGS__) async__member(async__first(__VA_ARGS__, 0), value) }; }
void *async__race(__SIZE_TYPE__ result_size, __SIZE_TYPE__ result_align, __SIZE_TYPE__ count, ...);

// The same for `count` futures of one type in an array, with `index` and `value` only; index is -1 if there are none.
#define async_race_array(futures, count) \
    (async__macro(async_race_array) (async_future(async__raced_one(*(futures))))async__race_array( \
        sizeof(async__raced_one(*(futures))), _Alignof(async__raced_one(*(futures))), async__futures_handle(futures), (async__argument count)))
#define async__raced_one(f) struct { int index; union { async__member(f, value) }; }
void *async__race_array(__SIZE_TYPE__ result_size, __SIZE_TYPE__ result_align, void *futures, __SIZE_TYPE__ count);

// Wait until all of the `count` futures in an array have ended, or one of them has, whose index it gives (count: there was
// none). Null elements are skipped, coroutine objects become tasks in place, nothing is consumed or cancelled. The array is read
// when the wait begins.
#define async_wait_all(futures, count) \
    (async__macro(async_wait_all) (async_future(void))async__wait_all(async__futures_handle(futures), (async__argument count)))
#define async_wait_any(futures, count) \
    (async__macro(async_wait_any) (async_future(__SIZE_TYPE__))async__wait_any(async__futures_handle(futures), (async__argument count)))
void *async__wait_all(void *futures, __SIZE_TYPE__ count);
void *async__wait_any(void *futures, __SIZE_TYPE__ count);

// The values in the order in which they come. Closing it early cancels and awaits the rest. Consumes all.
#define async_as_completed(...) \
    (async__macro(async_as_completed) (async_generator(async__object_type(async__value(async__first(__VA_ARGS__, 0)))))async__as_completed( \
        async__count(__VA_ARGS__), async__likes(async__first(__VA_ARGS__, 0), __VA_ARGS__)))
#define async__first(f, ...) f
#define async_as_completed_array(futures, count) \
    (async__macro(async_as_completed_array) (async_generator(async__object_type(async__value(*(futures)))))async__as_completed_array( \
        async__futures_handle(futures), (async__argument count)))
void *async__as_completed(__SIZE_TYPE__ count, ...);
void *async__as_completed_array(void *futures, __SIZE_TYPE__ count);

// ---- async_with
//
// async_with (D x = E, …) statement is a statement of the language: each E is awaited, and when the statement is left, in
// whatever way, the exits of the values are called, the last one first.

// Ties a function to a type: how async_with leaves a value of type T. The function takes the value; it may be async, then it is
// awaited; what it gives is dropped. It is called for a null pointer too. Once for a type, at file scope, where the function
// is declared; in files that asyncc translates a semicolon behind it may be left out.
#define ASYNC_EXIT(T, function) \
    async__exit(async__paste(async__exit_of_, __COUNTER__), T, function) async__semicolon
#define async__exit(name, T, function) extern void name(__typeof__(T) *, __typeof__((function)(*(__typeof__(T) *)0)) *)

// ---- groups
//
// async_group (g) statement else statement is a statement of the language: it ends when its statement has, and all children.

// Makes f a child of g, which starts at the next turn. A child whose value is an int, long or long long fails if that is
// negative; one that finds no memory fails with -ENOMEM. Consumes f.
#define async_spawn(g, f) \
    (async__macro(async_spawn) async__spawn((async__argument g), async__future_handle(f), async__failure_size(f), 0))
// The same, but its value goes to *value (may be null) and is no failure.
#define async_spawn_to(g, f, value) \
    (async__macro(async_spawn_to) async__spawn((async__argument g), async__future_handle(f), 0, async__place(async__value(f), value)))
#define async__failure_size(f) \
    _Generic((__typeof__(async__value(f)) *)0, int *: sizeof(int), long *: sizeof(long), long long *: sizeof(long long), default: 0)
void async__spawn(struct async_group *, void *future, __SIZE_TYPE__ failure_size, void *value);

int async_group_error(struct async_group *);                   // the first failure; 0: none
void async_group_fail(struct async_group *, int error);        // a failure of the program's own; the first one counts
void async_group_cancel(struct async_group *);                 // asks all children to stop; that is no failure
async_fn(void) async_group_wait(struct async_group *);         // waits until there is no child

// At the end of the statement: 0 (go on), 1 (it has failed), or the reason to unwind for.
async_fn(int) async__group_join(struct async_group *, int exit);

// ---- streams

// The next value in *value (may be null) and true, or false at the end. Does not consume.
#define async_next(g, value) \
    (async__macro(async_next) async__next(async__generator_handle(g), async__place(async__generated(g), value)))
async_fn(_Bool) async__next(void *generator, void *value);

// Ends the stream: its cleanups run, what it waits for is cancelled and awaited. Consumes g.
#define async_generator_close(g) \
    (async__macro(async_generator_close) async__generator_close(async__generator_handle(g)))
async_fn(void) async__generator_close(void *generator);

// ---- queue: values from some tasks to others
//
//     async_queue(int) q = async_queue_new(int, 10);      // at most 10 in it; 0: no bound. Null: no memory
//     int error = await async_queue_put(q, 42);
//     int n; while (await async_queue_get(q, &n) == 0) …  // until it is closed and empty
//
// Whoever puts waits while the queue is full, whoever gets while it is empty. A value goes to exactly one getter. A null queue gives
// -ENOMEM.

struct async_queue_tag;
#define async_queue(T) __typeof__(async__macro(async_queue) __typeof__(async__argument T) (**)(struct async_queue_tag *))
#define async__queue(T) __typeof__(__typeof__(T) (**)(struct async_queue_tag *))
#define async__queued(q) ((**(q))((struct async_queue_tag *)0))
#define async__queue_handle(q) async__checked(q, async__queued(q))
#define async_queue_new(T, capacity) \
    (async__macro(async_queue_new) (async__queue(async__argument T))async__queue_new( \
        sizeof(async__object_type(T)), (async__argument capacity)))
void *async__queue_new(__SIZE_TYPE__ item_size, __SIZE_TYPE__ capacity);
// Closes it, drops what is in it and frees it.
#define async_queue_free(q) (async__macro(async_queue_free) async__queue_free(async__queue_handle(q)))
void async__queue_free(void *queue);

// 0, -EPIPE when it is closed, -ENOMEM. async_queue_put(q) for void.
#define async_queue_put(q, ...) \
    (async__macro(async_queue_put) async__queue_put(async__queue_handle(q), async__item(q, __VA_ARGS__)))
async_fn(int) async__queue_put(void *queue, const void *value);
// 0 and the first value in *place (which may be null), -EPIPE when the queue is closed and empty.
#define async_queue_get(q, place) \
    (async__macro(async_queue_get) async__queue_get(async__queue_handle(q), async__place(async__queued(q), place)))
async_fn(int) async__queue_get(void *queue, void *place);
// The same for who does not want to wait: -EAGAIN.
#define async_queue_try_put(q, ...) \
    (async__macro(async_queue_try_put) async__queue_try_put(async__queue_handle(q), async__item(q, __VA_ARGS__)))
int async__queue_try_put(void *queue, const void *value);
#define async_queue_try_get(q, place) \
    (async__macro(async_queue_try_get) async__queue_try_get(async__queue_handle(q), async__place(async__queued(q), place)))
int async__queue_try_get(void *queue, void *place);
#define async__item(q, ...) \
    __extension__(async__object_type(async__queued(q))[async__one_if(async__queued(q), #__VA_ARGS__)]){ async__argument __VA_ARGS__ }

// How many values are in it.
#define async_queue_size(q) (async__macro(async_queue_size) async__queue_size(async__queue_handle(q)))
__SIZE_TYPE__ async__queue_size(void *queue);
// Nothing comes in any more: puts that wait give -EPIPE, gets take what is left and then give -EPIPE.
#define async_queue_close(q) (async__macro(async_queue_close) async__queue_close(async__queue_handle(q)))
void async__queue_close(void *queue);

// For those who want to know when everything that was put has been dealt with: whoever gets a value says when it is done with it.
// task_done: 0, or -EINVAL when all was done already. join waits until all is: 0, or -EPIPE when the queue is freed meanwhile.
#define async_queue_task_done(q) (async__macro(async_queue_task_done) async__queue_task_done(async__queue_handle(q)))
int async__queue_task_done(void *queue);
#define async_queue_join(q) (async__macro(async_queue_join) async__queue_join(async__queue_handle(q)))
async_fn(int) async__queue_join(void *queue);

#include "sync.h"
#include "io.h"
#include "system.h"
#include "stream.h"

#endif
