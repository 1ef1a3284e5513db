// A type has one exit; qualifiers and typedefs make no other type of it.
// RUN: not %asyncc %s -o %t.out.c 2>&1 | FileCheck %s
#include <async.h>

typedef const int number;
static void drop(int n) { (void)n; }
static void drop_other(int n) { (void)n; }
ASYNC_EXIT(int, drop);
ASYNC_EXIT(const int, drop);
// CHECK: :[[#@LINE+1]]:1: error: 'int' has an exit already: 'drop'
ASYNC_EXIT(number, drop_other);

async int main(void)
{
    return 0;
}
