// ASYNC_BACKEND chooses how the system is asked. A name that is not known is told of in debug mode, and otherwise not there.
// UNSUPPORTED: faults
// RUN: %build %s -o %t && env ASYNC_BACKEND=poll %run %t | FileCheck %s
// RUN: env ASYNC_BACKEND=epoll %run %t | FileCheck %s
// RUN: env ASYNC_BACKEND=none %run %t 2>&1 | FileCheck %s
// RUN: env ASYNC_BACKEND=none ASYNC_DEBUG=1 %run %t 2>&1 | FileCheck %s --check-prefix=NONE

#include <async.h>
#include <stdio.h>
#include <unistd.h>

async void write_later(int fd)
{
    await async_sleep(0.001);
    await async_write(fd, "hello", 5);
}

async int main()
{
    int ends[2];
    char text[10];
    pipe(ends);
    auto writer = async_create_task(write_later(ends[1]));
    ssize_t n = await async_read(ends[0], text, sizeof text);
    await writer;
    // NONE: asyncc: ASYNC_BACKEND=none: no such backend
    // CHECK-NOT: asyncc
    // CHECK: hello
    printf("%.*s\n", (int)n, text);
    return 0;
}
