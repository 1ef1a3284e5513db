// What compilers say of `()` they say of the user's declaration, and only where parameters follow.
// RUN: %asyncc gcc -std=gnu17 -Wall -Wextra -Werror -c %s -o %t.o
// RUN: %asyncc clang-19 -std=gnu17 -Wall -Wextra -c %s -o %t.o 2>&1 | FileCheck %s --implicit-check-not=warning:
#include <async.h>

async int none();

static async int also_none();

// CHECK: [[#@LINE+1]]:11: warning: a function declaration without a prototype
async int one();

async int main(void)
{
    return await none() + await also_none() + await one(1);
}

async int none()
{
    await async_yield();
    return 0;
}

static async int also_none()
{
    return await none();
}

async int one(int n)
{
    return n - 1;
}

// CHECK: 1 warning generated
