// A promise is resolved by a callback; its future is awaited as any other.
// RUN: %build %s -o %t && %run %t | FileCheck %s
#include <async.h>
#include <stdio.h>

struct result { int code; char text[20]; };
static void later(void *p) { async_resolve((async_promise(int))p, 42); }
static void later_big(void *p) { async_resolve((async_promise(struct result))p, { 7, "text" }); }
static void later_void(void *p) { async_resolve((async_promise(void))p); }

async int wait_for(future(int) f) { return 1 + await f; }

async int main(void)
{
    async_promise(int) p = async_promise_new(int), q = async_promise_new(int);
    future(int) f = async_promise_future(p), g = async_promise_future(q);
    async_call_later(0.001, later, p);
    async_call_soon(later, q);
    printf("%d\n", await f);
    printf("%d\n", await wait_for(g));
    async_promise(struct result) b = async_promise_new(struct result);
    async_call_soon(later_big, b);
    struct result r = await async_promise_future(b);
    printf("%d %s\n", r.code, r.text);
    async_promise(void) v = async_promise_new(void);
    async_call_soon(later_void, v);
    await async_promise_future(v);
    async_promise(double) d = async_promise_new(double);
    future(double) h = async_promise_future(d);
    async_resolve(d, 2.5);
    printf("%.1f\n", await h);
    async_promise(struct result) early = async_promise_new(struct result);
    later_big(early);
    r = await async_promise_future(early);
    printf("%d %s\n", r.code, r.text);
}
// CHECK: {{^}}42
// CHECK-NEXT: {{^}}43
// CHECK-NEXT: {{^}}7 text
// CHECK-NEXT: {{^}}2.5
// CHECK-NEXT: {{^}}7 text
