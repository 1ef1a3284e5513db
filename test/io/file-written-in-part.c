// async_write_all of a file that is asked to stop when a part has been written gives the length of that part.
// RUN: %build %s -Wl,--wrap=write -o %t && env ASYNC_THREADS=1 %run %t %t.txt | FileCheck %s
#include <async.h>
#include <fcntl.h>
#include <semaphore.h>
#include <stdatomic.h>
#include <stdio.h>
#include <unistd.h>

static int fd;
static sem_t go_on, has_next;
static atomic_int writes, blocks;

ssize_t __real_write(int, const void *, size_t);
ssize_t __wrap_write(int to, const void *bytes, size_t size)
{
    if (to != fd || size <= 3)
        return __real_write(to, bytes, size);
    writes = 1;
    sem_wait(&has_next);
    return __real_write(to, bytes, 3);
}

static int block(void *unused)
{
    (void)unused;
    blocks = 1;
    sem_wait(&go_on);
    return 0;
}

static async void writer(void)
{
    printf("written %ld\n", (long)await async_write_all(fd, "hello", 5));
    await async_yield();
    printf("not reached\n");
}

async int main(int argc, char **argv)
{
    sem_init(&go_on, 0, 0);
    sem_init(&has_next, 0, 0);
    fd = argc > 1 ? await async_open(argv[1], O_RDWR | O_CREAT | O_TRUNC, 0600) : -1;
    if (fd < 0)
        return 1;
    unlink(argv[1]);
    future(void) task = async_start(writer());
    while (!writes)
        await async_sleep(0.001);
    future(int) blocker = async_start(async_to_thread(block, NULL));
    await async_sleep(0.001);
    sem_post(&has_next);
    // The one thread has written a part, and the rest stands behind what blocks.
    while (!blocks)
        await async_sleep(0.001);
    await async_sleep(0.001);
    async_cancel(task);
    // CHECK: written 3
    // CHECK-NEXT: cancelled 1
    printf("cancelled %d\n", (await async_wait(task)) == ASYNC_CANCELLED);
    sem_post(&go_on);
    await blocker;
    async_release(task);
    // CHECK-NEXT: size 3
    printf("size %ld\n", (long)lseek(fd, 0, SEEK_END));
    close(fd);
    return 0;
}
