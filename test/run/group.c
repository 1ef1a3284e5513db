// A group's statement ends when all children have, on every way out.
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

enum how { END, RETURN, BREAK, GOTO, CONTINUE, CANCEL, WAIT };

async int leave(enum how how)
{
    int sum = 0;
    for (int i = 0; i < 2; i++) {
        async_group (g) {
            async_spawn(g, work("a", 1, 0));
            async_spawn_to(g, work("b", 2, -7), &sum);
            if (i == 1 || how == END)
                break;
            if (how == RETURN)
                return 1;
            if (how == GOTO)
                goto out;
            if (how == CONTINUE)
                continue;
            if (how == CANCEL)
                async_group_cancel(g);
            if (how == WAIT) {
                await async_group_wait(g);
                printf("waited ");
                async_spawn(g, work("c", 1, 0));
            }
            await async_sleep(0.5);
            printf("body ");
            break;
        } else
            printf("never ");
    }
    return sum;
out:
    return 2 + sum;
}

async void many(int n)
{
    async_group (g)
        for (int i = 0; i < n; i++)
            async_spawn(g, async_sleep(i % 7));
}

async int main(void)
{
    // CHECK: [a]<a>[b]<b>= -7 at 2.0
    // CHECK-NEXT: [a]<a>[b]<b>= 1 at 2.0
    // CHECK-NEXT: {{^}}body [a]<a>[b]<b>= -7 at 2.0
    // CHECK-NEXT: [a]<a>[b]<b>= -5 at 2.0
    // CHECK-NEXT: [a]<a>[b]<b>[a]<a>[b]<b>= -7 at 4.0
    // CHECK-NEXT: {{^(<a><b>|<b><a>)}}body = 0 at 0.5
    // CHECK-NEXT: [a]<a>[b]<b>waited body [c]<c>= -7 at 3.0
    for (enum how how = END; how <= WAIT; how++) {
        double start = async_loop_time();
        int value = await leave(how);
        printf("= %d at %.1f\n", value, async_loop_time() - start);
    }
    // CHECK-NEXT: many at 6
    double start = async_loop_time();
    await many(5000);
    printf("many at %.0f\n", async_loop_time() - start);
    return 0;
}
