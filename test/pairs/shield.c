// What is shielded goes on when the one who awaits it is cancelled.
// RUN: %build %s -o %t && env ASYNC_CLOCK=virtual %run %t > %t.out && %python %S/shield.py | diff - %t.out
#include <async.h>
#include <errno.h>
#include <stdio.h>

async int save(void)
{
    puts("saving");
    await async_sleep(3);
    puts("saved");
    return 7;
}

async int press(future(int) saving)
{
    defer puts("released");
    int n = await async_shield(saving);
    puts("never here");
    return n;
}

async int main(void)
{
    auto saving = async_create_task(save());
    auto pressing = async_create_task(press(async_retain(saving)));
    await async_sleep(1);
    async_cancel(pressing);
    if (await async_join(pressing, nullptr) == -ECANCELED)
        puts("cancelled");
    printf("saved %d\n", await saving);
    printf("shielded %d\n", await async_shield(save()));
    return 0;
}
