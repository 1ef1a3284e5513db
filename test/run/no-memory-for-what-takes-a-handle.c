// Whichever allocation fails: where a call that takes handles finds no memory they are still the caller's, and closed there.
// RUN: %build %s -o %t && sh %S/../runtime/Inputs/fail-each.sh %t 70
#include <async.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>

static int running;

async int work(int n)
{
    running++;
    defer running--;
    await async_sleep(10);
    return n;
}

async int around(future(int) f) { await async_yield(); return await f; }
async int both(future(int) f, int n, future(int) g) { return n + await f + await g; }
static future(int) plainly(int n) { return around(work(n)); }

async int by_a_variable(void)
{
    auto g = async_create_task(work(1));
    await async_sleep(1);
    auto h = around(g);
    return await h;
}

async int by_name(void)
{
    auto g = async_create_task(work(1));
    await async_sleep(1);
    return await around(g);
}

async int asks(void)
{
    auto g = async_create_task(work(1));
    auto h = around(g);
    if (!async_valid(h)) {
        async_cancel(g);
        await async_join(g, nullptr);
        return 1;
    }
    return await h;
}

async int made_on_the_way(void)
{
    auto g = async_create_task(work(1));
    auto h = both(async_retain(g), 2, around(work(3)));
    int n = await h;
    return n + await around(g) + await around(work(4)) + await plainly(5);
}

async int many(void)
{
    auto a = async_create_task(work(1));
    auto b = async_create_task(work(2));
    auto all = await async_gather(around(a), both(b, 1, work(3)));
    return all._0 + all._1;
}

#define RUN(f, wanted) do { \
        int value = 0, error = async_try_run(f(), &value); \
        if (running || (error && error != -ENOMEM) || (!error && value != (wanted) && value != 1)) \
            abort(); \
        failed |= error; \
    } while (0)

int main(void)
{
    int failed = 0;
    RUN(by_a_variable, 1);
    RUN(by_name, 1);
    RUN(asks, 1);
    RUN(made_on_the_way, 1 + 2 + 3 + 1 + 4 + 5);
    RUN(many, 1 + 2 + 1 + 3);
    return failed ? 3 : 0;
}
