// Attributes on statements, declarations and labels; C23 words: auto, nullptr, bool, true, constexpr, typeof, binary constants.
// RUN: %build %s -o %t && %run %t | FileCheck %s
#include <async.h>
#include <stdio.h>

async int give(int x) { await async_yield(); return x; }

async int main(void)
{
    auto a = await give(1);
    auto b = a + 1.5;
    auto c = 2.0;
    bool t = true, f = await give(0);
    int *n = nullptr;
    typeof(a) d = 0b101 + 1'000;
    typeof(await give(1)) e = await give(3);
    static_assert(sizeof(d) == sizeof(int));
    constexpr int k = 5;
    [[maybe_unused]] int unused = await give(1);
    int list[k] = {};
    [[maybe_unused]] label:
    await async_yield();
    switch (a) {
    case 1:
        list[0] = await give(9);
        [[fallthrough]];
    default:
        list[1] = 1;
    }
    printf("%d %.1f %.1f %d %d %d %d %d %d %d\n", a, b, c, t, f, n == nullptr, d, e, list[0] + k, list[1]);
    auto tuple = await async_gather(give(1), give(2));
    auto copy = tuple;
    await async_yield();
    printf("%d\n", copy._0 + copy._1);
}
// CHECK: {{^}}1 2.5 2.0 1 0 1 1005 3 14 1
// CHECK-NEXT: {{^}}3
