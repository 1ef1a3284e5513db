// async/lowered.h: what the C files include that asyncc writes. Only names that begin with async.

#ifndef ASYNC_LOWERED_H
#define ASYNC_LOWERED_H

#include "abi.h"

// The same type wherever it is written, and another one for every T: a pointer to a pointer to a function. Nothing is
// ever called through it.
#define async_future(T) __typeof__(__typeof__(T) (**)(struct async_tag *))
#define async_generator(T) __typeof__(__typeof__(T) (**)(struct async_generator_tag *))

// An async function in a header, for both sorts of reader.
#define async_fn(T) async_future(T)

#include "api.h"

#endif
