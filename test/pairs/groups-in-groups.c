// An inner group ends before the body of the outer one goes on; children give children to their group.
// RUN: %build %s -o %t && env ASYNC_CLOCK=virtual %run %t > %t.out && %python %S/groups-in-groups.py | diff - %t.out
#include <async.h>
#include <stdio.h>

async int leaf(const char *name, double seconds)
{
    printf("+%s\n", name);
    await async_sleep(seconds);
    printf("-%s\n", name);
    return 0;
}

async int branch(struct async_group *g)
{
    puts("+branch");
    async_spawn(g, leaf("twig", 2));
    await async_sleep(1);
    async_spawn(g, leaf("late twig", 3));
    puts("-branch");
    return 0;
}

async int main(void)
{
    double start = async_loop_time();
    async_group (outer) {
        async_spawn(outer, branch(outer));
        async_group (inner) {
            async_spawn(inner, leaf("inner", 0.5));
            puts("inner body");
        } else {}
        printf("inner group over at %.1f\n", async_loop_time() - start);
        async_spawn(outer, leaf("outer", 1));
    }
    printf("outer group over at %.1f\n", async_loop_time() - start);
    return 0;
}
