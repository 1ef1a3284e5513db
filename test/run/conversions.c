// Operands that wait in temporaries convert as C says: promotions, unsigned arithmetic, pointers, null, arrays, functions.
// RUN: %build -Wno-unevaluated-await %s -o %t && %run %t | FileCheck %s
#include <async.h>
#include <stdio.h>

async int give(int x) { await async_yield(); return x; }
async char letter(int x) { await async_yield(); return (char)x; }
async unsigned char byte(int x) { await async_yield(); return (unsigned char)x; }
async unsigned u(unsigned x) { await async_yield(); return x; }
async float real(float x) { await async_yield(); return x; }
async long wide(long x) { await async_yield(); return x; }
enum e { A, B = 5 };
async enum e en(int x) { await async_yield(); return (enum e)x; }
static unsigned char global = 200;
static short sh = -1;
static int list[3] = { 1, 2, 3 };
static int twice(int x) { return 2 * x; }

async int main(void)
{
    printf("%d %d\n", global + await byte(100), await byte(200) << await give(1));
    printf("%d %d\n", ~global + (int)await u(0) < 0, sh < (int)await u(5));
    printf("%zu %zu %zu\n", sizeof(global + await byte(1)), sizeof(await letter(1)), sizeof(await give(1) + 1L));
    printf("%d %.2f\n", (int)(sh * await wide(1l << 40) >> 40), (double)(global / await real(8)));
    printf("%d %d\n", *(list + await give(1)), list[2] + await give(1));
    printf("%d %d\n", (await give(1) ? twice : nullptr)(4), *(await give(0) ? nullptr : list));
    printf("%c %d\n", "abc"[await give(1)], await en(5) == B);
    unsigned char c = global += await give(100);
    char d = (char)await give(300);
    _Bool b = await give(256);
    short s = (short)(sh + await give(70000));
    double x = 1 / await give(2) + 1.0 / await give(2);
    printf("%d %d %d %d %.2f\n", c, d, b, s, x);
    long long l = await give(-1);
    unsigned long ul = (unsigned long)await give(-1);
    printf("%lld %d\n", l, ul == ~0ul);
    const void *p = await give(1) ? (const void *)list : "text";
    printf("%d %d\n", p == list, (await give(1), list + 1) == &list[1]);
    printf("%d\n", sizeof(await give(1) ? 1 : 1.0) == sizeof(double));
}
// CHECK: {{^}}300 400
// CHECK-NEXT: {{^}}1 1
// CHECK-NEXT: {{^}}4 1 8
// CHECK-NEXT: {{^}}-1 25.00
// CHECK-NEXT: {{^}}2 4
// CHECK-NEXT: {{^}}8 1
// CHECK-NEXT: {{^}}b 1
// CHECK-NEXT: {{^}}44 44 1 4463 0.50
// CHECK-NEXT: {{^}}-1 1
// CHECK-NEXT: {{^}}1 1
// CHECK-NEXT: {{^}}1
