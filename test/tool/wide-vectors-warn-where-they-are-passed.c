// That a wide vector changes the ABI is said where the user passes it, and not of how it is handed on.
// RUN: %asyncc clang-19 -Wall -Wextra -c %s -o %t.o 2>&1 | FileCheck %s --implicit-check-not=warning:
// RUN: %asyncc --cc=clang-19 %s -o %t.c
// RUN: sh -c 'clang-19 -Wall -Wextra $(%asyncc --cflags) -c %t.c -o %t.o' 2>&1 | FileCheck %s --implicit-check-not=warning:
// RUN: %asyncc gcc -Wall -Wextra -Wno-psabi -Werror -c %s -o %t.o
#include <async.h>

typedef int wide __attribute__((vector_size(64)));

  async int first(wide v)
{
    await async_yield();
    return v[0];
}

async int main(void)
{
    // CHECK: [[#@LINE+1]]:{{[0-9]+}}: warning: AVX
    return await first((wide){ 0 });
}

// CHECK: 1 warning generated
