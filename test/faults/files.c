// Files, names and threads on bad days: a value or an error, also when there is no thread to be had.
// RUN: %build %s -o %t && %many-faults %t %t.txt
#include <async.h>
#include <errno.h>
#include <fcntl.h>
#include <netdb.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>
#include <unistd.h>
#include "Inputs/descriptors.h"

static void check(bool is_right, const char *what)
{
    if (is_right)
        return;
    fprintf(stderr, "not so: %s\n", what);
    abort();
}

static int add_one(void *number)
{
    return *(int *)number + 1;
}

async void use_file(const char *path)
{
    char text[16] = "";
    int fd = await async_open(path, O_RDWR | O_CREAT | O_TRUNC, 0600);
    if (fd < 0)
        return;
    ssize_t n = await async_pwrite(fd, "hello, world", 12, 0), m;
    check(n < 0 || (n > 0 && n <= 12), "some bytes are written");
    m = await async_pread(fd, text, sizeof text, 0);
    check(m < 0 || n < 0 || (m <= n && memcmp(text, "hello, world", (size_t)m) == 0), "and read");
    check(await async_fsync(fd) <= 0, "they are on the disk");
    await async_close(fd);
}

async void add(int number)
{
    int sum = await async_to_thread(add_one, &number);
    check(sum == number + 1 || sum < 0, "a thread's value comes back");
}

async void look_up(void)
{
    struct addrinfo *list = nullptr;
    if (await async_getaddrinfo("localhost", nullptr, nullptr, &list) == 0)
        freeaddrinfo(list);
}

async int main(int argc, char **argv)
{
    int before = count_descriptors();
    for (int i = 0; i < 10; i++)
        await async_gather(use_file(argv[argc - 1]), add(1), add(2), add(3), look_up());
    check(count_descriptors() == before, "no descriptors are left");
    return 0;
}
