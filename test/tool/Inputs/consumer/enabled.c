#include "greeting.h"

#include <async.h>
#include <stdio.h>

async static int answer(void)
{
    await async_yield();
    return 42;
}

async int main(void)
{
    printf(GREETING " %d\n", await answer());
}
