// A file that has been opened when its task is asked to stop is not lost: its descriptor is given.
// RUN: %build %s -o %t && %run %t | FileCheck %s
#include <async.h>
#include <fcntl.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

static char path[100];

static async void opener(void)
{
    int fd = await async_open(path, O_RDONLY, 0);    // of a pipe: until somebody writes to it
    printf("opened %d\n", fd >= 0);
    close(fd);
}

async int main(void)
{
    snprintf(path, sizeof path, "/tmp/asyncc-fifo-%d", (int)getpid());
    if (mkfifo(path, 0600) < 0)
        return 1;
    defer unlink(path);
    future(void) task = async_start(opener());
    await async_yield();
    // Opens without waiting only where a reader is waiting, so the thread has begun.
    int writer;
    while ((writer = open(path, O_WRONLY | O_NONBLOCK)) < 0)
        await async_sleep(0.001);
    defer close(writer);
    async_cancel(task);
    // CHECK: opened 1
    // CHECK-NEXT: ended 1
    printf("ended %d\n", (await async_wait(task)) == ASYNC_DONE);
    async_release(task);
    return 0;
}
