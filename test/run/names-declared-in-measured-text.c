// Text that is only measured may declare names that locals have: members, parameters, variables of statement expressions.
// RUN: %build %s -o %t && %run %t | FileCheck %s
#include <async.h>
#include <stdio.h>

struct big { char b[300]; };

async int give(int x)
{
    await async_yield();
    return x;
}

async int members(char c, int n)
{
    char *kept = &c;
    int *also = &n;
    int k = await give(1);
    size_t size = sizeof(struct { char c[3]; int n : 3, (*k)(int c, char n); });
    size += sizeof(struct { char c[sizeof n]; });
    size += sizeof(int (*)(char c, struct big n)) + sizeof(struct { typeof(n) c; }) + sizeof(enum { A = sizeof c });
    return (int)size + *kept + *also + k;
}

async int blocks(char c, int n)
{
    char *kept = &c;
    int *also = &n;
    typedef struct big big;
    int k = await give(1);
    future(int) h = async_create_task(({ struct big c = { { 1 } }; big *n = &c; give(c.b[0] + n->b[0] + k); }));
    k += await async_create_task(({ for (struct big n = { { 3 } }; n.b[0] > 0; n.b[0]--) k++; give(n + k); }));
    return await h * 100 + *kept + *also + k;
}

async int measured_blocks(char c, int n)
{
    char *kept = &c;
    int *also = &n;
    int k = await give(1);
    k += (int)sizeof(({ enum { c = 5, n = 7 } x = n; struct { char a[c + n]; } y; (void)x; y; }));
    return *kept + *also + k;
}

async int main(void)
{
    // CHECK: 44
    printf("%d\n", await members(3, 4));
    // CHECK-NEXT: 319
    printf("%d\n", await blocks(3, 4));
    // CHECK-NEXT: 20
    printf("%d\n", await measured_blocks(3, 4));
    return 0;
}
