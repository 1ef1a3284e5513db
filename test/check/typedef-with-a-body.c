// A body behind a typedef of an async function is an error, whatever other specifiers stand there.
// RUN: not %asyncc --cc=gcc %s -o - 2>&1 | FileCheck %s
#include <async.h>
typedef async static int f(int x)
{
    return x;
}
// CHECK: typedef-with-a-body.c:[[#@LINE-4]]:{{.*}}: error: cannot combine with previous 'typedef' declaration specifier
