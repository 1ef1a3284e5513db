// With ASYNC_NO_KEYWORDS the short words are the program's; the reserved ones work.
// RUN: %build %s -o %t && %run %t | FileCheck %s
#define ASYNC_NO_KEYWORDS
#include <async.h>
#include <stdio.h>

_Async int give(int x) { _Await async_yield(); return x; }
static int await(int x) { return -x; }
struct async { int future, yield, defer; };

_Async int main(void)
{
    struct async async = { 1, 2, _Await give(3) };
    async_future(int) generator = give(4);
    printf("%d %d %d\n", async.future + async.defer, await(5), _Await generator);
}
// CHECK: {{^}}4 -5 4
