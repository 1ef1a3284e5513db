// A read waits until there is something and gives what is there, also when it is less than asked for; 0 at the end.
// RUN: %build %s -o %t && env ASYNC_CLOCK=virtual %run-whole %t | FileCheck %s

#include <async.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

async void reader(int fd)
{
    char text[100];
    ssize_t n;
    while ((n = await async_read(fd, text, sizeof text)) > 0)
        printf("read %zd: %.*s\n", n, (int)n, text);
    printf("read %zd\n", n);
    printf("closed %d\n", await async_close(fd));
}

async void try_pair(const char *name, int in, int out)
{
    printf("%s\n", name);
    auto task = async_create_task(reader(in));
    await async_sleep(0.001);
    printf("writing one\n");
    await async_write(out, "one", 3);
    await async_sleep(0.001);
    printf("writing two and three\n");
    await async_write_all(out, "two and three", 13);
    await async_sleep(0.001);
    await async_write(out, "4", 1);
    await async_close(out);
    await task;
}

async int main()
{
    int ends[2];
    // CHECK: a pipe
    // CHECK-NEXT: writing one
    // CHECK-NEXT: read 3: one
    // CHECK-NEXT: writing two and three
    // CHECK-NEXT: read 13: two and three
    // CHECK-NEXT: read 1: 4
    // CHECK-NEXT: read 0
    // CHECK-NEXT: closed 0
    pipe(ends);
    await try_pair("a pipe", ends[0], ends[1]);
    // CHECK-NEXT: a socket
    // CHECK-NEXT: writing one
    // CHECK-NEXT: read 3: one
    // CHECK-NEXT: writing two and three
    // CHECK-NEXT: read 13: two and three
    // CHECK-NEXT: read 1: 4
    // CHECK-NEXT: read 0
    // CHECK-NEXT: closed 0
    socketpair(AF_UNIX, SOCK_STREAM, 0, ends);
    await try_pair("a socket", ends[0], ends[1]);
    return 0;
}
