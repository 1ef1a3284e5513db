// core/calls.h: what the loop has to do with plain functions that are to be called.

#ifndef ASYNC_CORE_CALLS_H
#define ASYNC_CORE_CALLS_H

#include "core/loop.h"

void async__calls_drop(struct async__loop *);       // frees what will not be called, as the loop goes

#endif
