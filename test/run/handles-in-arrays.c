// Futures kept in arrays, structs and lists, passed to and returned by functions.
// RUN: %build %s -o %t && %run %t | FileCheck %s
#include <async.h>
#include <stdio.h>
#include <stdlib.h>

struct job { int id; future(int) f; struct job *next; };
async int work(int n) { await async_yield(); return n * n; }
static future(int) make(int n) { return n % 2 ? work(n) : async_create_task(work(n)); }
async int consume(future(int) f, future(int) g) { return await f + await g; }
async future(int) later_handle(int n) { await async_yield(); return work(n); }

async int main(void)
{
    struct job *jobs = nullptr;
    for (int i = 0; i < 4; i++) {
        struct job *j = malloc(sizeof *j);
        *j = (struct job){ i, make(i), jobs };
        jobs = j;
    }
    while (jobs) {
        struct job *next = jobs->next;
        printf("%d:%d ", jobs->id, await jobs->f);
        free(jobs);
        jobs = next;
    }
    puts("");
    printf("%d\n", await consume(work(3), make(4)));
    printf("%d\n", await await later_handle(5));
    future(int) h = await later_handle(6);
    printf("%d %d\n", async_valid(h), await async_take(h));
    printf("%d\n", async_valid(h));
    h = (future(int)){};
    printf("%d\n", async_valid(h));
}
// CHECK: {{^}}3:9 2:4 1:1 0:0
// CHECK-NEXT: {{^}}25
// CHECK-NEXT: {{^}}25
// CHECK-NEXT: {{^}}1 36
// CHECK-NEXT: {{^}}0
// CHECK-NEXT: {{^}}0
