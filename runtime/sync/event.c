// event.c: struct async_event.

#include <async.h>

#include "core/park.h"

async void async_event_wait(struct async_event *event)
{
    if (event->is_set)
        await async__pause();
    else
        await async__park(&event->line);
}

void async_event_set(struct async_event *event)
{
    event->is_set = true;
    while (async__unpark(&event->line, 0))
        ;
}

void async_event_clear(struct async_event *event)
{
    event->is_set = false;
}

_Bool async_event_is_set(const struct async_event *event)
{
    return event->is_set;
}
