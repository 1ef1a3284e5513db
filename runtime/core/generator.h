// core/generator.h: streams, as the loop and combine/ see them.

#ifndef ASYNC_CORE_GENERATOR_H
#define ASYNC_CORE_GENERATOR_H

#include "core/loop.h"

void async__generator_made(const void *stream);      // debug mode: what lay here is forgotten
void async__generator_init(struct async__generator *, const struct async__generator_ops *, struct async__loop *);
void async__generator_fini(struct async__generator *);
bool async__generators_close_one(struct async__loop *);    // makes a task that closes an open one; false: none is open

#endif
