// With -Os there is one body, and the runtime is called for what is written out otherwise: frames, objects, tasks.
// RUN: %asyncc gcc -Os -Wall -Wextra -Werror %s -o %t && %t | FileCheck %s
// RUN: %asyncc clang-19 -Os -Wall -Wextra -Werror %s -o %t && %t | FileCheck %s
#include <async.h>
#include <stdio.h>

struct large { long number[4]; };

static async long deep(int depth, long value)
{
    char text[16];
    snprintf(text, sizeof text, "%d", depth);
    if (depth == 0)
        await async_yield();
    else
        value += await deep(depth - 1, value + 1);
    return value + text[0] - text[0];
}

static async struct large pair(long a, long b)
{
    await async_yield();
    return (struct large){ { a, b, a + b, a - b } };
}

async int main(void)
{
    long sum = 0;
    for (int i = 0; i < 1000; i++) {
        future(long) tasks[3];
        for (int k = 0; k < 3; k++)
            tasks[k] = async_create_task(deep(k, i));
        auto other = async_create_task(pair(i, 1));
        for (int k = 0; k < 3; k++)
            sum += await tasks[k];
        sum += (await other).number[2];
    }
    printf("%ld\n", sum);
    return 0;
}
// CHECK: 3501500
