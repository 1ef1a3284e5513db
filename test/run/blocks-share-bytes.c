// Variables of blocks that are never alive at the same time lie in the same bytes of the frame, and none of them is disturbed.
// RUN: %build %s -o %t && %run %t | FileCheck %s
// RUN: %asyncc --emit=frames %s | FileCheck %s --check-prefix=FRAME
#include <async.h>
#include <stdio.h>

async int fill(char *text, int n, char c)
{
    await async_yield();
    for (int i = 0; i < n - 1; i++)
        text[i] = c;
    text[n - 1] = 0;
    return n;
}

// FRAME-LABEL: two_arms
// FRAME: {{24 +4}} n: int
// FRAME-NEXT: 28 4 sum: int
// FRAME-NEXT: 32 4 k: int
// FRAME-NEXT: 36 8 small: char[8]
// FRAME-NEXT: 44 4 inner: int
// FRAME-NEXT: 36 100 large: char[100]
// FRAME-NEXT: 136 end
async int two_arms(int n)
{
    int sum = 0;
    for (int k = 0; k < 4; k++)
        if (n-- % 2) {
            char small[8];
            sum += await fill(small, 8, 's');
            {
                int inner = n * 3;
                await async_yield();
                sum += inner;
            }
            printf("%s\n", small);
        } else {
            char large[100];
            sum += await fill(large, 12, 'l');
            printf("%s\n", large);
        }
    return sum;
}

// What is alive around the blocks is not in them, and what one of them has set up in a loop is there in its next turn anew.
async long turns(void)
{
    long total = 0;
    for (int i = 0; i < 3; i++) {
        {
            double half = i / 2.0;
            double *p = &half;
            await async_yield();
            *p += 1;
            total += (long)(half * 10);
        }
        {
            long whole = 100 * i;
            long *p = &whole;
            await async_yield();
            *p += 1;
            total += whole;
        }
        for (int k = 0, n = await fill((char[4]){}, 4, 'x'); k < n; k++)
            total += k;
        switch (i) {
            int first, second;
        case 0:
            first = 7;
            await async_yield();
            total += first;
            break;
        default:
            second = 9;
            await async_yield();
            total += second;
        }
    }
    return total;
}

async int main(void)
{
    int sum = await two_arms(5);
    printf("%d\n", sum);
    // CHECK: sssssss
    // CHECK-NEXT: lllllllllll
    // CHECK-NEXT: sssssss
    // CHECK-NEXT: lllllllllll
    // CHECK-NEXT: 58
    printf("%ld\n", await turns());
    // CHECK-NEXT: 391
    return 0;
}
