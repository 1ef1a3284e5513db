// core/interrupt.h: SIGINT while main runs.

#ifndef ASYNC_CORE_INTERRUPT_H
#define ASYNC_CORE_INTERRUPT_H

#include "core/loop.h"

struct sigaction;

void async__interrupts_begin(struct async__loop *, struct async_task *main);    // main must stay until the end
void async__interrupts_collect(struct async__loop *);    // asks main to stop if SIGINT has come
void async__interrupts_end(struct async__loop *);        // for any loop, before it goes
bool async__interrupts_has(const struct sigaction *);    // is it the handler that begin() sets?
void async__interrupts_obey(void);                       // if SIGINT has come: stdio is flushed and the process ends by it

#endif
