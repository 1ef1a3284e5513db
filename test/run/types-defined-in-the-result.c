// The declaration of an async function may define the type of its result, with a name or without.
// RUN: %build %s -o %t && %run %t | FileCheck %s
#include <async.h>
#include <stdio.h>

async struct point { int x, y; } origin(int n)
{
    await async_yield();
    return (struct point){ n, n + 1 };
}

static async enum color { RED, GREEN } paint(int n);

async struct { short values[3]; struct { int deep; }; } unnamed(int n)
{
    await async_yield();
    return (typeof(await unnamed(0))){ { n, n + 1 }, { n + 2 } };
}

async enum { LOW, HIGH } level(int n) { return n > 3 ? HIGH : LOW; }
async struct { int member; } *pointer(void) { return nullptr; }
async union __attribute__((aligned(16))) { char text[4]; int number; } aligned(void)
{
    await async_yield();
    return (typeof(await aligned())){ "abc" };
}

static async enum color paint(int n)
{
    await async_yield();
    return n ? GREEN : RED;
}

async int main(void)
{
    struct point p = await origin(3);
    enum color c = await paint(1);
    auto u = await unnamed(5);
    auto task = async_create_task(unnamed(7));
    printf("%d %d %d\n", p.x, p.y, c == GREEN);
    // CHECK: 3 4 1
    printf("%d %d %d\n", u.values[1], u.deep, (await task).deep);
    // CHECK: 6 7 9
    printf("%d %d\n", await level(4) == HIGH, await pointer() == nullptr);
    // CHECK: 1 1
    printf("%s %zu\n", (await aligned()).text, _Alignof(typeof(await aligned())));
    // CHECK: abc 16
    return 0;
}
