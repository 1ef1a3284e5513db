// A recv that must not wait is given what has come since the last one found less than it asked for.
// RUN: %build %s -o %t && %run %t | FileCheck %s
// UNSUPPORTED: faults
#include <async.h>
#include <stdio.h>
#include <sys/socket.h>
#include <sys/types.h>
#include <unistd.h>

async int main(void)
{
    int ends[2];
    char text[10];
    socketpair(AF_UNIX, SOCK_STREAM, 0, ends);
    for (int i = 0; i < 4; i++) {
        auto reader = async_create_task(async_recv(ends[0], text, sizeof text, 0));
        await async_sleep(0.001);
        write(ends[1], "one", 3);
        await reader;
        write(ends[1], "two", 3);
        printf("%zd\n", await async_recv(ends[0], text, sizeof text, MSG_DONTWAIT));
    }
    // CHECK: 3
    // CHECK-NEXT: 3
    // CHECK-NEXT: 3
    // CHECK-NEXT: 3
    return 0;
}
