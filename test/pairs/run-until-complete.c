// A loop that runs three times goes on each time where it was.
// RUN: %build %s -o %t && env ASYNC_CLOCK=virtual %run %t > %t.out && %python %S/run-until-complete.py | diff - %t.out
#include <async.h>
#include <stdio.h>

async int count(const char *name, int n)
{
    for (int i = 1; i <= n; i++) {
        printf("%s %d\n", name, i);
        await async_sleep(1);
    }
    return n;
}

int main(void)
{
    struct async_loop *loop = async_get_event_loop();
    auto slow = async_create_task(count("slow", 6));
    puts("not yet");
    printf("= %d\n", async_run_until_complete(loop, count("quick", 2)));
    puts("between");
    printf("= %d\n", async_run_until_complete(loop, count("again", 1)));
    printf("done: %d\n", async_done(slow));
    printf("= %d\n", async_run_until_complete(loop, slow));
    async_loop_close(loop);
    return 0;
}
