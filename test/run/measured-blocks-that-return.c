// A statement expression in a type stays text, and what it returns or jumps to must fit the function that it stands in.
// RUN: %build %s -o %t && %run %t | FileCheck %s
#include <async.h>
#include <stdio.h>

async int id(int n)
{
    await async_yield();
    return n;
}

async int sizes(int n)
{
    __typeof__(({ if (n) return 1; 5L; })) a = await id(n);
    int b = sizeof(({ if (n) return 2; (char)5; }));
    return (int)sizeof a * 10 + b + (int)a * 100;
}

async double none(int n)
{
    for (int i = 0; i < n; i++) {
        __typeof__(({ if (i) continue; if (n) break; 'a'; })) c = await id(i);
        printf("%d\n", (int)c);
    }
    __typeof__(({ return 0; 1; })) d = await id(3);
    return d + 0.5;
}

async int main(void)
{
    // CHECK: 381
    printf("%d\n", await sizes(3));
    // CHECK-NEXT: 0
    // CHECK-NEXT: 1
    // CHECK-NEXT: 3.5
    printf("%.1f\n", await none(2));
    return 0;
}
