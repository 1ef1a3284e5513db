// Offsets of files have 64 bits.
// RUN: %build %s -o %t && %run %t %t.txt
#include <async.h>
#undef NDEBUG
#include <assert.h>
#include <fcntl.h>
#include <unistd.h>

async int main(int argc, char **argv)
{
    const char *path = argc > 1 ? argv[1] : "/tmp/asyncc-far-offset.txt";
    char byte = 0;
    int fd = await async_open(path, O_RDWR | O_CREAT | O_TRUNC, 0600);
    assert(fd >= 0);
    defer close(fd);
    unlink(path);
    assert(await async_pwrite(fd, "x", 1, 5000000000) == 1);
    assert(await async_pread(fd, &byte, 1, 5000000000) == 1 && byte == 'x');
    assert(await async_pread(fd, &byte, 1, 705032704) == 1 && byte == 0);
    return 0;
}
