// The words that macros of <async.h> leave for asyncc may stand anywhere, around anything.
// RUN: not %asyncc --cc=gcc %s -o - 2>&1 | FileCheck %s
#include <async.h>
async int f(int);
async int g(void)
{
    return await f((_Async_macro_x (_Async_check (1 ]))));
}
// CHECK: broken-marks.c:[[#@LINE-2]]:20: error: extraneous ']'
