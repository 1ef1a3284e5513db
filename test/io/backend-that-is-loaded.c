// io_uring comes from a library of its own, which is loaded when it is asked for. Where it cannot be had there is a reason, in debug
// mode, and another backend.
// REQUIRES: with-io_uring
// RUN: %build %s -o %t && env LD_LIBRARY_PATH=%binary/lib ASYNC_BACKEND=io_uring ASYNC_DEBUG=1 %run %t 2>&1 | FileCheck %s
// RUN: env LD_LIBRARY_PATH=/nowhere ASYNC_BACKEND=io_uring ASYNC_DEBUG=1 %run %t 2>&1 | FileCheck %s --check-prefix=NONE
// RUN: env LD_LIBRARY_PATH=/nowhere ASYNC_BACKEND=io_uring %run %t 2>&1 | FileCheck %s --check-prefix=SILENT
#include <async.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

// Has this process a ring?
static bool has_ring(void)
{
    char path[32], target[64];
    for (int fd = 0; fd < 64; fd++) {
        snprintf(path, sizeof path, "/proc/self/fd/%d", fd);
        ssize_t n = readlink(path, target, sizeof target - 1);
        if (n > 0 && strncmp(target, "anon_inode:[io_uring]", 21) == 0)
            return true;
    }
    return false;
}

async int main(void)
{
    // CHECK: ring 1
    // NONE: asyncc: ASYNC_BACKEND=io_uring: {{.*}}libasyncc-io_uring
    // NONE: ring 0
    // SILENT-NOT: asyncc:
    // SILENT: ring 0
    await async_yield();
    printf("ring %d\n", has_ring());
    return 0;
}
