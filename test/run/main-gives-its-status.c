// What async main returns is the exit status.
// RUN: %build %s -o %t && not %run %t && %build -DZERO %s -o %t && %run %t
#include <async.h>

async int status(void) { await async_yield(); return 3; }

async int main(void)
{
#ifdef ZERO
    await status();
#else
    return await status();
#endif
}
