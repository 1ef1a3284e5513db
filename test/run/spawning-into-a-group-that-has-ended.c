// In the else of a group its children have ended, and there can be no more: the program stops.
// RUN: %build %s -o %t && not --crash %run %t 2>&1 | FileCheck %s
#include <async.h>

static async int child(void)
{
    return 0;
}

async int main(void)
{
    async_group (g) {
        async_group_fail(g, -1);
    } else {
        // CHECK: async_spawn in a group that has ended
        async_spawn(g, child());
    }
    return 0;
}
