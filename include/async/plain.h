// async/plain.h: the runtime for C files that asyncc does not translate.
//
// They make futures with ordinary calls, run them, cancel them, watch them (async_add_done_callback, async_result) and
// resolve promises. What they cannot do is await. The words async, await, yield and defer are not touched.

#ifndef ASYNC_PLAIN_H
#define ASYNC_PLAIN_H

#include "lowered.h"

#ifndef ASYNC_NO_KEYWORDS
#define future(T) async_future(T)
#define generator(T) async_generator(T)
#endif

#endif
