// What stands in parentheses before `?`, `&&` and `||` becomes the condition of an if, and no compiler warns of them.
// RUN: %build %s -o %t && %run %t
#include <async.h>

async int give(int x) { await async_yield(); return x; }

async int main(int argc, char **argv)
{
    int a = (argc == 1) ? await give(1) : 0;
    int b = ((argv != 0)) && await give(2), c = 0;
    if ((argc == 2) || await give(3))
        a += (c = argc) ? await give(4) : 0;
    (argc == 1) ? (void)(a += await give(5)) : (void)0;
    (argc == 1) && (c += await give(6));
    a += (await give(0), (argc == 1)) ? 1 : 0;
    if (await give(0), (argc == 2))
        a++;
    while (await give(0), (argc == 3))
        argc++;
    return a != 11 || b != 1 || c != 7;
}
