// An array takes its length from its initializer, also when the type of its elements has no name.
// RUN: %build %s -o %t && %run %t | FileCheck %s
#include <async.h>
#include <stdio.h>

async int give(int x) { await async_yield(); return x; }

async int main(void)
{
    struct { char text[5]; int n; } list[] = { { "abcd", 1 }, { "e", 2 }, { { 'f' }, 3 } }, two[][2] = { { { "x", 5 } } };
    typedef struct { int a, b; } pair;
    pair pairs[] = { [2] = { 7, await give(8) } };
    // CHECK: {{^}}3 1 3
    printf("%d %d %d\n", (int)(sizeof list / sizeof *list), (int)(sizeof two / sizeof *two), (int)(sizeof pairs / sizeof *pairs));
    for (int i = 0; i < 3; i++)
        printf("%s%d ", list[i].text, list[i].n + await give(list[i].text[4]));
    // CHECK-NEXT: {{^}}abcd1 e2 f3 x5 0 7 8
    printf("%s%d %d %d %d\n", two[await give(0)][0].text, two[0][0].n, two[0][1].n, pairs[await give(2)].a, pairs[2].b);
}
