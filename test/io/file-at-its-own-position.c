// async_read and async_write of a regular file go on where the last one ended; what else is ready runs meanwhile.
// RUN: %build %s -o %t && %run %t %t.txt | FileCheck %s
#include <async.h>
#include <fcntl.h>
#include <stdio.h>
#include <unistd.h>

static int turns;

static async void count(void)
{
    for (;;) {
        turns++;
        await async_yield();
    }
}

async int main(int argc, char **argv)
{
    char text[16] = "";
    int fd = argc > 1 ? await async_open(argv[1], O_RDWR | O_CREAT | O_TRUNC, 0600) : -1;
    if (fd < 0)
        return 1;
    defer close(fd);
    unlink(argv[1]);
    future(void) counter = async_start(count());
    defer async_release(counter);
    // CHECK: 5 6
    long first = await async_write(fd, "hello", 5), second = await async_write_all(fd, " world", 6);
    printf("%ld %ld\n", first, second);
    lseek(fd, 0, SEEK_SET);
    // CHECK-NEXT: 6 hello{{ $}}
    long n = await async_read(fd, text, 6);
    printf("%ld %.*s\n", n, (int)n, text);
    // CHECK-NEXT: 5 world
    n = await async_read(fd, text, sizeof text);
    printf("%ld %.*s\n", n, (int)n, text);
    // CHECK-NEXT: 0, others ran 1
    n = await async_read(fd, text, sizeof text);
    printf("%ld, others ran %d\n", n, turns >= 6);
    async_cancel(counter);
    return 0;
}
