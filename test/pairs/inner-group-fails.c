// A failure of an inner group that is dealt with there does not reach the outer one; one that is handed on does.
// RUN: %build %s -o %t && env ASYNC_CLOCK=virtual %run %t > %t.out && %python %S/inner-group-fails.py | diff - %t.out
#include <async.h>
#include <errno.h>
#include <stdio.h>

async int fail(const char *name)
{
    await async_sleep(1);
    printf("%s fails\n", name);
    return -EIO;
}

async int neighbour(void)
{
    defer puts("neighbour left");
    await async_sleep(3);
    puts("neighbour ended");
    return 0;
}

async int inner(const char *name, bool hands_on)
{
    int error = 0;
    async_group (g)
        async_spawn(g, fail(name));
    else {
        error = async_group_error(g);
        printf("%s is caught\n", name);
    }
    return hands_on ? error : 0;
}

async void outer(const char *name, bool hands_on)
{
    async_group (g) {
        async_spawn(g, neighbour());
        async_spawn(g, inner(name, hands_on));
    } else
        puts("outer group fails");
    puts("outer group over");
}

async int main(void)
{
    await outer("a", false);
    await outer("b", true);
    return 0;
}
