// The value of an entry of async_with has an exit.
// RUN: not %asyncc %s -o %t.out.c 2>&1 | FileCheck %s
#include <async.h>

struct thing { int a; };
typedef struct thing *thing;
async thing get(void);

async int main(void)
{
    // CHECK: :[[#@LINE+1]]:27: error: 'async_with' has no exit for values of type 'thing'
    async_with (auto it = get())
        ;
    // CHECK: note: one is given to a type by 'ASYNC_EXIT(thing, function);' at file scope
    return 0;
}
