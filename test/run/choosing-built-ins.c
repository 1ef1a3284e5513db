// __builtin_choose_expr awaits only what it chooses; what __builtin_constant_p and its like ask about does not await.
// RUN: %build -Wno-unevaluated-await %s -o %t && %run %t | FileCheck %s
#include <async.h>
#include <stdio.h>

#define is_int(x) __builtin_types_compatible_p(__typeof__(x), int)
#define more(x) __builtin_choose_expr(is_int(x), (x) + 1, 77)

async int give(int x) { printf("<%d>", x); await async_yield(); return x; }

async int main(void)
{
    static int array[4] = { 1, 2, 3, 4 };
    // CHECK: {{^}}<1><2>{{$}}
    int first = more(await give(1)), second = __builtin_choose_expr(sizeof(long) == 1, await give(3), await give(2));
    printf("\n");
    // CHECK-NEXT: {{^}}<4>2 2 5 77{{$}}
    printf("%d %d %d %d\n", first, second, more(await give(4)), more(2.5));
    // CHECK-NEXT: {{^}}<6><7>0 0 16 13{{$}}
    printf("%d %d %d %d\n", __builtin_constant_p(await give(5)), __builtin_constant_p(5 + first) + 0 * await give(6),
           (int)__builtin_object_size(array, 0), array[1] + await give(7) + array[3]);
}
