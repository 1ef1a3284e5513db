// async.h: async and await for C.
//
// For files that asyncc translates. Plain C files that only call async functions include <async/plain.h>.
//
//     async     before a function: its calls give a future
//     await     a unary operator: waits for a future and gives its value
//     future(T), generator(T)    the types of what can be awaited, and of streams
//     yield     a statement of generators: gives the next value
//     defer     a statement: what to do when the scope is left
//
// The words are macros over _Async, _Await, …, which asyncc always knows. With ASYNC_NO_KEYWORDS defined before this
// header, async, await, yield, defer, future and generator stay free.

#ifndef ASYNC_H
#define ASYNC_H

#ifdef __ASYNCC__

#ifndef ASYNC_NO_KEYWORDS
#define async _Async
#define await _Await
#define yield _Yield
#define defer _Defer
#define future(T) async_future(T)
#define generator(T) async_generator(T)
#endif

#define async_fn(T) _Async __typeof__(T)

// Tells the tool that the compiler lacks words of C23 that it has to write otherwise.
#if !defined __clang__ && __GNUC__ < 13
typedef void async__lacks_c23_words;
#endif
#ifndef __BITINT_MAXWIDTH__
typedef void async__lacks_bit_int;
#endif

#include "async/abi.h"
#include "async/api.h"

#else

#include "async/editor.h"

#endif
#endif
