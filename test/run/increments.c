// ++ and -- left and right of awaits, on lvalues that awaits find.
// RUN: %build %s -o %t && %run %t | FileCheck %s
#include <async.h>
#include <stdio.h>

#ifdef __clang__
#pragma clang diagnostic ignored "-Wunsequenced"      // in order all the same
#endif

async int give(int x) { await async_yield(); return x; }
static int g = 1;
async int *where(void) { await async_yield(); return &g; }

async int main(void)
{
    int i = 0, a[5] = { 10, 20, 30, 40, 50 }, *p = a;
    int r = i++ + await give(10);
    printf("%d %d\n", r, i);
    r = ++i * await give(10) + i--;
    printf("%d %d\n", r, i);
    r = *p++ + await give(1) + *p++;
    printf("%d %td\n", r, p - a);
    r = a[i++] - await give(a[i++]);
    printf("%d %d\n", r, i);
    a[await give(1)]++, --a[await give(0)];
    ++*await where();
    r = (*await where())++ + g;
    printf("%d %d %d\n", a[0], a[1], r);
    const char *s = "xyz";
    while (*s && await give(*s++) != 'y')
        ;
    printf("%s\n", s);
    int n = 3;
    while (n --> await give(0))
        printf("%d ", n);
    puts("");
    double d = 1.5;
    d++;
    printf("%.1f %.1f\n", d++ + await give(1), --d);
}
// CHECK: {{^}}10 1
// CHECK-NEXT: {{^}}22 1
// CHECK-NEXT: {{^}}31 2
// CHECK-NEXT: {{^}}-10 3
// CHECK-NEXT: {{^}}9 21 5
// CHECK-NEXT: {{^}}z
// CHECK-NEXT: {{^}}2 1 0
// CHECK-NEXT: {{^}}3.5 2.5
