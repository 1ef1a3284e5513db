// Async functions that other files use.
#include <async.h>
#include <stdio.h>

#include "kitchen.h"

async int boil_eggs(int count)
{
    printf("%d eggs in the water\n", count);
    await async_sleep(5);
    puts("eggs done");
    return count;
}

async void toast(const char *bread, int seconds)
{
    printf("%s in the toaster\n", bread);
    await async_sleep(seconds);
    printf("%s done\n", bread);
}
