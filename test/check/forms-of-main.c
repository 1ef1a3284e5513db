// An async main has one of the two forms that asyncc can call; of any other it is an error that shows them.
// RUN: not %asyncc --cc=gcc '-DMAIN=async void main(void)' %s -o %t.c 2>&1 | FileCheck %s
// RUN: not %asyncc --cc=gcc '-DMAIN=async long main(void)' %s -o %t.c 2>&1 | FileCheck %s
// RUN: not %asyncc --cc=clang-19 '-DMAIN=async int main(int argc)' %s -o %t.c 2>&1 | FileCheck %s
// RUN: not %asyncc '-DMAIN=async int main(int argc, char **argv, char **environment)' %s -o %t.c 2>&1 | FileCheck %s
// RUN: %asyncc '-DMAIN=async int main(void)' %s -o %t.c 2>&1 | count 0
// RUN: %asyncc '-DMAIN=async int main(int argc, char *argv[])' %s -o %t.c 2>&1 | count 0
#include <async.h>
MAIN { await async_yield(); }
// CHECK: forms-of-main.c:[[#@LINE-1]]:1: error: an async 'main' is 'async int main(void)' or 'async int main(int argc, char **argv)'
// CHECK: 1 error generated.
