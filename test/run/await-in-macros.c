// Awaits come from macro arguments and from macro bodies; assert may await.
// RUN: %build %s -o %t && %run %t | FileCheck %s
#include <async.h>
#undef NDEBUG
#include <assert.h>
#include <stdio.h>

async int give(int x) { await async_yield(); return x; }

#define MAX(a, b) ((a) > (b) ? (a) : (b))
#define LATER(x) await give(x)
#define TWICE(e) ({ __typeof__(e) twice_ = (e); twice_ + twice_; })
#define CHECK(e) do { if (!(e)) { printf("failed: %s\n", #e); return 1; } } while (0)
#define SWAP(a, b) do { int t_ = (a); (a) = (b); (b) = t_; } while (0)
#define TRY(e) ({ int r_ = await (e); if (r_ < 0) return r_; r_; })
#define WAIT await
#define FIRST(x, ...) x
#define EACH(i, n) for (int i = await give(0); i < await give(n); i++)

async int attempt(int n)
{
    int a = TRY(give(n)), b = TRY(give(n - 2));
    return a + b;
}

async int main(void)
{
    printf("%d\n", MAX(await give(3), await give(4)));
    printf("%d\n", LATER(5) + LATER(LATER(6)));
    printf("%d\n", TWICE(await give(7)));
    CHECK(await give(1) == 1);
    assert(await give(2) == 2);
    assert(LATER(1) && await give(1));
    int a[2] = { 1, 2 };
    SWAP(a[await give(0)], a[1]);
    printf("%d %d\n", a[0], a[1]);
    printf("%d %d\n", await attempt(5), await attempt(1));
    printf("%d\n", WAIT give(FIRST(8, 9)));
    EACH(i, 3)
        printf("%d ", i);
    puts("");
    return 0;
}
// CHECK: {{^}}4
// CHECK-NEXT: {{^}}11
// CHECK-NEXT: {{^}}14
// CHECK-NEXT: {{^}}2 1
// CHECK-NEXT: {{^}}8 -1
// CHECK-NEXT: {{^}}8
// CHECK-NEXT: {{^}}0 1 2
