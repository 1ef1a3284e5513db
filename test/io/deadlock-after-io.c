// When nobody waits for a descriptor any more, a deadlock is one again.
// RUN: %build %s -o %t && not %run %t 2>&1 | FileCheck %s

#include <async.h>
#include <sys/socket.h>

async void wait_for_ever(void)
{
    struct async_event event = { 0 };
    await async_event_wait(&event);
}

async int main()
{
    int ends[2];
    char c;
    socketpair(AF_UNIX, SOCK_STREAM, 0, ends);
    async_timeout (0.001)
        await async_read(ends[0], &c, 1);
    else
        ;
    // CHECK: deadlock
    // CHECK: async_event_wait
    await wait_for_ever();
    return 0;
}
