// `defer` works in plain functions of translated files.
// RUN: %build %s -o %t && %run %t | FileCheck %s
#include <async.h>
#include <stdio.h>

struct big { long a[5]; };

struct big make(int n)
{
    struct big b = { { n } };
    defer b.a[0] = 99;
    defer printf("D%d ", n);
    if (n > 1)
        return b;
    int variable[n + 1];
    variable[n] = 3;
    { defer printf("in "); variable[n]++; }
    b.a[1] = variable[n];
    return b;
}

static int expression(void)
{
    return 1 + ({ defer printf("last "); printf("first "); 5; });
}

static inline void unbraced(int n)
{
    switch (n) {
    case 0: {
        defer printf("zero ");
        break;
    }
    default:
        printf("other ");
    }
    while (n--)
        defer printf("w%d ", n);
    if (n == -1)
        defer puts("yes");
    else
        puts("no");
label:
    defer printf("labelled\n");
    if (n++ < 0)
        goto label;
}

int (*choose(int n))(void)
{
    defer printf("chosen\n");
    return n ? expression : NULL;
}

int main(void)
{
    // CHECK: in D1 1 4
    struct big b = make(1);
    printf("%ld %ld\n", b.a[0], b.a[1]);
    // CHECK-NEXT: D2 2 0
    b = make(2);
    printf("%ld %ld\n", b.a[0], b.a[1]);
    // CHECK-NEXT: first last 6
    printf("%d\n", expression());
    // CHECK-NEXT: zero yes
    // CHECK-NEXT: labelled
    // CHECK-NEXT: labelled
    unbraced(0);
    // CHECK-NEXT: other w1 w0 yes
    // CHECK-NEXT: labelled
    // CHECK-NEXT: labelled
    unbraced(2);
    // CHECK-NEXT: chosen
    // CHECK-NEXT: first last
    choose(1)();
    puts("");
}
