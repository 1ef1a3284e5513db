// What a compiler says of an attribute it says once, where the user wrote it; those that make a type stay with it.
// RUN: %asyncc clang-19 -Wall -Wextra -c %s -o %t.o 2> %t.err && FileCheck %s --input-file=%t.err --implicit-check-not=warning:
#include <async.h>

typedef int ints __attribute__((vector_size(16)));

async int before(int n);

// CHECK: :[[#@LINE+1]]:{{.*}}unknown attribute 'strange'
__attribute__((strange, noinline)) async int first(int n)
{
    await async_yield();
    return n + 1;
}

// CHECK: :[[#@LINE+1]]:{{.*}}unknown attribute 'strange'
async __attribute__((strange)) int before(int n)
{
    return await first(n) + 2;
}

// CHECK: :[[#@LINE+1]]:{{.*}}unknown attribute 'strange'
[[gnu::strange]] async int *pointer(int *n)
{
    return n;
}

// CHECK: :[[#@LINE+1]]:{{.*}}unknown attribute 'strange'
async int * __attribute__((strange)) other(int *n)
{
    return n;
}

async int __attribute__((vector_size(16))) vector(int n)
{
    return (ints){ n, n, n, n };
}

// CHECK: :[[#@LINE+1]]:{{.*}}unknown attribute 'optimize'
__attribute__((optimize(1)))
// CHECK: :[[#@LINE-1]]:{{.*}}unknown attribute 'optimize'
async int optimized(int n)
{
    return n;
}

async int main(void)
{
    int n = await before(1) + (await vector(1))[3];
    return *await pointer(&n) + *await other(&n) - await optimized(10);
}
