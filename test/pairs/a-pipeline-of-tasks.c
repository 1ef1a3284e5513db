// A pipeline: the stages run side by side and hand values on by futures.
// RUN: %build %s -o %t && env ASYNC_CLOCK=virtual %run %t > %t.out && %python %S/a-pipeline-of-tasks.py | diff - %t.out
#include <async.h>
#include <stdio.h>

async int stage(const char *name, future(int) input, double seconds, int add)
{
    int n = await input;
    printf("%s takes %d\n", name, n);
    await async_sleep(seconds);
    printf("%s gives %d\n", name, n + add);
    return n + add;
}

async int constant(int n)
{
    return n;
}

async int main(void)
{
    double start = async_loop_time();
    future(int) last[3];
    for (int line = 0; line < 3; line++) {
        auto wash = async_create_task(stage("wash", constant(100 * line), 3 - line, 1));
        auto dry = async_create_task(stage("dry", wash, 0.7, 10));
        last[line] = async_create_task(stage("fold", dry, 0.2, 3));
    }
    for (int line = 0; line < 3; line++)
        printf("line %d: %d\n", line, await last[line]);
    printf("at %.1f\n", async_loop_time() - start);
    return 0;
}
