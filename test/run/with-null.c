// The exit is called for null too; entries may have the names of others, and the value may change.
// RUN: %build %s -o %t && %run %t | FileCheck %s
#include <async.h>
#include <stdio.h>

static int closed;
async FILE *open_file(const char *name) { await async_yield(); return fopen(name, "r"); }
static int close_file(FILE *f) { closed++; printf("%s\n", f ? "closed" : "null"); return f ? fclose(f) : 0; }
ASYNC_EXIT(FILE *, close_file);
async int *number(int n) { static int numbers[10]; await async_yield(); numbers[n] = n; return &numbers[n]; }
static void forget(int *n) { printf("forgot %d\n", *n); }
ASYNC_EXIT(int *, forget);

async int main(void)
{
    // CHECK: null
    async_with (FILE *f = open_file("/there/is/none"))
        if (f)
            return 1;
    // CHECK-NEXT: 5
    // CHECK-NEXT: forgot 6
    // CHECK-NEXT: forgot 4
    async_with (auto n = number(4), auto m = number(*n + 1)) {
        printf("%d\n", *m);
        (*m)++;
    }
    // CHECK-NEXT: forgot 3
    // CHECK-NEXT: forgot 1
    async_with (auto n = number(1))
        async_with (int *m = number(2))
            m = await number(3);
    // CHECK-NEXT: forgot 9
    if (closed)
        async_with (number(9))
            ;
    else
        puts("never");
    return 0;
}
