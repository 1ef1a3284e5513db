// A forked child that has no loop dies of a signal that its parent has taken over.
// RUN: %build %s -o %t && %run %t
// UNSUPPORTED: tsan
#include <async.h>
#undef NDEBUG
#include <assert.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

static int died_of_sigterm(pid_t child)
{
    int status;
    return waitpid(child, &status, 0) == child && WIFSIGNALED(status) && WTERMSIG(status) == SIGTERM;
}

async int main(void)
{
    future(int) f = async_start(async_signal(SIGTERM));
    await async_yield();
    await async_yield();
    pid_t child = fork();
    assert(child >= 0);
    if (child == 0) {
        raise(SIGTERM);
        _exit(3);
    }
    assert(died_of_sigterm(child));
    assert(!async_done(f));
    raise(SIGTERM);
    assert(await f == 0);
    return 0;
}
