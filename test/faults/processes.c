// Other programs on bad days: they are started or not, and leave neither a zombie nor a descriptor.
// RUN: %build %s -o %t && %many-faults %t
#include <async.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>
#include <sys/wait.h>
#include "Inputs/descriptors.h"

static bool has_children(void)
{
    return !(waitpid(-1, nullptr, WNOHANG) < 0 && errno == ECHILD);
}

static void check(bool is_right, const char *what)
{
    if (is_right)
        return;
    fprintf(stderr, "not so: %s\n", what);
    abort();
}

// One that cannot be fed waits for its food.
async void feed(struct async_process *p)
{
    struct async_stream *s = async_process_stdin(p);
    char text[1000];
    memset(text, 'x', sizeof text);
    for (int i = 0; i < 100 && !async_stream_error(s); i++)
        await async_stream_write(s, text, sizeof text);
    if (await async_stream_shutdown(s) < 0)
        async_process_kill(p);
}

async void cat(const struct async_subprocess_options *options)
{
    char text[5000];
    size_t sum = 0;
    ssize_t n = 0;
    async_with (auto p = async_subprocess_exec((const char *const[]){ "cat", nullptr }, options)) {
        auto feeding = async_create_task(feed(p));
        while ((n = await async_stream_read(async_process_stdout(p), text, sizeof text)) > 0) {
            for (ssize_t i = 0; i < n; i++)
                check(text[i] == 'x', "what comes out is what went in");
            sum += (size_t)n;
        }
        if (n < 0)
            async_process_kill(p);
        await feeding;
        int error = async_stream_error(async_process_stdin(p));
        int status = await async_process_wait(p);
        check(error || n < 0 || status < 0 || async_process_error(p) || options || sum == 100000, "all of it comes out");
    }
}

async int main(void)
{
    int before = count_descriptors();
    await cat(nullptr);
    await cat(&(struct async_subprocess_options){ .error = ASYNC_DEVNULL });
    await cat(&(struct async_subprocess_options){ .output = ASYNC_DEVNULL, .error = ASYNC_STDOUT });
    async_with (auto p = async_subprocess_exec((const char *const[]){ "sleep", "100", nullptr }, nullptr))
        await async_yield();
    check(!has_children(), "no zombies");
    check(count_descriptors() == before, "no descriptors are left");
    return 0;
}
