// A coroutine object that was made where there was no loop may be run on any thread. Neither thread loses what else it has.
// RUN: %cc %s -o %t %libs && %t | FileCheck %s && env ASYNC_DEBUG=1 ASAN_OPTIONS=detect_leaks=0 %t | FileCheck %s

#include "Inputs/coro.h"

#include <pthread.h>

struct number { struct async__frame base; int n; };
static struct async__frame *number_resume(struct async_task *task, struct async__frame *base)
{
    struct number *number = (struct number *)base;
    BEGIN;
    AWAIT(async_yield());
    RETURN(int, number->n);
    END;
}
DESCRIBE(number, struct number, int);
static future(int) number(int n)
{
    MAKE(number, struct number);
    if (f)
        f->n = n;
    return MADE;
}

static int value(future(int) f)
{
    int n = -1;
    return async_try_run(f, &n) ? -1 : n;
}

static void *run(void *given)
{
    future(int) own = number(7);
    int sum = value(given);
    return (void *)(intptr_t)(sum + value(own));
}

int main(void)
{
    void *sum = NULL;
    pthread_t thread;
    future(int) given = number(1), first = number(10);
    if (pthread_create(&thread, NULL, run, given) || pthread_join(thread, &sum))
        return 1;
    future(int) second = number(20);
    // CHECK: 8 10 20
    printf("%d ", (int)(intptr_t)sum);
    printf("%d ", value(first));
    printf("%d\n", value(second));
    given = number(2);
    if (pthread_create(&thread, NULL, run, given) || pthread_join(thread, &sum))
        return 1;
    // CHECK-NEXT: 9 30
    printf("%d ", (int)(intptr_t)sum);
    printf("%d\n", value(number(30)));
    return 0;
}
