// After <async.h>, async, await, yield, defer, future and generator are still identifiers where the language gives them no meaning.
// RUN: %build %s -o %t && %run %t | FileCheck %s
#include <async.h>
#include <stdio.h>

struct options { int async, future, yield; struct { int defer; } generator; };
async int give(int x) { await async_yield(); return x; }

static int calls;

static void yield(int x)
{
    calls += x;
}

static void give_way(void)
{
    yield(3);
    if (calls)
        yield(4);
}

async int main(void)
{
    struct options o = { .async = 1, .future = 2, .yield = await give(3), .generator.defer = 4 }, *p = &o;
    p->async++;
    printf("%d %d %d %d\n", o.async, p->future, o.yield, o.generator.defer);
    int future = 5, generator = await give(6);
    printf("%d\n", future + generator);
    give_way();
    printf("%d\n", calls);
}
// CHECK: {{^}}2 2 3 4
// CHECK-NEXT: {{^}}11
// CHECK-NEXT: {{^}}7
