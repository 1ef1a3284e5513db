// A task that only waits for a signal is no deadlock: another thread may send it. Calls that it interrupts go on.
// RUN: %build %s -o %t && %run %t | FileCheck %s
#include <async.h>
#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

static int ends[2];
static pthread_t loop_thread, reader;

static void *read_one(void *unused)
{
    char byte;
    ssize_t count = read(ends[0], &byte, 1);     // SA_RESTART
    printf("read %d\n", (int)count);
    return unused;
}

static void *send(void *unused)
{
    usleep(5000);
    pthread_kill(reader, SIGUSR1);
    usleep(5000);
    pthread_kill(loop_thread, SIGUSR2);
    return unused;
}

static void start(pthread_t *thread, void *(*function)(void *))
{
    if (pthread_create(thread, NULL, function, NULL) != 0)
        abort();
}

static void join(pthread_t thread)
{
    pthread_join(thread, NULL);
}

async int main(void)
{
    pthread_t sender;
    if (pipe(ends) < 0)
        return 1;
    loop_thread = pthread_self();
    future(int) first = async_start(async_signal(SIGUSR1)), second = async_start(async_signal(SIGUSR2));
    await async_yield();
    await async_yield();
    start(&reader, read_one);
    start(&sender, send);
    // CHECK: signals 0 0
    int one = await first, two = await second;
    printf("signals %d %d\n", one, two);
    fflush(stdout);
    // CHECK-NEXT: read 0
    close(ends[1]);
    join(reader);
    join(sender);
    return 0;
}
