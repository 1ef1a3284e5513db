// SIGINT cancels main: its cleanups run and may wait, stdio is flushed, and the process ends as killed by SIGINT.
// RUN: %build %s -o %t -lpthread
// RUN: /usr/bin/python3 %S/../Inputs/ended-by.py %t self | FileCheck %s --check-prefix=SELF
// RUN: /usr/bin/python3 %S/../Inputs/ended-by.py %t sleep | FileCheck %s --check-prefix=SLEEP
// RUN: /usr/bin/python3 %S/../Inputs/ended-by.py %t promise | FileCheck %s --check-prefix=SLEEP
// RUN: env ASYNC_CLOCK=virtual /usr/bin/python3 %S/../Inputs/ended-by.py %t busy | FileCheck %s --check-prefix=SLEEP
// RUN: /usr/bin/python3 %S/../Inputs/ended-by.py %t cleanup | FileCheck %s --check-prefix=CLEANUP
// RUN: /usr/bin/python3 %S/../Inputs/ended-by.py %t twice | FileCheck %s --check-prefix=TWICE
// RUN: /usr/bin/python3 %S/../Inputs/ended-by.py %t late | FileCheck %s --check-prefix=LATE
// RUN: /usr/bin/python3 %S/../Inputs/ended-by.py %t afterwards | FileCheck %s --check-prefix=AFTERWARDS
// RUN: /usr/bin/python3 %S/../Inputs/ended-by.py --ignored %t self | FileCheck %s --check-prefix=IGNORED
// RUN: /usr/bin/python3 %S/../Inputs/ended-by.py %t handled | FileCheck %s --check-prefix=HANDLED
// RUN: /usr/bin/python3 %S/../Inputs/ended-by.py %t child | FileCheck %s --check-prefix=CHILD
// RUN: /usr/bin/python3 %S/../Inputs/ended-by.py %t other | FileCheck %s --check-prefix=OTHER
#include <async.h>
#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static void *interrupt_soon(void *unused)
{
    nanosleep(&(struct timespec){ .tv_nsec = 20 * 1000 * 1000 }, nullptr);
    kill(getpid(), SIGINT);
    return unused;
}

static void start_thread(void)
{
    pthread_t thread;
    pthread_create(&thread, nullptr, interrupt_soon, nullptr);
    pthread_detach(thread);
}

static void interrupt_child(void)
{
    fflush(stdout);
    pid_t child = fork();
    if (child == 0) {
        raise(SIGINT);
        _exit(5);
    }
    int status = 0;
    waitpid(child, &status, 0);
    printf("child %d\n", WIFSIGNALED(status) ? WTERMSIG(status) : -1);
}

static volatile sig_atomic_t handled;
static void handle(int number) { handled = number; }

static const char *how;
static bool is(const char *name) { return strcmp(how, name) == 0; }

static async void other(void)
{
    defer {
        if (is("afterwards"))
            raise(SIGINT);
        await async_yield();
        printf("other left\n");
    }
    await async_sleep(3600);
}

static async void clean(void)
{
    if (is("twice") || is("cleanup"))
        raise(SIGINT);
    await async_sleep(0.001);
    printf("cleaned\n");
}

static async void yield_often(void)
{
    for (;;)
        await async_yield();
}

static async int never(void)
{
    async_promise(int) promise = async_promise_new(int);
    defer async_promise_cancel(promise);
    return await async_promise_future(promise);
}

static async void cancelled(void)
{
    auto t = async_create_task(async_sleep(1));
    async_cancel(t);
    await t;
}

static async void work(void)
{
    if (is("handled"))
        signal(SIGINT, handle);
    if (is("self") || is("twice") || is("late") || is("handled"))
        raise(SIGINT);
    if (is("sleep") || is("promise") || is("busy"))
        start_thread();
    if (is("sleep"))
        await async_sleep(3600);
    if (is("busy"))
        await yield_often();
    if (is("promise"))
        await never();
    if (is("other"))
        await cancelled();
    if (is("child"))
        interrupt_child();
    if (!is("late"))
        await async_sleep(0.001);
}

async int main(int argc, char **argv)
{
    how = argc > 1 ? argv[1] : "";
    printf("begun\n");
    if (is("twice"))
        fflush(stdout);
    async_detach(other());
    await async_yield();
    defer printf("main left\n");
    {
        defer await clean();
        await work();
        printf("passed\n");
    }
    if (!is("late"))
        await async_sleep(0.001);
    printf("whole %d\n", handled == SIGINT);
    return 3;
}

// SELF: begun
// SELF-NEXT: cleaned
// SELF-NEXT: main left
// SELF-NEXT: other left
// SELF-NEXT: ended by SIGINT

// The loop is idle with a long timer; it waits for another thread; or it never waits for the system.
// SLEEP: begun
// SLEEP-NEXT: cleaned
// SLEEP-NEXT: main left
// SLEEP-NEXT: other left
// SLEEP-NEXT: ended by SIGINT

// While a cleanup runs the request waits.
// CLEANUP: passed
// CLEANUP-NEXT: cleaned
// CLEANUP-NEXT: main left
// CLEANUP-NEXT: other left
// CLEANUP-NEXT: ended by SIGINT

// TWICE: begun
// TWICE-NEXT: ended by SIGINT

// Main has no wait left but that of a cleanup: it ends as it would have, but a SIGINT is not lost.
// LATE: passed
// LATE-NEXT: cleaned
// LATE-NEXT: whole 0
// LATE-NEXT: main left
// LATE-NEXT: other left
// LATE-NEXT: ended by SIGINT

// Main has ended, and others are being run to their ends.
// AFTERWARDS: whole 0
// AFTERWARDS-NEXT: main left
// AFTERWARDS-NEXT: other left
// AFTERWARDS-NEXT: ended by SIGINT

// IGNORED: passed
// IGNORED: whole 0
// IGNORED: ended with 3

// HANDLED: passed
// HANDLED: whole 1
// HANDLED: ended with 3

// A child that does not become another program is killed.
// CHILD: begun
// CHILD: child 2
// CHILD-NEXT: passed
// CHILD: ended with 3

// OTHER: interrupted-main.c:{{[0-9]+}}: 'main' was cancelled
// OTHER: cleaned
// OTHER-NEXT: main left
// OTHER-NEXT: other left
// OTHER-NEXT: ended with 1
