// Other programs: their streams, their exit status, their end by a signal, and those that cannot be started.
// RUN: %build %s -o %t && %run %t | FileCheck %s
#include <async.h>
#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/types.h>
#include <sys/wait.h>

#define RUN(...) async_subprocess_exec((const char *const[]){ __VA_ARGS__, nullptr }, nullptr)

static bool has_children(void)
{
    return !(waitpid(-1, nullptr, WNOHANG) < 0 && errno == ECHILD);
}

async void print_all(struct async_stream *s)
{
    char line[64];
    while (await async_stream_readline(s, line, sizeof line) > 0)
        printf("%s", line);
}

async int main(void)
{
    async_with (auto p = RUN("tr", "a-z", "A-Z")) {
        await async_stream_write(async_process_stdin(p), "hello\nworld\n", 12);
        await async_stream_shutdown(async_process_stdin(p));
        await print_all(async_process_stdout(p));
        printf("status %d\n", await async_process_wait(p));
        printf("again %d, %d\n", await async_process_wait(p), async_process_kill(p) == -ESRCH);
    }
    // CHECK: HELLO
    // CHECK-NEXT: WORLD
    // CHECK-NEXT: status 0
    // CHECK-NEXT: again 0, 1
    async_with (auto p = RUN("sh", "-c", "echo out; echo err >&2; exit 7")) {
        await print_all(async_process_stdout(p));
        await print_all(async_process_stderr(p));
        printf("status %d\n", await async_process_wait(p));
    }
    // CHECK-NEXT: out
    // CHECK-NEXT: err
    // CHECK-NEXT: status 7
    async_with (auto p = RUN("sleep", "100")) {
        auto first = async_create_task(async_process_wait(p));
        auto second = async_create_task(async_process_wait(p));
        await async_yield();
        printf("kill %d\n", async_process_kill(p, SIGTERM));
        printf("ended %d %d\n", await first == -SIGTERM, await second == -SIGTERM);
    }
    // CHECK-NEXT: kill 0
    // CHECK-NEXT: ended 1 1
    async_with (auto p = RUN("there-is-no-such-program")) {
        char c;
        printf("error %d %d\n", async_process_error(p) == -ENOENT, await async_process_wait(p) == -ENOENT);
        printf("pipe %d\n", await async_stream_read(async_process_stdout(p), &c, 1) == -ENOENT);
    }
    // CHECK-NEXT: error 1 1
    // CHECK-NEXT: pipe 1
    async_with (auto p = RUN("sleep", "100"))
        printf("pid %d\n", async_process_pid(p) > 0);
    // CHECK-NEXT: pid 1
    printf("zombies %d\n", has_children());
    // CHECK-NEXT: zombies 0
    return 0;
}
