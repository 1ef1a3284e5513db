// A const number whose initializer does something is no constant: that is done wherever it is declared.
// RUN: %build %s -o %t && %run %t | FileCheck %s
#include <async.h>
#include <stdio.h>

static int say(const char *text)
{
    puts(text);
    return 0;
}

async int id(int n)
{
    await async_yield();
    return n;
}

async int main(void)
{
    for (int i = 0; i < 2; i++) {
        // CHECK: block
        // CHECK-NEXT: comma
        // CHECK-NEXT: 1 2 3 4 1 4
        // CHECK-NEXT: block
        // CHECK-NEXT: comma
        // CHECK-NEXT: 1 2 3 4 2 4
        const int a = ({ say("block"); 1; });
        const int b = (say("comma"), 2);
        const int c = ((void)await id(i), 3);
        const int d = ({ await id(i); 4; });
        const int e = sizeof(char[({ 1; })]) + i;
        const int f = sizeof(int) ?: await id(1);
        await id(1);
        printf("%d %d %d %d %d %d\n", a, b, c, d, e, f);
    }
    return 0;
}
