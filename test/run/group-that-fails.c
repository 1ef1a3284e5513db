// The first failure leaves the body at its await, cancels the children, and then `else` runs instead of any jump.
// RUN: %build %s -o %t && env ASYNC_CLOCK=virtual %run %t | FileCheck %s
#include <async.h>
#include <stdio.h>

async int work(const char *name, double s, int result)
{
    defer printf("<%s>", name);
    await async_sleep(s);
    printf("[%s]", name);
    return result;
}

async long spawner(struct async_group *g)
{
    async_spawn(g, work("child of a child", 9, 0));
    await async_sleep(1);
    return -3;
}

async int child_fails(void)
{
    async_group (g) {
        async_spawn(g, work("a", 1, 0));
        async_spawn(g, work("b", 2, -5));
        async_spawn(g, work("c", 3, -6));
        defer printf("deferred ");
        await async_sleep(9);
        printf("never ");
    } else {
        printf("else %d ", async_group_error(g));
        return 1;
    }
    return 0;
}

async int jump_is_dropped(void)
{
    for (;;) {
        async_group (g) {
            async_spawn(g, work("a", 1, -1));
            break;
        } else
            return 2;
    }
    return 0;
}

async int program_fails(void)
{
    async_group (g) {
        async_spawn(g, work("a", 3, 0));
        await async_sleep(1);
        async_group_fail(g, -9);
        async_group_fail(g, -10);
        async_spawn(g, work("late", 1, 0));
        printf("goes on ");
        await async_sleep(1);
        printf("never ");
    } else
        return async_group_error(g);
    return 0;
}

async int without_else(void)
{
    async_group (g) {
        async_spawn(g, spawner(g));
        return 4;
    }
    return 5;
}

async int main(void)
{
    // CHECK: [a]<a>[b]<b>{{<c>deferred |deferred <c>}}else -5 = 1
    printf("= %d\n", await child_fails());
    // CHECK-NEXT: [a]<a>= 2
    printf("= %d\n", await jump_is_dropped());
    // CHECK-NEXT: goes on {{<a><late>|<late><a>}}= -9
    printf("= %d\n", await program_fails());
    // CHECK-NEXT: {{^}}<child of a child>= 5
    printf("= %d\n", await without_else());
    return 0;
}
