// A call of a macro of <async.h> with an await in its argument is whole in the output, also where its value is dropped.
// RUN: %asyncc -Wno-never-awaited -Wno-lost-handle %s -o %t.c && %cc -fsyntax-only %t.c && FileCheck %s < %t.c
#include <async.h>
async int give(int x);

async int main(void)
{
    int a = 1;
    // CHECK: async_detach(give(
    async_detach(give(await give(1)));
    // CHECK: async_create_task(give(
    async_create_task(give(a ? await give(2) : 3));
    // CHECK: async_gather(give(
    async_gather(give(await give(3)), give(2));
    // CHECK: async_detach(give(
    a = 3, async_detach(give(await give(4)));
    return a;
}
