// A bracket that closes nothing is an error at its place, and nothing is written.
// RUN: rm -f %t.c
// RUN: not %asyncc --cc=gcc %s -o %t.c 2>&1 | FileCheck %s
// RUN: not ls %t.c
#include <async.h>
async int give(int x);
async int f(int a)
{
    switch (a) {
    case 1 ] ):
        return await give(1);
    }
    return 0;
}
// CHECK: extra-bracket.c:[[#@LINE-5]]:12: error: extraneous ']'
