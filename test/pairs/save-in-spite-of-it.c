// A cleanup that shields what it starts: that goes on even if the task does not live to see it.
// RUN: %build %s -o %t && env ASYNC_CLOCK=virtual %run %t > %t.out && %python %S/save-in-spite-of-it.py | diff - %t.out
#include <async.h>
#include <errno.h>
#include <stdio.h>

async int save(const char *what)
{
    printf("saving %s\n", what);
    await async_sleep(2);
    printf("%s saved\n", what);
    return 0;
}

async void edit(void)
{
    defer await async_shield(save("the text"));
    auto draft = async_create_task(save("the draft"));
    await async_shield(draft);
    puts("draft is safe");
    await async_sleep(100);
}

async int main(void)
{
    auto t = async_create_task(edit());
    await async_sleep(1);
    async_cancel(t);
    puts("closing the window");
    printf("%d\n", await async_join(t, nullptr) == -ECANCELED);
    return 0;
}
