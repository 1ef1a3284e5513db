// A local whose value the next declarator of its declaration uses stays a C local, also behind an await.
// RUN: %asyncc --emit=frames %s | FileCheck %s
// CHECK-NOT: frame at entry
// CHECK: twice: int, live at an await
// CHECK: thrice: int, live at an await
// CHECK-NOT: large
#include <async.h>

async int give(int x);

async int sum(int x)
{
    int once = await give(x);
    int twice = once * 2, thrice = twice + once;
    await give(thrice);
    return twice + thrice;
}
