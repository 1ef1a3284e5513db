// What a task does before its first wait is not interleaved with what others do.
// RUN: %build %s -o %t && %run %t | FileCheck %s
#include <async.h>
#include <stdio.h>

static int balance = 100, in_step;
async int once(void) { return 1; }
async void spend(int n)
{
    for (int i = 0; i < 3; i++) {
        in_step++;
        int before = balance;
        balance = before - n;
        if (in_step != 1)
            printf("interleaved\n");
        in_step--;
        await async_yield();
    }
}

async int main(void)
{
    await async_gather(spend(1), spend(10), spend(2));
    printf("%d %d\n", balance, await once());
}
// CHECK-NOT: interleaved
// CHECK: {{^}}61 1
