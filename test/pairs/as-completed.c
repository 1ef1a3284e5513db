// The quickest comes first.
// RUN: %build %s -o %t && env ASYNC_CLOCK=virtual %run %t > %t.out && %python %S/as-completed.py | diff - %t.out
#include <async.h>
#include <stdio.h>

async int bus(int line, double minutes)
{
    await async_sleep(minutes);
    return line;
}

async int main(void)
{
    double start = async_loop_time();
    future(int) buses[4];
    for (int i = 0; i < 4; i++)
        buses[i] = async_create_task(bus(100 + i, (i * 3 + 2) % 5 + 1));
    async_for (int line, async_as_completed_array(buses, 4))
        printf("line %d at %.0f\n", line, async_loop_time() - start);
    puts("no more");
    return 0;
}
