// The address of a local that is given to a task which can outlive it; where somebody awaits the task first, it is not warned of.
// RUN: %asyncc --cc=gcc %s -o %t.out.c 2>&1 | FileCheck --implicit-check-not=warning: %s
// RUN: not %asyncc --cc=gcc -Werror=address-of-local %s -o %t.out.c 2>&1 | FileCheck --check-prefix=ERROR %s
// RUN: %asyncc --cc=gcc -Wno-address-of-local %s -o %t.out.c 2>&1 | count 0
#include <async.h>

// ERROR: error: the address of 'x' is given to a task that can outlive it

struct pair { int a, b[3]; };
async int fill(int *to);
async int read_all(const char *from, int n);
async double both(future(int) f, int *to);
static future(int) kept;

async void detached(struct pair *of_caller, int n)
{
    int x = 0, list[4], *alias = list;
    struct pair p = { 0 };
    static int forever;
    char text[n];
    // CHECK: address-of-local.c:[[#@LINE+3]]:23: warning: the address of 'x' is given to a task that can outlive it [-Waddress-of-local]
    // CHECK-NEXT: async_detach(fill(&x));
    // CHECK: address-of-local.c:[[#@LINE-6]]:9: note: 'x' is declared here
    async_detach(fill(&x));
    // CHECK: address-of-local.c:[[#@LINE+1]]:23: warning: the address of 'list' is given
    async_detach(fill(list));
    // CHECK: address-of-local.c:[[#@LINE+1]]:23: warning: the address of 'p' is given
    async_detach(fill(&p.b[1]));
    // CHECK: address-of-local.c:[[#@LINE+1]]:23: warning: the address of 'p' is given
    async_detach(fill(p.b));
    // CHECK: address-of-local.c:[[#@LINE+1]]:27: warning: the address of 'text' is given
    async_detach(read_all(text, n));
    // CHECK: address-of-local.c:[[#@LINE+1]]:23: warning: the address of 'n' is given
    async_detach(fill(&n));
    // CHECK: address-of-local.c:[[#@LINE+1]]:28: warning: the address of 'x' is given
    async_detach(both(fill(&x), &forever));
    // Nothing of these is the function's.
    async_detach(fill(&forever));
    async_detach(fill(&of_caller->a));
    async_detach(fill(of_caller->b));
    async_detach(fill(&alias[1]));
    async_detach(read_all("text", sizeof(list)));
}

async int of_another(struct async_group *callers)
{
    int x = 0;
    // CHECK: address-of-local.c:[[#@LINE+1]]:31: warning: the address of 'x' is given to a child
    async_spawn(callers, fill(&x));
    return x;
}

async int children(void)
{
    int outside = 0;
    async_group (g) {
        int inside = 0;
        // CHECK: address-of-local.c:[[#@LINE+1]]:29: warning: the address of 'inside' is given to a child of the group, which can outlive it
        async_spawn(g, fill(&inside));
        for (int i = 0; i < 3; i++)
            // CHECK: address-of-local.c:[[#@LINE+1]]:33: warning: the address of 'i' is given to a child
            async_spawn(g, fill(&i));
        // CHECK: address-of-local.c:[[#@LINE+1]]:43: warning: the address of 'inside' is given to a child
        async_spawn_to(g, fill(&outside), &inside);
        async_spawn(g, fill(&outside));
    } else {
    }
    return outside;
}

async int waited_for(void)
{
    async_group (g) {
        int inside = 0;
        async_spawn(g, fill(&inside));
        await async_group_wait(g);
    } else {
    }
    return 0;
}

static future(int) returned(int n)
{
    // CHECK: address-of-local.c:[[#@LINE+2]]:21: warning: the address of 'n' is given to what is returned, which outlives it
    if (n)
        return fill(&n);
    // CHECK: address-of-local.c:[[#@LINE+1]]:35: warning: the address of 'n' is given to what is returned
    return async_create_task(fill(&n));
}

async int kept_outside(bool is_global)
{
    future(int) outer = {};
    {
        int x = 0;
        // CHECK: address-of-local.c:[[#@LINE+2]]:43: warning: the address of 'x' is given to a task that can outlive it
        if (is_global)
            kept = async_create_task(fill(&x));
        // CHECK: address-of-local.c:[[#@LINE+2]]:44: warning: the address of 'x' is given to a task that can outlive it
        else
            outer = async_create_task(fill(&x));
    }
    return await outer;
}

async int awaited(void)
{
    int x = 0, results[3];
    future(int) later[3], inner = {}, outer = {};
    auto t = async_create_task(fill(&x));
    for (int i = 0; i < 3; i++)
        later[i] = async_create_task(fill(&results[i]));
    await async_gather_array(later, 3, results);
    inner = async_create_task(fill(&x));
    {
        int y = 0;
        outer = async_create_task(fill(&y));
        await outer;
    }
    await inner;
    await async_join(fill(&x), &results[0]);
    return await t + await fill(&x);
}
