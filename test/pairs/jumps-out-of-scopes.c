// return, break and continue leave deadlines, groups and cleanups in order.
// RUN: %build %s -o %t && env ASYNC_CLOCK=virtual %run %t > %t.out && %python %S/jumps-out-of-scopes.py | diff - %t.out
#include <async.h>
#include <stdio.h>

async int child(int n)
{
    await async_sleep(n);
    printf("child %d\n", n);
    return 0;
}

async int leave(int how)
{
    for (int i = 0; i < 2; i++) {
        defer printf("end of pass %d\n", i);
        async_timeout (10) {
            defer puts("out of the deadline");
            async_group (g) {
                async_spawn(g, child(2));
                async_spawn(g, child(1));
                defer puts("out of the body");
                if (how == 0)
                    return 5;
                if (how == 1)
                    break;
                if (how == 2)
                    continue;
                puts("body ends");
            } else {}
            puts("behind the group");
        } else
            puts("never here");
    }
    return how;
}

async int main(void)
{
    for (int how = 0; how < 4; how++)
        printf("= %d\n", await leave(how));
    return 0;
}
