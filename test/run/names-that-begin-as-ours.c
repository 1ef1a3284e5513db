// A name that the output uses too stays the user's own.
// RUN: %build %s -o %t && %run %t | FileCheck %s
#include <async.h>
#include <stdio.h>

struct async__frame__work { int async__state; };
enum { async__1 = 5, async__starting = 6, async__base = 7 };
typedef int async__result__work;
static int async__frame_new(int async__task) { return async__task + 1; }
#define ASYNC__SUSPEND_(n) (n)
#define async__users_macro(n) await give(n)

async int give(int n) { await async_yield(); return n; }

struct large { int values[8]; };
async struct large large(int n) { await async_yield(); return (struct large){ { n } }; }

async int work(int async__task, struct async__frame__work async__frame)
{
    async__result__work async__value_1 = await give(async__task);
    int async__out = async__frame.async__state, async__func = 8;
    goto async__resume_1;
async__resume_1:
    async__out += await give(1);
    auto task = async_create_task(give(async__func));
    return async__value_1 + async__out + async__frame_new(async__base) + async__1 + async__starting + await task +
           async__users_macro(100) + ASYNC__SUSPEND_(1000);
}

// Locals of one name get others in the frame; those are none of the temporaries'.
async int named_alike(future(struct large) (*pointer)(int))
{
    int sum = 0;
    {
        int value = await give(1), t = await give(2);
        sum += value + t + await give(3) + value + t;
    }
    {
        int value = await give(10), t = await give(20);
        {
            int value = await give(100), t = await give(200);
            sum += value + (await pointer(1000)).values[0] + t + await give(value);
        }
        sum += value + t + await give(30) + value + t;
    }
    return sum;
}

async int main(void)
{
    int async__main = 1;
    printf("%d\n", await work(1, (struct async__frame__work){ 10 }) + async__main);
    // CHECK: 1140
    printf("%d\n", await named_alike(large));
    // CHECK: 1499
    return 0;
}
