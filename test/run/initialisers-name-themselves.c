// An initializer that awaits may mention what it initializes, and what its own declaration defines.
// RUN: %build %s -o %t && %run %t | FileCheck %s
#include <async.h>
#include <stdio.h>
#include <stdlib.h>

struct link { int values[4]; struct link *next; };
async void *allocate(size_t n) { await async_yield(); return malloc(n); }
async int give(int x) { await async_yield(); return x; }

async int main(void)
{
    struct link *p = await allocate(sizeof *p);
    struct link *q = await give(0) ? nullptr : await allocate(sizeof *q + sizeof q->values);
    struct link r = { .values = { await give(sizeof r), sizeof r.values + await give(2) }, .next = &r };
    void *self = await give(1) ? &self : nullptr;
    struct link *const fixed = await allocate(sizeof *fixed);
    printf("%d %d %d %d\n", r.values[0] == sizeof r, r.values[1], r.next == &r, self == &self);
    free(p);
    free(q);
    free(fixed);
    // CHECK: {{^}}1 18 1 1
    enum color { RED, GREEN = 4, BLUE } c = await give(1) ? BLUE : RED;
    enum { ON = 7 } on = await give(ON), off = await give(ON - 7);
    struct pair { int a, b; } s = await give(0) ? (struct pair){ 1, 2 } : (struct pair){ 3, 4 }, t = s;
    printf("%d %d %d %d %d\n", c == BLUE, on, off, s.b, t.a);
    // CHECK-NEXT: {{^}}1 7 0 4 3
}
