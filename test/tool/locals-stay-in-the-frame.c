// What a loop around an await does not touch is put back behind it and not at each resumption.
// RUN: %asyncc --emit=liveness %s | FileCheck %s --check-prefix=SETS
// RUN: %asyncc %s -o - | FileCheck %s
#include <async.h>

async long mix(long count, long seed)
{
    long a = seed, b = a + 1, c = b * 3, sum = 0;
    await async_yield();
    a ^= c;
    while (sum < count) {
        await async_yield();
        sum++;
    }
    return sum + a + b + c + seed;
}

// The parameters are in any frame that was there at the beginning.
// SETS-LABEL: {{^}}mix
// SETS: loop, line 11
// SETS-NEXT: stored in front: a b c{{$}}
// SETS-NEXT: put back behind: seed a b c{{$}}
// SETS-NEXT: await 2, line 12
// SETS-NEXT: live: count seed a b c sum
// SETS-NEXT: put back: count sum{{$}}
// SETS-NEXT: saved at first: count seed a b c sum
// SETS-NEXT: saved later: sum{{$}}

// CHECK: ASYNC__BODY {{.*}} mix(
// CHECK: if (ASYNC__HAD_FRAME) {
// CHECK-NEXT: async__frame->a = a;
// CHECK-NEXT: async__frame->b = b;
// CHECK-NEXT: async__frame->c = c;
// CHECK-NEXT: }
// CHECK: while (sum < count) {
// CHECK: if (!ASYNC__HAD_FRAME) {
// CHECK-NEXT: async__frame->count = count;
// CHECK-NEXT: async__frame->seed = seed;
// CHECK-NEXT: async__frame->a = a;
// CHECK-NEXT: async__frame->b = b;
// CHECK-NEXT: async__frame->c = c;
// CHECK-NEXT: }
// CHECK-NEXT: async__frame->sum = sum;
// CHECK: // await async_yield()
// CHECK-NEXT: count = async__frame->count;
// CHECK-NEXT: sum = async__frame->sum;
// CHECK-NEXT: if (!ASYNC__STAY) {
// CHECK-NEXT: seed = async__frame->seed;
// CHECK: sum++;
// CHECK: if (ASYNC__HAD_FRAME) {
// CHECK-NEXT: seed = async__frame->seed;
// CHECK-NEXT: a = async__frame->a;
// CHECK-NEXT: b = async__frame->b;
// CHECK-NEXT: c = async__frame->c;
// CHECK-NEXT: }
// CHECK: return
