// Where only the condition of ?: awaits, the choice is the compiler's: literals stay literals, and parentheses stay.
// RUN: %build %s -o %t && %run %t | FileCheck %s
#include <async.h>
#include <stdio.h>

static int calls;
async int wait_for(int n) { await async_yield(); return n; }
static int call(int n) { calls++; return n; }
static void yes(void) { puts("yes"); }
static void no(void) { puts("no"); }
async int chosen(int n, int k) { return await wait_for(n) ? call(k) : -k; }
struct pair { int a[2]; };

async int main(void)
{
    // CHECK: no
    printf(await wait_for(0) ? "yes\n" : "no\n");
    // CHECK-NEXT: 6 5 6 5
    int k = 2, zero = 0;
    printf("%d ", (await wait_for(0) ? k : 0) ? 5 : call(6));
    printf("%d ", (await wait_for(1) ? k : 0) ? 5 : call(6));
    printf("%d ", (await wait_for(1) ? zero : 1) ? 5 : await wait_for(6));
    printf("%d\n", (await wait_for(0) ? zero : 1) ? await wait_for(5) : 6);
    // CHECK-NEXT: 7 -7
    printf("%d ", await chosen(1, 7));
    printf("%d\n", await chosen(0, 7));
    // CHECK-NEXT: 1 0 1
    printf("%d %d ", (await wait_for(1) ? zero : 1) || k, (await wait_for(0) ? zero : 1) && zero);
    printf("%d\n", !(await wait_for(1) ? zero : 1));
    // CHECK-NEXT: 24 9
    printf("%d ", 2 * (await wait_for(1) ? k + 10 : 0));
    printf("%d\n", (zero, await wait_for(0) ? k : k + 1) * 3);
    // CHECK-NEXT: yes
    // CHECK-NEXT: no
    // CHECK-NEXT: yes
    // CHECK-NEXT: no
    (void)(await wait_for(1) ? (void)yes() : (void)no());
    (void)(await wait_for(1) ? (void)0 : yes());
    (await wait_for(0) ? yes : no)();
    await wait_for(1) ? yes() : no();
    (void)(await wait_for(1) ? no() : (void)await wait_for(1));
    (void)(await wait_for(0) ? no() : (void)await wait_for(1));
    // CHECK-NEXT: 4 4 3
    k = 4;
    printf("%d %d %d\n", k, await wait_for(1) ? k++ : 0, (k = 3));
    // CHECK-NEXT: 4 4
    struct pair one = { { 1, 2 } }, two = { { 3, 4 } };
    printf("%d ", (await wait_for(0) ? one : two).a[1]);
    printf("%d\n", (await wait_for(0) ? one.a : two.a)[1]);
    // CHECK-NEXT: calls: 2
    printf("calls: %d\n", calls);
    return 0;
}
