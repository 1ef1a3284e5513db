// A task whose descriptor is always ready lets the others run, and a task that never waits lets descriptors be looked at.
// UNSUPPORTED: faults
// RUN: %build %s -o %t && %run %t | FileCheck %s

#include <async.h>
#include <stdio.h>
#include <sys/socket.h>

static long turns, echoes;

async void turn_for_ever(void)
{
    for (;; turns++)
        await async_yield();
}

async void echo_for_ever(int fd)
{
    char c;
    for (;; echoes++) {
        await async_write(fd, "x", 1);
        await async_read(fd, &c, 1);
    }
}

async void answer(int fd)
{
    char c;
    while (await async_read(fd, &c, 1) == 1)
        await async_write(fd, &c, 1);
}

// What it writes it can read.
async void run_beside_turns(int ends[2])
{
    char c;
    for (int i = 0; i < 6500; i++) {
        await async_write(ends[0], "x", 1);
        await async_read(ends[1], &c, 1);
    }
}

async int main()
{
    int ends[2];
    socketpair(AF_UNIX, SOCK_STREAM, 0, ends);
    auto turning = async_create_task(turn_for_ever());
    await run_beside_turns(ends);
    // 13000 operations that need not wait
    // CHECK: turns: 1
    printf("turns: %d\n", turns >= 190);

    auto answering = async_create_task(answer(ends[1]));
    auto echoing = async_create_task(echo_for_ever(ends[0]));
    long before = turns;
    while (echoes < 50)
        await async_yield();
    // CHECK-NEXT: turns for an echo: 1
    printf("turns for an echo: %d\n", turns - before < 50 * 45);
    async_cancel(turning);
    async_cancel(answering);
    async_cancel(echoing);
    async_release(turning);
    async_release(answering);
    async_release(echoing);
    return 0;
}
