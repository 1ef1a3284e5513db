// All of it in one program: await a call, make a task that runs beside us, gather some more, await the task.
//
// Watch the order: twice(1) runs alone. The task of twice(2) is made and starts only when main waits the next time,
// which is in gather; so 2, 3, 4 and 5 sleep at the same time.
#include <async.h>
#include <stdio.h>

async int twice(int n)
{
    printf("start %d\n", n);
    await async_sleep(1.0);                     // the loop runs other tasks meanwhile
    printf("stop %d\n", n);
    return 2 * n;
}

async int main(void)
{
    int a = await twice(1);                     // call and wait: no task
    auto t = async_create_task(twice(2));       // starts to run at the next turn of the loop
    auto r = await async_gather(twice(3), twice(4), twice(5));
    printf("%d %d %d %d %d\n", a, await t, r._0, r._1, r._2);
    return 0;
}
