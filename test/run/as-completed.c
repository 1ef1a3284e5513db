// as_completed gives the values in the order in which they come.
// RUN: %build %s -o %t && env ASYNC_CLOCK=virtual %run %t | FileCheck %s
#include <async.h>
#include <stdio.h>

async int delayed(int n, double delay) { await async_sleep(delay); return n; }

async int main(void)
{
    auto g = async_as_completed(delayed(1, 0.03), delayed(2, 0.01), delayed(3, 0.02));
    int v;
    while (await async_next(g, &v))
        printf("%d ", v);
    await async_generator_close(g);
    future(int) f[3] = { delayed(4, 0.02), delayed(5, 10), delayed(6, 0.001) };
    generator(int) h = async_as_completed_array(f, 3);
    for (int i = 0; i < 2 && await async_next(h, &v); i++)
        printf("%d ", v);
    await async_generator_close(h);
    puts("closed");
}
// CHECK: {{^}}2 3 1 6 4 closed
