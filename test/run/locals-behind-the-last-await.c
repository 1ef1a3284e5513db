// What is declared behind the last await of its block stays an ordinary local, whatever it is.
// RUN: %build %s -o %t && %run %t | FileCheck %s
// RUN: %asyncc --emit=frames %s | FileCheck --check-prefix=FRAME %s
#include <async.h>
#include <stdio.h>

struct large { long part[20]; };
async int count(int n) { await async_yield(); return n; }
async struct large make(long x) { await async_yield(); return (struct large){ { x, x + 1 } }; }
static long first(const struct large *l) { return l->part[0] + l->part[1]; }

// FRAME: {{^}}lines
// FRAME-NOT: text
// FRAME-NOT: vla
// FRAME: end
async int lines(int n)
{
    int k = await count(n);
    char text[10];
    snprintf(text, sizeof text, "%d", k);
    int vla[k];
    vla[k - 1] = text[0];
    return vla[k - 1];
}

// FRAME: {{^}}initialised
// FRAME-NOT: l, {{.*}}lives in the frame
// FRAME: end
async long initialised(void)
{
    struct large l = await make(3);
    return first(&l);
}

// FRAME: {{^}}again
// FRAME: text
// FRAME: end
async int again(int n)
{
    int sum = 0;
    char *kept = NULL;
back:
    sum += await count(1);
    if (kept)
        sum += kept[0];
    char text[4] = { 1 };
    kept = text;
    if (--n > 0)
        goto back;
    return sum;
}

async int loops(int n)
{
    int sum = 0;
    for (int i = 0; i < n; i++) {
        int *p = NULL, last = await count(i);
        p = &last;
        sum += *p;
    }
    int self[2] = { await count(5), self[0] = 1 };
    return sum + self[0] * 0;
}

async int main(void)
{
    // CHECK: {{^}}55 7 3 6
    printf("%d %ld ", await lines(7), await initialised());
    printf("%d %d\n", await again(2), await loops(4));
    return 0;
}
