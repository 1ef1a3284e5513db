// What the compiler says of code in an async function stands where the user wrote it, in a function of his name.
// RUN: not %asyncc gcc -Wall -Wextra -Werror -c %s -o %t.o 2>&1 | FileCheck %s --check-prefixes=CHECK,GCC --implicit-check-not=error:
// RUN: not %asyncc clang-19 -Wall -Wextra -Werror -c %s -o %t.o 2>&1 | FileCheck %s --implicit-check-not=error:
#include <async.h>

async unsigned twice(unsigned n)
{
    await async_yield();
    return 2 * n;
}

// GCC: In function {{.*}}work
async unsigned work(int n, unsigned u)
{
    char buf[3] = "ab";
    // CHECK: [[#@LINE+1]]:49: error: comparison
    unsigned k = await twice(1) + await twice(n < u) +
        // CHECK: [[#@LINE+1]]:21: error: comparison
                 (n < u);
    // CHECK: [[#@LINE+1]]:21: error: comparison
    buf[0] = buf[1] < u;
    // CHECK: [[#@LINE+1]]:41: error: comparison
    for (; await twice(k) < 3 && buf[2] < u; k++)
        await twice(buf[0]);
    return buf[1] +
        // CHECK: [[#@LINE+1]]:15: error: comparison
           (n < u) + await twice(1);
}
