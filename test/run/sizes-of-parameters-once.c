// The sizes in a parameter list are evaluated once, whichever way the body is begun.
// RUN: %build %s -o %t && %run %t | FileCheck %s
#include <async.h>
#include <stdio.h>

static int calls;

static int size(int n)
{
    calls++;
    return n;
}

async int give(int x)
{
    await async_yield();
    return x;
}

static async int table(int rows, int a[rows + size(0)][size(2)]);

async int table(int rows, int a[rows + size(0)][size(2)])
{
    if (rows > 2)
        await give(0);
    return a[1][1] + (int)sizeof a[0];
}

async int lost(int n, int a[n++])
{
    int x = await give(n);
    return x + a[0] + n;
}

async int nameless(int n, int[n++], int (*)[n++], int[n++][3], int[2][n++], int (*(*)(int[n]))[2])
{
    return await give(n);
}

async int pointer(int (*p)[size(1)])
{
    return (*p)[0] + await give((int)sizeof *p);
}

inline async int both(int n, const int a[static n++], int (*p)[2][size(2)])
{
    int *kept = &n;
    await give(1);
    return a[0] + (*p)[0][1] + (int)sizeof *p + *kept;
}
extern async int both(int n, const int a[static n++], int (*p)[2][size(2)]);

static int plain(int n, int a[n++], int (*p)[2][size(2)])
{
    return a[0] + (*p)[0][1] + (int)sizeof *p + n;
}

static _Atomic int shared;

// gcc takes two of these for different sizes.
async int atomic(int (*p)[2][shared += 2])
{
    return await give(shared + (int)sizeof **p);
}

static void show(const char *name, int value)
{
    printf("%s %d, calls %d\n", name, value, calls);
    calls = 0;
}

async int main(void)
{
    int a[3][2] = { { 1, 2 }, { 3, 4 } }, one[1] = { 5 };
    // CHECK: table 12, calls 2
    // CHECK-NEXT: table 12, calls 2
    // CHECK-NEXT: made 12, calls 2
    show("table", await table(2, a));
    show("table", await table(3, a));
    show("made", await async_create_task(table(3, a)));
    // CHECK-NEXT: lost 13, calls 0
    // CHECK-NEXT: made 13, calls 0
    show("lost", await lost(3, one));
    future(int) made = lost(3, one);
    show("made", await made);
    // CHECK-NEXT: pointer 9, calls 1
    // CHECK-NEXT: made 9, calls 1
    show("pointer", await pointer(&one));
    future(int) (*by_address)(int (*)[*]) = pointer;
    show("made", await by_address(&one));
    // CHECK-NEXT: both 26, calls 1
    // CHECK-NEXT: made 26, calls 1
    // CHECK-NEXT: plain 26, calls 1
    show("both", await both(1, one, &(int[2][2]){ { 1, 3 } }));
    made = both(1, one, &(int[2][2]){ { 1, 3 } });
    show("made", await made);
    show("plain", plain(1, one, &(int[2][2]){ { 1, 3 } }));
    // CHECK-NEXT: nameless 9, calls 0
    show("nameless", await nameless(5, nullptr, nullptr, nullptr, nullptr, nullptr));
    // CHECK-NEXT: atomic 10, calls 0
    show("atomic", await atomic(&(int[2][2]){ { 1, 3 } }));
}
