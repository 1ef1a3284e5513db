// In debug mode a handle in an array is known too: one that was consumed stops the program where an array with it is given away.
// RUN: %build -Wno-consumed-twice -Wno-lost-handle %s -o %t
// RUN: env ASYNC_CLOCK=virtual ASYNC_DEBUG=1 %run %t | FileCheck %s --check-prefix=LEGAL
// RUN: not --crash env ASYNC_DEBUG=1 %run %t gather 2>&1 | FileCheck %s --check-prefix=GATHER
// RUN: not --crash env ASYNC_DEBUG=1 %run %t race 2>&1 | FileCheck %s --check-prefix=RACE
// RUN: not --crash env ASYNC_DEBUG=1 %run %t completed 2>&1 | FileCheck %s --check-prefix=COMPLETED
// RUN: not --crash env ASYNC_DEBUG=1 %run %t wait 2>&1 | FileCheck %s --check-prefix=WAIT
// RUN: not --crash env ASYNC_DEBUG=1 %run %t given 2>&1 | FileCheck %s --check-prefix=GIVEN
#include <async.h>
#include <stdio.h>
#include <string.h>

async int work(int n)
{
    await async_yield();
    return n;
}

async int legal(void)
{
    int values[2], sum = 0;
    future(int) f[2] = { work(1), async_create_task(work(2)) };
    await async_wait_any(f, 2);
    await async_wait_all(f, 2);
    auto more = async_retain(f[0]);
    await async_gather_array(f, 2, values);
    f[0] = more;
    f[1] = work(3);
    async_for (int v, async_as_completed_array(f, 2))
        sum += v;
    future(int) later[2];
    auto both = async_wait_all(later, 2);          // reads the array when it is awaited
    later[0] = work(4);
    later[1] = (future(int)){};
    await both;
    auto first = await async_race_array(later, 1);
    return values[0] + values[1] + sum + first.value;
}

async int main(int argc, char **argv)
{
    const char *how = argc > 1 ? argv[1] : "";
    future(int) f[] = { async_create_task(work(1)), async_create_task(work(2)) };
    if (!*how) {
        // LEGAL: {{^}}11{{$}}
        printf("%d\n", await legal());
        await async_gather_array(f, 2, nullptr);
        return 0;
    }
    await f[1];
    if (strcmp(how, "gather") == 0) {
        // GATHER: arrays-in-debug-mode.c:[[#@LINE+1]]: the future of 'work' is used after it was consumed at {{.*}}c:[[#@LINE-2]]
        await async_gather_array(f, 2, nullptr);
    } else if (strcmp(how, "race") == 0) {
        // RACE: c:[[#@LINE+1]]: the future of 'work' is used after it was consumed at {{.*}}c:[[#@LINE-5]]
        await async_race_array(f + 1, 1);
    } else if (strcmp(how, "completed") == 0) {
        // COMPLETED: c:[[#@LINE+1]]: the future of 'work' is used after it was consumed at {{.*}}c:[[#@LINE-8]]
        async_for (int v, async_as_completed_array(f, 2))
            printf("%d\n", v);
    } else if (strcmp(how, "wait") == 0) {
        // WAIT: c:[[#@LINE+1]]: the future of 'work' is used after it was consumed at {{.*}}c:[[#@LINE-12]]
        await async_wait_all(f, 2);
    } else {
        f[1] = f[0];
        await async_gather_array(f, 1, nullptr);
        // GIVEN: c:[[#@LINE+1]]: the future of 'work' is used after it was consumed at {{.*}}c:[[#@LINE-1]]
        await f[1];
    }
    return 0;
}
