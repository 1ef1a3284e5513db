// The names of async functions are the program's: none clashes with those of the headers and of what asyncc writes.
// RUN: %build %s -o %t && %run %t | FileCheck %s
#include <async.h>
#include <stdio.h>

struct big { long a[4]; };
async int later(int x) { await async_yield(); return x; }
async struct big frame(void) { await async_yield(); return (struct big){ { 1 } }; }
async int task(int task) { await async_yield(); return task; }
async int state(int state) { await async_yield(); return state; }
async int function(int frame) { await async_yield(); return frame; }
async int start(int out) { await async_yield(); return out; }
async int body(int self) { await async_yield(); return self; }
async int resume(int result) { await async_yield(); return result; }
async int x(int x) { await async_yield(); return x; }
async struct big await_(struct big value) { await async_yield(); return value; }
async int locals(int async__, int starting, int suspended)
{
    int awaiter = 1, unwind = 2, resume = 3, loop = 4, pool = 5, value = 6;
    await async_yield();
    return async__ + starting + suspended + awaiter + unwind + resume + loop + pool + value;
}

async int main(void)
{
    printf("%d %ld %d %d %d\n", await later(1), (await frame()).a[0], await task(2), await state(3), await function(4));
    printf("%d %d %d %d %ld\n", await start(5), await body(6), await resume(7), await x(8), (await await_((struct big){ { 9 } })).a[0]);
    printf("%d\n", await locals(1, 2, 3));
}
// CHECK: {{^}}1 1 2 3 4
// CHECK-NEXT: {{^}}5 6 7 8 9
// CHECK-NEXT: {{^}}27
