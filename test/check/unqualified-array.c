// gcc before 13 does not know typeof_unqual; it is written as something else, which an array does not survive.
// RUN: not %asyncc gcc -fsyntax-only %s 2>&1 | FileCheck %s
#include <async.h>

const int pair[2] = { 1, 2 };
// CHECK: :[[@LINE+1]]:20: error: this compiler has no 'typeof_unqual', and for an array nothing else does it; name the type
typeof_unqual(pair) global = { 3, 4 };

async int main(void)
{
    // CHECK: :[[@LINE+1]]:46: error: this compiler has no 'typeof_unqual'
    return sizeof(typeof_unqual(const int[2])) + global[0];
}
