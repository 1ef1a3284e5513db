// A local constexpr is a constant behind an await too, wherever C wants one, also for a compiler that does not know the word.
// RUN: %build %s -o %t && %run %t | FileCheck %s
#include <async.h>
#include <stdio.h>

struct limits {
    int least, most;
    double step;
};

constexpr int outside = 6;
constexpr struct limits wide = { -3, 12, 0.5 };

async int give(int x)
{
    await async_yield();
    return x;
}

static int plain(int x)
{
    constexpr int two = 2;
    static int calls[two + 1] = { [two] = 5 };
    switch (x) {
    case two: return calls[two];
    case wide.most: return 3;
    case outside ... outside + 1: return 4;
    default: return 0;
    }
}

async int numbers(int x)
{
    constexpr int n = 3;
    constexpr unsigned long big = 0xffffffffffffffff;
    constexpr long long least = -0x7fffffffffffffffLL - 1;
    constexpr char letter = 'c';
    constexpr double half = 0.5;
    int base = await give(x);
    static int list[n] = { [n - 1] = n * 10 };
    static int copy = n + 1;
    static double quarter = half / 2;
    enum { AGAIN = n + 2, LETTER = letter };
    struct { unsigned narrow : n; } bits = { .narrow = 7 };
    _Static_assert(n == 3 && big > 1 && least < 0, "constants");
    char room[n * 2];
    (void)_Generic(&room, char (*)[6]: 0);
    (void)_Generic(letter, char: 0);
    (void)_Generic(big, unsigned long: 0);
    switch (await give(base)) {
    case n:
        // CHECK: 3: 30 4 0.25 5 99 7 6
        printf("%d: %d %d %g %d %d %d %zu\n", n, list[n - 1], copy, quarter, AGAIN, LETTER, bits.narrow, sizeof room);
        break;
    case n + 1 ... outside:
        // CHECK: between 1
        printf("between %d\n", big + 1 == 0 && least + 1 < 0);
        break;
    }
    return await give(n);
}

async int objects(void)
{
    constexpr struct limits near = { .least = 1, .most = 4 };
    constexpr int squares[] = { 0, 1, 4, 9 };
    constexpr char name[] = "abc";
    constexpr int *nowhere = nullptr, one = 1;
    constexpr auto deduced = 5u;
    const int *kept = &squares[2];
    const struct limits *limits = &near;
    await give(1);
    static int most = near.most + squares[3];
    int found = 0;
    switch (await give(9)) {
    case near.least: break;
    case squares[3]: found = most; break;
    }
    static unsigned twice = deduced * 2;
    _Static_assert(sizeof name == 4, "a string");
    int *p = nowhere;
    // CHECK: 13 4 4 1 abc 10 1 1
    printf("%d %d %d %d %s %u %d %d\n", found, *kept, limits->most, limits == &near, name, twice, p == 0, one);
    return kept == &squares[2];
}

async int loops(void)
{
    int sum = 0;
    for (constexpr int step = 2; sum < 6; sum += await give(step))
        switch (sum) {
        case step: sum += await give(1); break;
        }
    {
        constexpr int sum = 100;
        [[maybe_unused]] constexpr int unused = 1;
        await give(sum);
        switch (await give(100)) {
        case sum: printf("inner\n"); break;
        }
    }
    // CHECK: inner
    // CHECK-NEXT: 7 18
    printf("%d ", sum);
    // A statement expression, a choice by a built-in, what a constant is the size of.
    constexpr int chosen = 1;
    int value = __builtin_choose_expr(chosen, await give(8), "no") + ({ constexpr int ten = 10; await give(1); static int t = ten; t; });
    printf("%d\n", value);
    return 0;
}

constexpr int line = 32;
struct __attribute__((aligned(line))) aligned {
    char c;
};

async int alignments(void)
{
    constexpr int wide = 64;
    alignas(wide) char place[4];
    struct { alignas(wide) char c; } inside = { 'x' };
    register constexpr int last = 3;
    char *kept = place;
    static constexpr int two = 2;
    await give(1);
    static int list[last + two];
    // CHECK: 0 64 32 5 1
    printf("%zu %zu %zu %zu %d\n", (size_t)kept % wide, sizeof inside, sizeof(struct aligned), sizeof list / sizeof *list,
           inside.c == 'x');
    return 0;
}

async int main(void)
{
    await numbers(3);
    await numbers(5);
    await objects();
    await loops();
    await alignments();
    // CHECK: 5 3 4 0
    printf("%d %d %d %d\n", plain(2), plain(12), plain(7), plain(1));
}
