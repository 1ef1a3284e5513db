// signal.c: async_signal.

#include <async.h>

#include "core/park.h"
#include "system/signals.h"

async int async_signal(int number)
{
    struct async__signal *signal;
    await async__pause();
    int error = async__signal_take(number, &signal);
    if (error)
        return error;
    if (!signal->is_kept)
        return await async__park(&signal->line);
    signal->is_kept = false;
    return 0;
}
