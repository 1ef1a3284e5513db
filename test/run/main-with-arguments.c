// async main takes argc and argv and gives its status.
// RUN: %build %s -o %t && %run %t one "two words" | FileCheck %s
#include <async.h>
#include <stdio.h>

async int main(int argc, char **argv)
{
    await async_yield();
    for (int i = 1; i < argc; i++) {
        await async_yield();
        printf("[%s] ", argv[i]);
    }
    printf("%d %d\n", argc, argv[argc] == NULL);
    return argc == 3 ? 0 : 1;
}
// CHECK: {{^}}[one] [two words] 3 1
