// A label or case before a statement that awaits is one before C23 too, where none stands before a declaration.
// RUN: %build -std=gnu11 %s -o %t && %run %t | FileCheck %s
#include <async.h>
#include <stdio.h>

async int get(int n)
{
    await async_yield();
    return n;
}

async int add_up(int n)
{
    int sum = 0;
    switch (n) {
    case 1:
        sum += await get(1);
        break;
    case 2:
        await get(2);
        break;
    default:
        sum = n > 3 ? await get(3) : await get(4);
    }
again:
    sum += await get(4);
    if (sum < 10)
        goto again;
    if (sum == 12)
        goto end;
    sum++;
end:
    return await get(sum);
}

async int main(void)
{
    // CHECK: 14 12 12 12
    printf("%d %d %d %d\n", await add_up(1), await add_up(2), await add_up(3), await add_up(0));
    return 0;
}
