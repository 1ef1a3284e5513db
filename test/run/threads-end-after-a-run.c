// The value of a thread's last async_run goes with the thread: nothing leaks.
// RUN: %build %s -o %t -pthread && %run %t
#include <async.h>
#include <pthread.h>

async int give(int n)
{
    await async_yield();
    return n;
}

static void *run(void *sum)
{
    *(int *)sum += async_run(give(3));
    *(int *)sum += async_run(give(4));
    return 0;
}

int main(void)
{
    int sum = 0;
    for (int i = 0; i < 3; i++) {
        pthread_t thread;
        pthread_create(&thread, 0, run, &sum);
        pthread_join(thread, 0);
    }
    return sum - 21;
}
