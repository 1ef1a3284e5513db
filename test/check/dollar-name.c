// A name that begins with `$` cannot be an async function's; it can stand anywhere else.
// RUN: not %asyncc %s -o %t.out.c 2>&1 | FileCheck %s
#include <async.h>
static int $plain(int $n) { return $n; }
async int give$(int $n) { await async_yield(); return $plain($n); }
async int $give(int n);
// CHECK: [[#@LINE-1]]:11: error: the name of an async function cannot begin with '$', which the assembler takes for a number
// CHECK: {{^}}1 error generated.
