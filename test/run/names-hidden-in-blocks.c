// A local that a static, an extern, a function, a type or a constant hides in some block is another thing, there and after.
// RUN: %build %s -o %t && %run %t | FileCheck %s
#include <async.h>
#include <stdio.h>

int outside = 40;
static int twice(int n) { return 2 * n; }
async int give(int n) { await async_yield(); return n; }

async int by_static(int n)
{
    int sum = 0;
    {
        int n = await give(5);
        sum = n;
        {
            static int n = 3;
            n += await give(1);
            sum += n;
        }
    }
    return sum + n;
}

async int by_extern(int outside)
{
    int sum = 0;
    {
        extern int outside;
        outside += await give(1);
        sum += outside;
    }
    return sum * 10 + outside;
}

async int by_others(int n, int twice, int constant)
{
    int sum = 0;
    {
        typedef long n;
        n long_one = await give(sizeof(n));
        sum += long_one;
    }
    {
        int twice(int);
        sum += twice(await give(10));
    }
    {
        enum { constant = 100 };
        sum += await give(constant) + constant;
    }
    return sum + n + twice + constant;
}

// The other way round: a type's name is hidden where a temporary of it is needed.
typedef unsigned number;
static number large = 4000000000u;
typedef struct node { int value; struct node *next; } node;
struct tag { int x; };

async int by_local_type(void)
{
    typedef int number;
    number one = await give(1);
    return large - await give(1) > 0 && one;
}

async int by_parameter(node *node)
{
    auto next = async_create_task(give(7));
    return node->value + (*node).next->value + await give(node->value) + await next;
}

async struct tag by_local_tag(struct tag outer)
{
    struct tag { char c; } inner = { 'a' };
    typeof(outer) copies[] = { outer, { await give(outer.x) + inner.c - 'a' } };
    return copies[await give(1)];
}

async int main(void)
{
    printf("%d %d\n", await by_static(1), await by_static(1));
    // CHECK: 10 11
    int first = await by_extern(1);
    printf("%d %d\n", first, outside);
    // CHECK: 411 41
    printf("%d\n", await by_others(1, 2, 3));
    // CHECK: 234
    node last = { 2, nullptr }, node = { 1, &last };
    printf("%d %d %d\n", await by_local_type(), await by_parameter(&node), (await by_local_tag((struct tag){ 9 })).x);
    // CHECK: 1 11 9
    return twice(0);
}
