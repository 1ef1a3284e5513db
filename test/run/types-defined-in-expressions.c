// A type that an expression defines is seen behind it, in the expression and in its block, wherever awaits stand.
// RUN: %build %s -o %t && %run %t | FileCheck %s
#include <async.h>
#include <stdio.h>

struct s { char a[77]; };

async int give(int x)
{
    await async_yield();
    return x;
}

async int operand(bool skip)
{
    if (skip)
        goto there;
there:
    int n = sizeof(struct s { char a[2]; }) * 100 + await give(sizeof(struct s));
    return n * 10 + (int)sizeof(struct s);
}

async int arm(bool yes)
{
    int n = yes ? await give(sizeof(struct s { char a[3]; })) : (int)sizeof(struct { struct inner { char a[5]; } b; });
    return n * 100 + (int)sizeof(struct s) * 10 + (int)sizeof(struct inner);
}

async int behind_and(bool yes)
{
    int n = (yes && await give(sizeof(enum { A = 4 })) && await give(sizeof(union __attribute__((packed)) u { char a; short b; })));
    return n * 100 + A * 10 + (int)sizeof(union u);
}

async int block(int x)
{
    int n = ({ int z = await give(x); struct s { char a[6]; } of = { }; z + (int)sizeof of; });
    return n * 100 + (int)sizeof(struct s);
}

async int main(void)
{
    // CHECK: 2022 2022
    printf("%d %d\n", await operand(false), await operand(true));
    // CHECK-NEXT: 335 535
    printf("%d %d\n", await arm(true), await arm(false));
    // CHECK-NEXT: 142 42
    printf("%d %d\n", await behind_and(true), await behind_and(false));
    // CHECK-NEXT: 777
    printf("%d\n", await block(1));
    return 0;
}
