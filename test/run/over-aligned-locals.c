// Over-aligned locals and structs are aligned so in every call, also after awaits.
// RUN: %build %s -o %t && %run %t | FileCheck %s
#include <async.h>
#include <stdint.h>
#include <stdio.h>

struct line { _Alignas(64) char bytes[64]; };
struct __attribute__((aligned(128))) page { int x; };
async int give(int v) { await async_yield(); return v; }
#define ALIGNED(p, n) ((uintptr_t)(p) % (n) == 0)

async int f(int depth)
{
    _Alignas(32) char c[3] = "ab";
    struct line l = { "line" };
    struct page p = { depth };
    int x __attribute__((aligned(256))) = depth;
    _Alignas(16) int small = 1;
    int ok = ALIGNED(c, 32) && ALIGNED(&l, 64) && ALIGNED(&p, 128) && ALIGNED(&x, 256) && ALIGNED(&small, 16);
    await async_yield();
    ok += depth ? await f(depth - 1) : 0;
    ok += ALIGNED(c, 32) && ALIGNED(&l, 64) && ALIGNED(&p, 128) && ALIGNED(&x, 256) && ALIGNED(&small, 16);
    return ok + (x == depth && p.x == depth && l.bytes[3] == 'e' && c[1] == 'b' && small == await give(1)) * 100;
}

async struct page result(int x) { await async_yield(); return (struct page){ x }; }
async int param(struct page p, struct line l) { await async_yield(); return ALIGNED(&p, 128) && ALIGNED(&l, 64) ? p.x + l.bytes[0] : -1; }

async int main(void)
{
    printf("%d\n", await f(3));
    struct page p = await result(5);
    printf("%d %d\n", p.x, ALIGNED(&p, 128));
    printf("%d\n", await param(p, (struct line){ { 3 } }));
    future(int) t = async_create_task(param(p, (struct line){ { 4 } }));
    printf("%d\n", await t);
}
// CHECK: {{^}}408
// CHECK-NEXT: {{^}}5 1
// CHECK-NEXT: {{^}}8
// CHECK-NEXT: {{^}}9
