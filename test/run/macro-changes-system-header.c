// What a macro of the user changes in a header of the system is no text of the user's.
// RUN: %build %s -o %t && %run %t
#define malloc my_malloc
#include <stdlib.h>
#undef malloc
#include <async.h>

async int main(void)
{
    await async_yield();
    void *p = my_malloc(3);
    free(p);
    return !p;
}

void *my_malloc(size_t n)
{
    return calloc(1, n);
}
