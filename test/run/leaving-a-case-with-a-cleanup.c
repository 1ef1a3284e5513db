// A block of a switch that ends in a jump and has a cleanup does not look as if it fell through.
// RUN: %build -Wimplicit-fallthrough %s -o %t && %run %t | FileCheck %s
#include <async.h>
#include <stdio.h>

static void show(int *p) { printf("<%d>", *p); }
async int give(int x) { await async_yield(); return x; }

async int choose(int x)
{
    int r = 0;
    for (int i = 0; i < 2; i++)
        switch (x) {
        case 1: {
            __attribute__((cleanup(show))) int k = 5, m = 6;
            k = await give(3);
            if (m == k)
                return -1;
            break;
        }
        case 2: {
            __attribute__((cleanup(show))) int k = 7;
            r += await give(1);
            continue;
        }
        case 3: {
            __attribute__((cleanup(show))) int k = 9;
            k += await give(1);
            return k;
        }
        default:
            return await give(4);
        }
    return r;
}

async int main(void)
{
    // CHECK: {{^}}<6><3><6><3>0 <7><7>2 <10>10 4 {{$}}
    for (int i = 1; i < 5; i++)
        printf("%d ", await choose(i));
    printf("\n");
}
