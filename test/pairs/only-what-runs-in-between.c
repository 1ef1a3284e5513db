// Between two awaits nothing else runs: a sum that is read and written around an await loses what came in between.
// RUN: %build %s -o %t && env ASYNC_CLOCK=virtual %run %t > %t.out && %python %S/only-what-runs-in-between.py | diff - %t.out
#include <async.h>
#include <stdio.h>

static int careful, careless;

async int one(void)
{
    await async_yield();
    return 1;
}

async void add(int times)
{
    for (int i = 0; i < times; i++) {
        int before = careless;
        int more = await one();
        careless = before + more;
        careful += 1;
        printf("%d %d\n", careful, careless);
    }
}

async int main(void)
{
    await async_gather(add(3), add(2), add(4));
    return 0;
}
