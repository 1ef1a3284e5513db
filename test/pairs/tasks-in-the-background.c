// Tasks whose handles nobody keeps run to their ends; callbacks at their ends come in the order of these.
// RUN: %build %s -o %t && env ASYNC_CLOCK=virtual %run %t > %t.out && %python %S/tasks-in-the-background.py | diff - %t.out
#include <async.h>
#include <stdio.h>

static int under_way;

async void errand(int n)
{
    await async_sleep(n * 7 % 5);
    printf("errand %d\n", n);
}

static void one_less(void *unused)
{
    (void)unused;
    printf("%d left\n", --under_way);
}

async int main(void)
{
    for (int n = 0; n < 5; n++) {
        auto task = async_create_task(errand(n));
        under_way++;
        async_add_done_callback(task, one_less, nullptr);
        async_detach(task);
    }
    puts("all sent");
    await async_sleep(10);
    puts("home");
    return 0;
}
