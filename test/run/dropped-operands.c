// No compiler warns of a value that C drops without a word: of an arm, of what follows && or ?:.
// RUN: %build %s -o %t && %run %t
#include <async.h>

async int give(int x) { await async_yield(); return x; }

async int *place(int *x) { await async_yield(); return x; }
static void nothing(void) { }

async int main(void)
{
    int n = 0;
    await give(1) ? nothing() : 0;
    await give(0) ? (void)0 : 1;
#ifndef __clang__                  // which warns of it where nothing waits, too
    (await give(1), *await place(&n));
#endif
    await give(1) ? n++ : 0;
    (await give(0) ? n = 5 : 0);
    n == 1 && await give(1);
    n++ ?: await give(2);
    for (;; await give(1) ? n++ : 0)
        if (n > 3)
            break;
    return n != 4;
}
