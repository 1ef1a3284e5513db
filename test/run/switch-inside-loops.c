// switch and loops interleave: cases in nested blocks, default first, a switch on an enum, on a long long, on a char.
// RUN: %build %s -o %t && %run %t | FileCheck %s
#include <async.h>
#include <stdio.h>

enum colour { RED, GREEN, BLUE };
async int give(int x) { await async_yield(); return x; }
async enum colour colour(int i) { await async_yield(); return (enum colour)i; }
async long long wide(int i) { await async_yield(); return 0x100000000LL + i; }

async const char *name(int i)
{
    switch (await colour(i)) {
    case RED: return "red";
    case GREEN: return "green";
    case BLUE: break;
    }
    return "blue";
}

async int f(int n)
{
    int r = 0;
    switch (n) {
    default:
        r = await give(1);
        break;
    case 5:
        while (r < 3) {
            r += await give(1);
            if (r == 100) {
    case 6:
                r += await give(50);
            }
        }
        break;
    case 7: {
        int local = await give(9);
        r = local;
        switch (local) {
        case 9: r += await give(1); break;
        case 10: r = -1;
        }
        break;
    }
    }
    return r;
}

async int main(void)
{
    printf("%s %s %s\n", await name(0), await name(1), await name(2));
    printf("%d %d %d %d\n", await f(0), await f(5), await f(6), await f(7));
    switch (await wide(2)) {
    case 2: puts("narrow"); break;
    case 0x100000002LL: puts("wide"); break;
    }
    const char *s = "abc";
    int letters = 0;
    for (char c; (c = *s++);)
        switch (c) {
        case 'a': case 'b': letters += await give(1); break;
        case 'c' ... 'z': letters += await give(100);
        }
    printf("%d\n", letters);
}
// CHECK: {{^}}red green blue
// CHECK-NEXT: {{^}}1 3 50 10
// CHECK-NEXT: {{^}}wide
// CHECK-NEXT: {{^}}102
