// Threads that come, run a loop and go leave no memory behind.
// REQUIRES: plain
// RUN: %build %s -o %t -pthread && env ASYNC_CLOCK=virtual %run %t
#include <async.h>
#include <pthread.h>
#include <stdio.h>

static async int number(int n)
{
    await async_yield();
    return n;
}

static async int sum(int count)
{
    int all = 0;
    for (int i = 0; i < count; i++) {
        future(int) task = async_create_task(number(i));
        all += await task;
    }
    return all;
}

static void *run(void *result)
{
    *(int *)result = async_run(sum(50));
    return nullptr;
}

static long pages(void)
{
    long all = 0;
    FILE *file = fopen("/proc/self/statm", "r");
    if (!file || fscanf(file, "%ld", &all) != 1)
        return -1;
    fclose(file);
    return all;
}

int main(void)
{
    long first = 0;
    for (int i = 0; i < 60; i++) {
        pthread_t thread;
        int result;
        if (pthread_create(&thread, nullptr, run, &result) || pthread_join(thread, nullptr) || result != 1225)
            return 1;
        first = i == 9 ? pages() : first;
    }
    return pages() > first + 1000;
}
