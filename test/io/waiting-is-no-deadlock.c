// A task that waits for a descriptor is no deadlock: what is outside may write.
// RUN: %build %s -o %t && %run-whole %t | FileCheck %s
// RUN: env ASYNC_CLOCK=virtual %run-whole %t | FileCheck %s

#include <async.h>
#include <pthread.h>
#include <stdio.h>
#include <sys/socket.h>
#include <unistd.h>

static int ends[2];

static void *thread(void *unused)
{
    usleep(5000);
    write(ends[1], "hello", 5);
    return unused;
}

async int main()
{
    char text[10];
    pthread_t other;
    socketpair(AF_UNIX, SOCK_STREAM, 0, ends);
    pthread_create(&other, NULL, thread, NULL);
    pthread_detach(other);
    ssize_t n = await async_read(ends[0], text, sizeof text);
    // CHECK: hello
    printf("%.*s\n", (int)n, text);
    return 0;
}
