// So it is in plain functions of the file, whose other errors are the compiler's.
// RUN: not %asyncc gcc -c %s -o %t.o 2>&1 | FileCheck %s
// RUN: not %asyncc clang-19 -c %s -o %t.o 2>&1 | FileCheck %s
#include <async.h>
async int give(int x) { return x; }
// CHECK-DAG: wrong-arguments-in-plain-functions.c:[[#@LINE-1]]:11: note: 'give' declared here
future(int) plain(void)
{
    give(1, 2);
    // CHECK-DAG: wrong-arguments-in-plain-functions.c:[[#@LINE-1]]:13: error: too many arguments
    return give();
    // CHECK-DAG: wrong-arguments-in-plain-functions.c:[[#@LINE-1]]:17: error: too few arguments
}
// CHECK-NOT: async__
