// What async_with enters it leaves in the reverse order, at the end, by a jump, and when the task is cancelled.
// RUN: %build %s -o %t && env ASYNC_CLOCK=virtual %run %t > %t.out && %python %S/enter-and-leave.py | diff - %t.out
#include <async.h>
#include <errno.h>
#include <stdio.h>

struct door { char name; };

async struct door *door_open(struct door *d)
{
    printf("opening %c\n", d->name);
    await async_sleep(1);
    printf("open %c\n", d->name);
    return d;
}

async void door_close(struct door *d)
{
    printf("closing %c\n", d->name);
    await async_sleep(1);
    printf("closed %c\n", d->name);
}
ASYNC_EXIT(struct door *, door_close);

async int walk(double seconds)
{
    struct door a = { 'a' }, b = { 'b' };
    async_with (auto outer = door_open(&a), auto inner = door_open(&b)) {
        printf("between %c and %c\n", outer->name, inner->name);
        await async_sleep(seconds);
        if (seconds > 1)
            return 2;
        puts("on");
    }
    return 1;
}

async int main(void)
{
    printf("%d\n", await walk(1));
    printf("%d\n", await walk(2));
    auto inside = async_create_task(walk(10));
    await async_sleep(5);
    async_cancel(inside);
    printf("%d\n", await async_join(inside, nullptr) == -ECANCELED);
    auto at_the_door = async_create_task(walk(10));
    await async_sleep(1.5);
    async_cancel(at_the_door);
    printf("%d\n", await async_join(at_the_door, nullptr) == -ECANCELED);
    return 0;
}
