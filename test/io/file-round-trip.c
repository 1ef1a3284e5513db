// What is written to a file at an offset is read again from there; the errors are values.
// RUN: %build %s -o %t && cd %T && %run %t %t.txt | FileCheck %s
#include <async.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

async int main(int argc, char **argv)
{
    const char *path = argc > 1 ? argv[1] : "/tmp/asyncc-file-round-trip.txt";
    char text[16] = "";
    unlink(path);
    // CHECK: missing 1
    printf("missing %d\n", await async_open(path, O_RDWR | O_CLOEXEC, 0) == -ENOENT);
    int fd = await async_open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (fd < 0)
        return 1;
    defer close(fd);
    // CHECK-NEXT: written 5 6, synced 0
    long first = await async_pwrite(fd, "hello", 5, 0), second = await async_pwrite(fd, " world", 6, 5);
    printf("written %ld %ld, synced %d\n", first, second, await async_fsync(fd));
    // CHECK-NEXT: read 11 'hello world'
    long count = await async_pread(fd, text, sizeof text, 0);
    printf("read %ld '%.*s'\n", count, (int)count, text);
    // CHECK-NEXT: read 5 'world'
    count = await async_pread(fd, text, sizeof text, 6);
    printf("read %ld '%.*s'\n", count, (int)count, text);
    // CHECK-NEXT: end 0
    printf("end %ld\n", (long)await async_pread(fd, text, sizeof text, 11));
    // CHECK-NEXT: position 0
    printf("position %ld\n", (long)lseek(fd, 0, SEEK_CUR));
    // CHECK-NEXT: no descriptor 1 1 1
    printf("no descriptor %d %d %d\n", await async_pread(-1, text, 1, 0) == -EBADF, await async_pwrite(-1, text, 1, 0) == -EBADF,
           await async_fsync(-1) == -EBADF);
    // CHECK-NEXT: negative offset 1
    printf("negative offset %d\n", await async_pread(fd, text, 1, -1) == -EINVAL);
    unlink(path);
    return 0;
}
