// Where no thread can be started the call fails; where there is one already, it does the work of those that there cannot be.
// RUN: %build %s -Wl,--wrap=pthread_create -o %t && env ASYNC_THREADS=4 %run %t | FileCheck %s
#include <async.h>
#include <errno.h>
#include <pthread.h>
#include <stdio.h>

static int may_start;

int __real_pthread_create(pthread_t *, const pthread_attr_t *, void *(*)(void *), void *);
int __wrap_pthread_create(pthread_t *thread, const pthread_attr_t *attributes, void *(*function)(void *), void *argument)
{
    return may_start-- > 0 ? __real_pthread_create(thread, attributes, function, argument) : EAGAIN;
}

static int job(void *unused)
{
    (void)unused;
    return 7;
}

async int main(void)
{
    // CHECK: refused 1
    printf("refused %d\n", await async_to_thread(job, NULL) == -EAGAIN);
    may_start = 1;
    __auto_type values = await async_gather(async_to_thread(job, NULL), async_to_thread(job, NULL), async_to_thread(job, NULL));
    // CHECK-NEXT: 7 7 7
    printf("%d %d %d\n", values._0, values._1, values._2);
    return 0;
}
