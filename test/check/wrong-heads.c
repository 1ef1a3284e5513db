// What is wrong with the head of an async function is said of the head.
// RUN: not %asyncc --cc=gcc %s -o %t.out.c 2>&1 | FileCheck %s
// RUN: not %asyncc --cc=clang-19 %s -o %t.out.c 2>&1 | FileCheck %s
#include <async.h>
typedef async int function(void);
async function typed_twice;
// CHECK: [[#@LINE-1]]:1: error: 'function' is the type of an async function without another 'async'
async untyped(void) { await async_yield(); return 1; }
// CHECK: [[#@LINE-1]]:7: error: the result type of 'untyped' is missing
async int old(a, b) int a; double b; { await async_yield(); return a + b; }
// CHECK: [[#@LINE-1]]:14: error: an async function has the types of its parameters in the parentheses: those of 'old' stand behind
async int open(void)
    await async_yield();
    // CHECK: [[#@LINE-1]]:5: error: expected '{' or ';' behind the head of async function 'open'
// CHECK: {{^}}4 errors generated.
