// Locals of one name in nested and sibling scopes are different objects; a parameter may be shadowed.
// RUN: %build %s -o %t && %run %t | FileCheck %s
#include <async.h>
#include <stdio.h>

static int x = 1000;
async int give(int v) { await async_yield(); return v; }

async int f(int x)
{
    int r = x;
    {
        int x = await give(20);
        {
            char x[] = "ab";
            await async_yield();
            r += x[1] - 'a';
        }
        await async_yield();
        r += x;
        {
            extern int shadowed_global;
            double x = await give(1) / 2.0;
            await async_yield();
            r += (int)(x * 4) + shadowed_global;
        }
        r += x;
    }
    for (int x = 0; x < 2; x++) {
        int y = x;
        await async_yield();
        for (int x = 5; x < 6; x++) {
            int y = await give(x);
            r += y * 100;
        }
        r += y;
    }
    await async_yield();
    return r + x;
}
int shadowed_global = 10000;

async int main(void)
{
    int main = await give(7);
    struct main { char text[3]; } tag;          // a tag is no variable
    struct text *text = nullptr;
    tag.text[0] = (char)(sizeof(struct main) + sizeof(text) + sizeof tag.text);
    printf("%d %d %d\n", await f(1), main, tag.text[await give(0)]);
    printf("%d\n", x);
}
// CHECK: {{^}}11046 7 14
// CHECK-NEXT: {{^}}1000
