// ASYNC_FAIL=main:n asks main to stop at its nth wait, await:n whoever waits as the nth; ASYNC_FAIL_REACHED tells where that was.
// RUN: %build %s -o %t && rm -f %t.reached
// RUN: env ASYNC_CLOCK=virtual ASYNC_FAIL=main:1 ASYNC_FAIL_REACHED=%t.reached not %run %t 2>&1 | FileCheck %s --check-prefix=MAIN1
// RUN: env ASYNC_CLOCK=virtual ASYNC_FAIL=main:2 ASYNC_FAIL_REACHED=%t.reached not %run %t 2>&1 | FileCheck %s --check-prefix=MAIN2
// RUN: env ASYNC_CLOCK=virtual ASYNC_FAIL=main:3 ASYNC_FAIL_REACHED=%t.reached not %run %t 2>&1 | FileCheck %s --check-prefix=MAIN3
// RUN: env ASYNC_CLOCK=virtual ASYNC_FAIL=main:4 ASYNC_FAIL_REACHED=%t.reached not %run %t 2>&1 | FileCheck %s --check-prefix=MAIN4
// RUN: env ASYNC_CLOCK=virtual ASYNC_FAIL=main:5 ASYNC_FAIL_REACHED=%t.reached %run %t 2>&1 | FileCheck %s --check-prefix=WHOLE
// RUN: env ASYNC_CLOCK=virtual ASYNC_FAIL=await:3 ASYNC_FAIL_REACHED=%t.reached not %run %t 2>&1 | FileCheck %s --check-prefix=AWAIT3
// RUN: env ASYNC_CLOCK=virtual ASYNC_FAIL=await:3+ not %run %t 2>&1 | FileCheck %s --check-prefix=ONWARD
// RUN: FileCheck %s --check-prefix=REACHED < %t.reached
// RUN: env ASYNC_CLOCK=virtual ASYNC_FAIL=mian:1 %run %t 2>&1 | FileCheck %s --check-prefix=WRONG
#include <async.h>
#include <stdio.h>

static async void deep(int n)
{
    defer printf("left %d\n", n);
    if (n)
        await deep(n - 1);
    else
        await async_sleep(1.0);
}

static async void other(void)
{
    await async_sleep(0.5);
    puts("other");
}

static async int at_once(void) { return 0; }

async int main(void)
{
    setvbuf(stdout, nullptr, _IOLBF, 0);
    static future(void) t; t = async_create_task(other());      // no local of main's to be closed
    await async_sleep(0.1);
    await at_once();
    {
        defer {
            await async_sleep(0.1);
            puts("cleaned");
        }
        await deep(1);
    }
    await async_join(t, nullptr);
    await async_yield();
    puts("whole");
    return 0;
}

// MAIN1-NOT: left
// MAIN1-NOT: whole
// MAIN1: cancelled-at-any-wait.c:[[@LINE-17]]: 'main' was cancelled

// A function that main awaits.
// MAIN2-NOT: whole
// MAIN2: left 0
// MAIN2-NEXT: left 1
// MAIN2-NEXT: cleaned
// MAIN2-NEXT: 'main' was cancelled

// A cleanup is not interrupted: the request waits for the next wait outside.
// MAIN3: other
// MAIN3-NEXT: left 0
// MAIN3-NEXT: left 1
// MAIN3-NEXT: cleaned
// MAIN3-NOT: whole
// MAIN3: 'main' was cancelled

// A yield always is a wait.
// MAIN4: cleaned
// MAIN4-NOT: whole
// MAIN4: 'main' was cancelled

// WHOLE: other
// WHOLE: cleaned
// WHOLE-NEXT: whole

// The first two are main's sleep and that of the other task, the third main's in deep(0).
// AWAIT3: left 0
// AWAIT3-NEXT: left 1
// AWAIT3-NEXT: cleaned
// AWAIT3: 'main' was cancelled

// ONWARD: left 1
// ONWARD: 'main' was cancelled

// REACHED: main:1 main ({{.*}}cancelled-at-any-wait.c:{{[0-9]+}}) awaiting async_sleep(0.1)
// REACHED-NEXT: main:2 deep ({{.*}}cancelled-at-any-wait.c:{{[0-9]+}}) awaiting async_sleep(1.0)
// REACHED-NEXT: main:3 main ({{.*}}cancelled-at-any-wait.c:{{[0-9]+}}) awaiting async_sleep(0.1)
// REACHED-NEXT: main:4 main ({{.*}}cancelled-at-any-wait.c:{{[0-9]+}}) awaiting async_yield()
// REACHED-NEXT: await:3 deep

// WRONG: ASYNC_FAIL is alloc:n, await:n or main:n, not 'mian:1'
// WRONG: whole
