// A process that was forked has threads of its own.
// RUN: %build %s -o %t && %run %t
// UNSUPPORTED: tsan
#include <async.h>
#undef NDEBUG
#include <assert.h>
#include <sys/wait.h>
#include <unistd.h>

static int job(void *unused)
{
    (void)unused;
    return 7;
}

static async int ask(void)
{
    return await async_to_thread(job, NULL);
}

int main(void)
{
    assert(async_run(ask()) == 7);
    pid_t child = fork();
    assert(child >= 0);
    if (child == 0) {
        alarm(10);
        return async_run(ask()) == 7 ? 3 : 4;
    }
    int status;
    assert(waitpid(child, &status, 0) == child && WIFEXITED(status) && WEXITSTATUS(status) == 3);
    return 0;
}
