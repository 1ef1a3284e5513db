// What blocks the thread in an async function is a warning, which names what to use instead.
// RUN: %asyncc --cc=gcc %s -o %t.out.c 2>&1 | FileCheck %s
// RUN: %asyncc --cc=clang-19 %s -o %t.out.c 2>&1 | FileCheck %s
// RUN: %asyncc --cc=gcc -Wno-blocking-call %s -o %t.out.c 2>&1 | count 0
// RUN: not %asyncc --cc=gcc -Werror=blocking-call %s -o %t.out.c 2>&1 | FileCheck --check-prefix=ERROR %s
// ERROR: 5 errors generated.
#include <async.h>
#include <netdb.h>
#include <poll.h>
#include <semaphore.h>
#include <stdlib.h>
#include <unistd.h>

static int wait(int x) { return x; }
static struct addrinfo *list;
static sem_t semaphore;

async int f(void)
{
    // CHECK: [[#@LINE+2]]:5: warning: 'sleep' in an async function blocks every task of the loop [-Wblocking-call]
    // CHECK: note: use 'await async_sleep'
    sleep(1);
    // CHECK: [[#@LINE+1]]:9: warning: 'system'
    if (system("true"))
        return 1;
    // CHECK: [[#@LINE+1]]:5: warning: 'poll'
    poll(NULL, 0, 0);
    // CHECK: [[#@LINE+2]]:9: warning: 'getaddrinfo'
    // CHECK: note: use 'await async_getaddrinfo'
    if (getaddrinfo("x", NULL, NULL, &list) != 0)
        return 2;
    // CHECK: [[#@LINE+2]]:5: warning: 'sem_wait'
    // CHECK: note: use 'await async_to_thread'
    sem_wait(&semaphore);
    await async_yield();
    return wait(2);
}

int main(void)
{
    sleep(1);
    return wait(async_run(f()));
}
// CHECK: 5 warnings generated.
