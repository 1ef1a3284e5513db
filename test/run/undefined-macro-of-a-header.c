// A name that a header has defined as a macro is a name where the user has undefined it, also behind further headers.
// RUN: %build %s -o %t && %run %t
#include <errno.h>
#undef EPERM
#include <string.h>
#include <async.h>

static int EPERM = 4;

async int main(void)
{
    await async_yield();
    return EPERM - 4;
}
