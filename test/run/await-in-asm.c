// An operand of asm may await: operands are evaluated left to right as written, and then the statement runs.
// REQUIRES: x86_64
// RUN: %build %s -o %t && %run %t | FileCheck %s
#include <async.h>
#include <stdio.h>

static int places;

static int *place(int *p)
{
    places++;
    return p;
}

async int give(int x)
{
    await async_yield();
    return x;
}

async long give_long(long x)
{
    await async_yield();
    return x;
}

async int *give_place(int *p)
{
    await async_yield();
    return p;
}

async int jump(int x)
{
    int seen = 7;
    __asm__ goto("testl %0, %0\n\tjz %l[zero]" : : "r"(await give(x)) : "cc" : zero);
    return await give(seen);
zero:
    return await give(seen + 1);
}

async int main(void)
{
    int x, list[3] = { 10, 20, 30 }, n = 1;
    __asm__ volatile("" : "=r"(x) : "0"(await give(5)));
    // CHECK: 5
    printf("%d\n", x);
    // The place stays what it was found as.
    __asm__("addl %[more], %[sum]" : [sum] "+r"(list[await give(n)]) : [more] "r"(n++ + await give(3)) : "cc");
    // CHECK-NEXT: 10 24 30, 2
    printf("%d %d %d, %d\n", list[0], list[1], list[2], n);
    __asm__("movl %1, %0" : "=r"(*place(&list[0])) : "rm"(await give(n)), "r"((n = 9)));
    // CHECK-NEXT: 2 9, 1
    printf("%d %d, %d\n", list[0], n, places);
    __asm__("movl %1, %0" : "=r"(*await give_place(&list[2])) : "m"(*await give_place(&n)));
    char c = -1;
    long l;
    __asm__("movsbq %1, %0" : "=r"(l) : "r"(c), "i"(sizeof(await give(1))), "r"(await give_long(1)));
    // CHECK-NEXT: 9 -1
    printf("%d %ld\n", list[2], l);
    if (n)
        __asm__("incl %0" : "+r"(n) : "r"(await give(0)));
    else
        __asm__("decl %0" : "+r"(n) : "r"(await give(0)));
    // CHECK-NEXT: 10 8 7
    printf("%d %d %d\n", n, await jump(0), await jump(1));
}
