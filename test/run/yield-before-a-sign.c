// In a generator `yield -1;` yields, wherever a statement stands; it is no difference of a variable and 1.
// RUN: %build %s -o %t && env ASYNC_CLOCK=virtual %run %t | FileCheck %s
#include <async.h>
#include <stdio.h>

async generator(int) signs(int n, const int *p, int c)
{
    yield -1;
    yield +n;
    yield !n;
    yield ~n;
    yield *p;
    yield (n);
    yield ++n;
    yield --n;
    yield 'a';
    yield (int){ 5 };
    yield &n == p;
    if (n) yield -2; else yield -3;
    if (!n) yield -2; else yield -4;
    do yield -5; while (c-- > 0);
    for (int i = 1; i < 3; i++) yield -i;
    switch (n) { case 1: yield -6; break; default: yield -7; }
    here: yield -8;
    (void)({ yield -9; 0; });
    { yield -10; }
    if (c++ < 0) goto here;
}

static int yield = 7;

async int main(void)
{
    // CHECK: {{^}}-1 1 0 -2 3 1 2 1 97 5 0 -2 -4 -5 -1 -2 -6 -8 -9 -10 -8 -9 -10 {{$}}
    int k = 3;
    async_for (int v, signs(1, &k, 0))
        printf("%d ", v);
    puts("");
    // CHECK-NEXT: {{^}}6 0{{$}}
    int less = yield -1, none = 0;
    none = !yield;
    printf("%d %d\n", less, none);
    return 0;
}
