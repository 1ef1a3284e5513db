// Futures of void: kept, passed, gathered, in arrays and pointers to functions.
// RUN: %build %s -o %t && %run %t | FileCheck %s
#include <async.h>
#include <stdio.h>

static int n;
async void tick(void) { await async_yield(); n++; }
async void pass(future(void) f) { await f; n += 10; }
struct job { future(void) f; future(void) (*make)(void); };

async int main(void)
{
    future(void) a = tick(), b = async_create_task(tick());
    await a;
    await b;
    await pass(tick());
    struct job j = { .f = tick(), .make = tick };
    await j.f;
    await j.make();
    (void)await tick();
    await tick(), await tick();
    for (int i = 0; i < 2; await tick(), i++)
        ;
    n > 0 ? await tick() : (void)0;
    printf("%d\n", n);
}
// CHECK: {{^}}21
