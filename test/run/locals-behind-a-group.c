// A local is kept over the end of a group, which waits, also where nothing else awaits.
// RUN: %build %s -o %t && %run %t | FileCheck %s
#include <async.h>
#include <stdio.h>

async void child(int *sum, int n)
{
    await async_yield();
    *sum += n;
}

async int main(void)
{
    static int sum;
    int before = 5;
    char text[] = "text";
    async_group (g) {
        int inner = 7;
        async_spawn(g, child(&sum, inner));
        inner++;
        async_spawn(g, child(&sum, inner));
    } else {
        int other = 3;
        printf("%d\n", other);
    }
    // CHECK: 5 text 15
    printf("%d %s %d\n", before, text, sum);
    return 0;
}
