// A loop that is made, run several times and closed by hand; tasks go on from one run to the next.
// RUN: %build %s -o %t && %run %t | FileCheck %s
#include <async.h>
#include <stdio.h>

static int ticks;
async void ticker(void) { for (;;) { await async_sleep(0.001); ticks++; } }
async int number(int n) { await async_sleep(0.01); return n; }
static void stop(void *loop) { printf("stop "); async_loop_stop(loop); }

int main(void)
{
    struct async_loop *loop = async_new_event_loop();
    async_set_virtual_clock(loop, 1);
    future(void) t = async_create_task(ticker());
    printf("%d ", async_run_until_complete(loop, number(1)));
    int before = ticks;
    printf("%d ", async_run_until_complete(loop, number(2)));
    printf("%d %d\n", before > 0, ticks > before);
    async_call_later(0.005, stop, loop);
    printf("%d\n", async_run_forever(loop));
    async_cancel(t);
    async_release(t);
    printf("%d\n", async_loop_close(loop));
}
// CHECK: {{^}}1 2 1 1
// CHECK-NEXT: {{^}}stop 0
// CHECK-NEXT: {{^}}0
