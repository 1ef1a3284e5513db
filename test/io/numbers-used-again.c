// A descriptor that was waited for and closed by plain close(2), as a library does: the next one with its number is waited for.
// RUN: %build %s -o %t && %run-whole %t | FileCheck %s

#include <async.h>
#include <stdio.h>
#include <sys/socket.h>
#include <unistd.h>

async void write_later(int fd)
{
    await async_sleep(0.002);
    await async_write_all(fd, "hello", 5);
}

// Ten times the same number, each time a descriptor of another kind. All is read twice: what is known of the old one must not
// keep the new one waiting.
async void use(const char *name)
{
    int first = -1, same = 0, complete = 0;
    for (int i = 0; i < 10; i++) {
        int ends[2];
        char text[100];
        if (i % 3 < 2)
            socketpair(AF_UNIX, i % 3 ? SOCK_STREAM : SOCK_DGRAM, 0, ends);
        else
            pipe(ends);
        first = i ? first : ends[0];
        same += ends[0] == first;
        auto writer = async_create_task(write_later(ends[1]));
        complete += await async_read(ends[0], text, sizeof text) == 5;
        await writer;
        writer = async_create_task(write_later(ends[1]));
        complete += await async_read(ends[0], text, sizeof text) == 5;
        await writer;
        close(ends[0]);
        close(ends[1]);
    }
    printf("%s: %d of the same number, %d complete\n", name, same, complete);
}

async void turn_for_ever(void)
{
    for (;;)
        await async_yield();
}

async int main()
{
    // CHECK: idle: 10 of the same number, 20 complete
    await use("idle");
    // CHECK-NEXT: busy: 10 of the same number, 20 complete
    auto turning = async_create_task(turn_for_ever());
    await use("busy");
    async_cancel(turning);
    async_release(turning);
    return 0;
}
