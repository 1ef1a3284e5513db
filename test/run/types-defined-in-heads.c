// A type that the head of a statement defines ends with the statement; the body is a scope, with and without braces.
// RUN: %build %s -o %t && %run %t | FileCheck %s
#include <async.h>
#include <stdio.h>

async int give(int x)
{
    await async_yield();
    return x;
}

async int main(void)
{
    int n = 1;
    if (sizeof(struct s { char a[2]; }) == 2 && await give(1))
        n += sizeof(struct s);
    if ((n += sizeof(struct s { char a[3]; })) > await give(1))
        n += sizeof(struct s);
    else
        n = 0;
    switch (await give(1) + sizeof(enum e { X = 10, Y })) {
    default:
        n += Y;
    }
    switch (await give(1) + sizeof(enum e { X = 20, Y })) {
    default:
        n += Y;
    }
    for (int i = 0; i < await give(2) + (int)sizeof(struct s { char a; }); i++)
        n += (int)sizeof(struct s { int b[10]; });
    do
        n += (int)sizeof(struct s { char a[5]; });
    while (await give(1) + sizeof(struct s { char a[7]; }) < 8);
    // CHECK: 166
    printf("%d\n", n);

    // Its body sees it as well, wherever in the head it is, and whatever in the head awaits.
    // CHECK-NEXT: 1 22 333
    n = 0;
    struct s { char a[9]; } outer;
    for ((n = sizeof(struct s { char a; })) ?: await give(0); n < 2; n++)
        printf("%d ", (int)sizeof(struct s));
    for (n = 0; (n += sizeof(struct s { char a[2]; })) < 4 || await give(0); n++)
        printf("%d%d ", (int)sizeof(struct s), n);
    for (n = 0; n < 3; n += await give(sizeof(struct s { char a[3]; })))
        printf("%d%d", (int)sizeof(struct s), n += 3);
    async_timeout (1 + sizeof(struct s { char a[3]; }))
        printf("%d\n", (int)sizeof(struct s));
    // CHECK-NEXT: 9
    printf("%d\n", (int)sizeof outer);
    return 0;
}
