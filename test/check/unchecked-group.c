// A group whose failure nobody looks at; an `else`, a look at the error, or a group handed on is enough.
// RUN: %asyncc --cc=gcc %s -o %t.out.c 2>&1 | FileCheck --implicit-check-not=warning: %s
// RUN: not %asyncc --cc=gcc -Werror=unchecked-group %s -o %t.out.c 2>&1 | FileCheck --check-prefix=ERROR %s
// RUN: %asyncc --cc=gcc -Wno-unchecked-group %s -o %t.out.c 2>&1 | count 0
#include <async.h>

// ERROR: error: nobody looks whether the group 'g' has failed

async int work(int n);
async void quiet(void);
async double measure(void);
void watch(struct async_group *g);

async void unchecked(void)
{
    // CHECK: unchecked-group.c:[[#@LINE+3]]:5: warning: nobody looks whether the group 'g' has failed; give it an 'else', which may be empty [-Wunchecked-group]
    // CHECK-NEXT: async_group (g) {
    // CHECK: unchecked-group.c:[[#@LINE+3]]:9: note: it fails where the value of this child is negative
    async_group (g) {
        async_spawn(g, quiet());
        async_spawn(g, work(1));
        async_spawn(g, work(2));
        async_group_cancel(g);
        await async_group_wait(g);
    }
    // CHECK: unchecked-group.c:[[#@LINE+2]]:5: warning: nobody looks whether the group 'h' has failed
    // CHECK: unchecked-group.c:[[#@LINE+2]]:9: note: it may fail here
    async_group (h)
        async_group_fail(h, -5);
    // CHECK: unchecked-group.c:[[#@LINE+4]]:9: warning: nobody looks whether the group 'inner' has failed
    async_group (outer) {
        async_spawn(outer, work(1));
        // The failure of another group is another one.
        async_group (inner)
            async_spawn(inner, work(1));
    } else {
    }
}

async int looked_at(void)
{
    int value;
    async_group (g) {
        async_spawn(g, work(1));
    } else {
    }
    async_group (g) {
        async_spawn(g, work(1));
        await async_group_wait(g);
        if (async_group_error(g))
            return 1;
    }
    async_group (g) {
        async_spawn(g, work(1));
        watch(g);
    }
    // None of these fails by its value.
    async_group (g) {
        async_spawn(g, quiet());
        async_spawn(g, measure());
        async_spawn_to(g, work(1), &value);
    }
    return 0;
}
