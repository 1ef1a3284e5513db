// Structs with const members, and empty ones, are values like others.
// RUN: %build %s -o %t && %run %t
#include <async.h>

struct nothing { };
struct fixed { const int a; int b; };
static const struct fixed table[2] = { { 1, 2 }, { 3, 4 } };
async struct nothing pass(struct nothing n) { await async_yield(); return n; }
async int give(int x) { await async_yield(); return x; }
async struct fixed pick(int i) { return ({ await give(1); table[i]; }); }

async int main(void)
{
    struct fixed x = await give(1) ? await pick(1) : table[0];
    struct nothing n = await pass((struct nothing){});
    (void)n;
    return x.a != 3 || (await give(0) ? table[1] : await pick(0)).b != 2 || sizeof await pass(n) != 0;
}
