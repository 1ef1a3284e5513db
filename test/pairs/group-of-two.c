// A group ends when its children have.
// RUN: %build %s -o %t && env ASYNC_CLOCK=virtual %run %t > %t.out && %python %S/group-of-two.py | diff - %t.out
#include <async.h>
#include <stdio.h>

async int bake(const char *what, double minutes)
{
    printf("%s goes in\n", what);
    await async_sleep(minutes);
    printf("%s comes out\n", what);
    return (int)minutes;
}

async int main(void)
{
    double start = async_loop_time();
    int bread = 0, cake = 0;
    async_group (g) {
        async_spawn_to(g, bake("bread", 40), &bread);
        async_spawn_to(g, bake("cake", 30), &cake);
        puts("the oven is full");
    }
    printf("%d and %d, in %.0f\n", bread, cake, async_loop_time() - start);
    return 0;
}
