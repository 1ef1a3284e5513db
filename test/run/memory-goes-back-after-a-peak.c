// The memory of 100,000 tasks goes back to the system when they have ended and the loop has nothing to do, a second later at most.
// REQUIRES: plain
// UNSUPPORTED: hard
// RUN: %build %s -o %t && %run %t
#include <async.h>
#include <stdio.h>

enum { TASKS = 100000 };

static long resident_kib(void)
{
    long all = 0, resident = 0;
    FILE *file = fopen("/proc/self/statm", "r");
    if (!file || fscanf(file, "%ld %ld", &all, &resident) != 2)
        return -1;
    fclose(file);
    return resident * 4;
}

static async int nap(int n)
{
    await async_sleep(0.01);
    return n;
}

static async long many(void)
{
    static future(int) list[TASKS];
    for (int i = 0; i < TASKS; i++)
        list[i] = async_create_task(nap(i));
    long peak = 0;
    for (int i = 0; i < TASKS; i++) {
        int n = await list[i];
        peak = n == 0 ? resident_kib() : peak;
    }
    return peak;
}

async int main(void)
{
    long peak = await many();
    await async_sleep(1.1);
    long after = resident_kib();
    printf("%ld KiB, then %ld KiB\n", peak, after);
    return peak < 12000 || after > peak / 2;
}
