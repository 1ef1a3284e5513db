// async main that falls off its end gives 0, after a suspension and without any await.
// RUN: %build %s -o %t && %run %t && %build -DWAITS %s -o %t && %run %t
#include <async.h>

static int x = 5;
async int other(void) { await async_yield(); return 7; }

async int main(void)
{
    x++;
#ifdef WAITS
    if (x == 6)
        await other();
    x = await other();
#endif
}
