// There are as many threads as are needed, and never more than ASYNC_THREADS.
// RUN: %build %s -o %t && env ASYNC_THREADS=3 %run %t
#include <async.h>
#undef NDEBUG
#include <assert.h>
#include <stdatomic.h>
#include <unistd.h>

enum { THREADS = 3, JOBS = 30 };
static atomic_int inside, most, come;

static int job(void *unused)
{
    (void)unused;
    int now = ++inside, seen = most;
    while (now > seen && !atomic_compare_exchange_weak(&most, &seen, now))
        ;
    // The first ones wait for each other: with fewer threads this would never end.
    come++;
    while (come < THREADS)
        usleep(100);
    usleep(200);
    inside--;
    return 1;
}

async int main(void)
{
    future(int) jobs[JOBS];
    int values[JOBS], sum = 0;
    for (int i = 0; i < JOBS; i++)
        jobs[i] = async_to_thread(job, NULL);
    await async_gather_array(jobs, JOBS, values);
    for (int i = 0; i < JOBS; i++)
        sum += values[i];
    assert(sum == JOBS);
    assert(most == THREADS);
    return 0;
}
