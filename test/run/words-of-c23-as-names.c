// In older C a file may declare what C23 made words.
// RUN: %build -std=gnu17 %s -o %t && %run %t | FileCheck %s
#include <async.h>
#include <stdio.h>

typedef enum boolean { false, true } bool;
struct nullptr { int member; };

async bool negate(bool b)
{
    await async_yield();
    return b == true ? false : true;
}

async int main(void)
{
    struct nullptr nullptr = { 3 };
    bool b = await negate(false);
    // CHECK: 1 4 3
    printf("%d %zu %d\n", b == true, sizeof(bool), nullptr.member);
    return 0;
}
