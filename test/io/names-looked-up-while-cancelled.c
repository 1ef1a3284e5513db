// A lookup that has begun is waited for, and its list is given to who asked, also when that one is asked to stop.
// RUN: %build %s -Wl,--wrap=getaddrinfo -o %t && %run %t | FileCheck %s
#include <async.h>
#include <netdb.h>
#include <semaphore.h>
#include <stdio.h>

static sem_t has_begun, go_on;

int __real_getaddrinfo(const char *, const char *, const struct addrinfo *, struct addrinfo **);
int __wrap_getaddrinfo(const char *node, const char *service, const struct addrinfo *hints, struct addrinfo **list)
{
    sem_post(&has_begun);
    sem_wait(&go_on);
    return __real_getaddrinfo(node, service, hints, list);
}

static async void look_up(void)
{
    struct addrinfo hints = { .ai_flags = AI_NUMERICHOST, .ai_socktype = SOCK_STREAM }, *list = NULL;
    defer if (list) {
        printf("freed\n");
        freeaddrinfo(list);
    }
    printf("%d\n", await async_getaddrinfo("127.0.0.1", "80", &hints, &list));
    await async_sleep(1.0);
    printf("not reached\n");
}

static void block_until_begun(void)
{
    sem_wait(&has_begun);
}

async int main(void)
{
    sem_init(&has_begun, 0, 0);
    sem_init(&go_on, 0, 0);
    future(void) task = async_create_task(look_up());
    await async_yield();
    await async_yield();
    block_until_begun();
    async_cancel(task);
    sem_post(&go_on);
    // CHECK: 0
    // CHECK-NEXT: freed
    // CHECK-NEXT: cancelled 1
    printf("cancelled %d\n", (await async_wait(task)) == ASYNC_CANCELLED);
    async_release(task);
    return 0;
}
