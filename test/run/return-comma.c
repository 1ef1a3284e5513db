// return of a comma expression, of an assignment, of parenthesised and cast expressions, with and without awaits.
// RUN: %build %s -o %t && %run %t | FileCheck %s
#include <async.h>
#include <stdio.h>

struct big { long a[4]; };
static int n;
static struct big shared = { { 5 } };
async int give(int x) { await async_yield(); return x; }
async int comma(void) { return n++, 2; }
async int comma_waits(void) { return (void)await give(1), n++, await give(3); }
async int assigns(int *p) { return *p = await give(4); }
async int adds(int *p) { return *p += 5; }
async struct big large(void) { return n++, shared; }
async void nothing(void) { await async_yield(); return (void)n++; }
async const char *choice(int x) { return x ? "yes" : "no"; }
async int (*array(void))[2] { static int a[2] = { 7, 8 }; return n++, &a; }

async int main(void)
{
    int x = 0;
    printf("%d %d %d ", await comma(), await comma_waits(), await assigns(&x));
    printf("%d %d %ld %s %d\n", await adds(&x), x, (await large()).a[0], await choice(0), (*await array())[1]);
    await nothing();
    printf("%d\n", n);
}
// CHECK: {{^}}2 3 4 9 9 5 no 8
// CHECK-NEXT: {{^}}5
