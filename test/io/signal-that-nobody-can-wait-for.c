// What cannot be caught, what is a fault and what is no signal is an error.
// RUN: %build %s -o %t && %run %t
#include <async.h>
#undef NDEBUG
#include <assert.h>
#include <errno.h>
#include <signal.h>

async int main(void)
{
    assert(await async_signal(SIGKILL) == -EINVAL);
    assert(await async_signal(SIGSTOP) == -EINVAL);
    assert(await async_signal(SIGSEGV) == -EINVAL);
    assert(await async_signal(0) == -EINVAL);
    assert(await async_signal(-1) == -EINVAL);
    assert(await async_signal(1000) == -EINVAL);
    assert(await async_signal(32) == -EINVAL);       // glibc's own
    return 0;
}
