// The length of a literal's type is no value of its: it stays where it stands when the values are kept over an await.
// RUN: %build %s -o %t && %run %t | FileCheck %s
#include <async.h>
#include <stdio.h>

struct pair {
    int a, b;
};

async int sum(const struct pair *p, int n)
{
    await async_yield();
    return p[0].a + p[0].b + n;
}

async int main(void)
{
    int numbers[] = { 1, 2, 3 };
    for (int i = 0; i < 2; i++)
        printf("%d\n", await sum((struct pair[_Generic(i, int: sizeof "text" > 1) ? 1 : 2]){ { numbers[i], await sum(&(struct pair){ i, i }, 1) } },
                                 numbers[i + 1]++));
    // CHECK: 4
    // CHECK-NEXT: 9
    return 0;
}
