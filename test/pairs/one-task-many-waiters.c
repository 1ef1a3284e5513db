// Everyone who awaits a task gets its value, in the order in which they came; a late one gets it at once.
// RUN: %build %s -o %t && env ASYNC_CLOCK=virtual %run %t > %t.out && %python %S/one-task-many-waiters.py | diff - %t.out
#include <async.h>
#include <stdio.h>

async int well(void)
{
    puts("digging");
    await async_sleep(2);
    puts("water");
    return 7;
}

async int drinker(int n, future(int) water)
{
    await async_sleep(n % 2);
    int litres = await water;
    printf("drinker %d: %d\n", n, litres);
    return litres + n;
}

async int main(void)
{
    auto water = async_create_task(well());
    future(int) drinkers[4];
    for (int n = 0; n < 4; n++)
        drinkers[n] = async_create_task(drinker(n, async_retain(water)));
    printf("main: %d\n", await async_retain(water));
    printf("main again: %d\n", await water);
    int sum = 0;
    for (int n = 0; n < 4; n++)
        sum += await drinkers[n];
    printf("%d\n", sum);
    return 0;
}
