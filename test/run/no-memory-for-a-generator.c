// Whichever allocation fails: handles that a generator function is called with are still the caller's where it finds no memory.
// RUN: %build %s -o %t && env ASYNC_CLOCK=virtual sh %S/../runtime/Inputs/fail-each.sh %t 40
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

async generator(int) plus(future(int) f, int n) { yield await f + n; }
struct source { generator(int) (*open)(future(int) f, int n); };

async int of_a_variable(void)
{
    auto f = async_create_task(work(1));
    await async_sleep(1);
    auto g = plus(f, 2);
    if (!async_valid(g)) {
        async_cancel(f);
        await async_join(f, nullptr);
        return 3;
    }
    int v = 0;
    await async_next(g, &v);
    await async_generator_close(g);
    return v;
}

async int left_to_the_scope(void)
{
    auto f = async_create_task(work(1));
    await async_sleep(1);
    auto g = plus(f, 2);
    int v = 0;
    await async_next(g, &v);
    await async_generator_close(g);
    return v;
}

async int made_on_the_way(void)
{
    struct source s = { plus };
    int sum = 0;
    async_for (int v, plus(async_create_task(work(1)), 2))
        sum += v;
    async_for (int v, s.open(async_create_task(work(3)), 4))
        sum += v;
    auto g = plus(work(5), 6);
    int v = 0;
    await async_next(g, &v);
    await async_generator_close(g);
    return sum + v;
}

// A combinator consumes its futures all the same: nobody will wait for them, so they stop.
async int of_results(void)
{
    auto g = async_as_completed(async_create_task(work(1)), work(2));
    if (!async_valid(g)) {
        await async_sleep(1);
        return running ? 1 : 3;
    }
    int v = 0, sum = 0;
    while (await async_next(g, &v))
        sum += v;
    await async_generator_close(g);
    return sum;
}

#define RUN(f, wanted) do { \
        int value = 0, error = async_try_run(f(), &value); \
        if (running || (error && error != -ENOMEM) || (!error && value != (wanted))) \
            abort(); \
        failed |= error; \
    } while (0)

int main(void)
{
    int failed = 0;
    RUN(of_a_variable, 3);
    RUN(left_to_the_scope, 3);
    RUN(of_results, 3);
    RUN(made_on_the_way, 1 + 2 + 3 + 4 + 5 + 6);
    return failed ? 3 : 0;
}
