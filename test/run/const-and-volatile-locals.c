// const and volatile locals of every kind live across awaits; const stays const for the compiler.
// RUN: %build %s -o %t && %run %t | FileCheck %s
#include <async.h>
#include <stdio.h>

struct pair { int x; const int y; };
struct all { const int a[2]; const char *const name; };
async int give(int x) { await async_yield(); return x; }
static int take(const int *p) { return *p; }

async int main(void)
{
    const int a = await give(1), b = 2;
    const double d = a + 0.5;
    const char *const s = "text";
    const struct pair p = { await give(3), 4 };
    struct pair q = { 5, await give(6) };
    const int list[3] = { 1, await give(2), 3 };
    const char word[] = "word";
    int const *const pointer = &a;
    volatile int v = 7;
    volatile struct pair w = { 8, 9 };
    const volatile int cv = await give(10);
    volatile _Bool flag = 1;
    struct all all = { { 1, 2 }, "all" };
    const struct all copy = all;
    int volatile *volatile pv = &v;
    await async_yield();
    v += await give(1);
    *pv += 1;
    q.x = await give(50);
    w.x++;
    flag = !flag;
    _Static_assert(_Generic(&a, const int *: 1, default: 0), "const");
    _Static_assert(_Generic(&v, volatile int *: 1, default: 0), "volatile");
    _Static_assert(_Generic(&list, const int (*)[3]: 1, default: 0), "const elements");
    printf("%d %d %.1f %s %d %d %d %d\n", a, b, d, s, p.x, p.y, q.x, q.y);
    printf("%d %s %d %d %d %d %d %d\n", list[1], word, *pointer, take(&b), v, w.x, w.y, cv);
    printf("%d %d %s %s\n", flag, all.a[1], all.name, copy.name);
    for (const char *i = s; *i; i++) {
        const char c = *i;
        await async_yield();
        putchar(c);
    }
    puts("");
}
// CHECK: {{^}}1 2 1.5 text 3 4 50 6
// CHECK-NEXT: {{^}}2 word 1 2 9 9 9 10
// CHECK-NEXT: {{^}}0 2 all all
// CHECK-NEXT: {{^}}text
