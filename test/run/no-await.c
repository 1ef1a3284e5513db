// Async functions that never await, empty ones, and ones that only call others.
// RUN: %build %s -o %t && %run %t | FileCheck %s
#include <async.h>
#include <stdio.h>

static int calls;
async void empty(void) {}
async int constant(void) { return 1; }
async void counts(void) { calls++; }
async void loops(int n) { for (int i = 0; i < n; i++) { if (i == 3) return; calls++; } }
async char *addresses(void) { static char s[] = "static"; char local[] = "l"; return local[0] == 'l' ? s : nullptr; }
async future(int) gives(int n) { return async_detach(counts()), n ? constant() : constant(); }

async int main(void)
{
    await empty();
    await counts();
    await loops(10);
    printf("%d %d %s %d\n", await constant(), calls, await addresses(), await constant() + await constant());
    auto t = async_create_task(empty());
    await t;
    printf("%d\n", await await gives(1));
}
// CHECK: {{^}}1 4 static 2
// CHECK-NEXT: {{^}}1
