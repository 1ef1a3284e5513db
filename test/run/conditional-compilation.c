// Preprocessing inside async functions: #if, macros that hide keywords, line continuations, #include in a body, #line.
// RUN: rm -rf %t && split-file %s %t && cd %t && %build main.c -o program && %run ./program | FileCheck %s
// CHECK: {{^}}3 7 12 main.c
// CHECK-NEXT: {{^}}other.y:100

//--- table.inc
    sum += await give(3);
    ITEM(4)

//--- main.c
#include <async.h>
#include <stdio.h>
#define RETURN return
#define LEAVE goto
#define IF(c) if (c) {
#define END }
#define ITEM(n) sum += await give(n);
async int give(int x) { await async_yield(); RETURN x; }

async int main(void)
{
    int sum = 0;
#if 1
    sum += await give(1) \
        + await \
          give(2);
#else
    sum += await gibt(5
#endif
    printf("%d ", sum);
    sum = 0;
#include "table.inc"
    printf("%d ", sum);
    IF (await give(1))
        sum += await give(5);
        LEAVE out;
    END
    sum = 0;
out:
    printf("%d %s\n", sum, __FILE__);
#line 100 "other.y"
    printf("%s:%d\n", __FILE__, __LINE__);
}
