// An await while a mutex of threads is held, for certain, is warned of; where it may be held only, or was unlocked, it is not.
// RUN: %asyncc --cc=gcc %s -o %t.out.c 2>&1 | FileCheck --implicit-check-not=warning: %s
// RUN: not %asyncc --cc=gcc -Werror=await-with-mutex %s -o %t.out.c 2>&1 | FileCheck --check-prefix=ERROR %s
// RUN: %asyncc --cc=gcc -Wno-await-with-mutex %s -o %t.out.c 2>&1 | count 0
#include <async.h>
#include <pthread.h>
#include <threads.h>

// ERROR: error: this waits while the thread holds the mutex 'm->lock'

struct thing { pthread_mutex_t lock; pthread_rwlock_t rw; int n; };
async int work(int n);
static pthread_mutex_t global;

async int held(struct thing *m)
{
    pthread_mutex_lock(&m->lock);
    // CHECK: await-with-mutex.c:[[#@LINE+4]]:12: warning: this waits while the thread holds the mutex 'm->lock': a task that locks it would block the loop for ever [-Wawait-with-mutex]
    // CHECK-NEXT: m->n = await work(1);
    // CHECK: await-with-mutex.c:[[#@LINE-3]]:5: note: it is locked here
    // CHECK-NEXT: pthread_mutex_lock
    m->n = await work(1);
    pthread_mutex_unlock(&m->lock);
    return await work(2);
}

async int in_a_branch(struct thing *m, int n)
{
    pthread_rwlock_wrlock(&m->rw);
    if (n) {
        // CHECK: await-with-mutex.c:[[#@LINE+1]]:9: warning: this waits while the thread holds the mutex 'm->rw'
        await work(1);
        pthread_rwlock_unlock(&m->rw);
        return await work(2);
    }
    pthread_rwlock_unlock(&m->rw);
    return await work(3);
}

async int until_the_end(mtx_t *m)
{
    mtx_lock(m);
    defer mtx_unlock(m);
    // CHECK: await-with-mutex.c:[[#@LINE+1]]:12: warning: this waits while the thread holds the mutex 'm'
    return await work(1);
}

async void in_a_loop(int n)
{
    while (n--) {
        pthread_mutex_lock(&global);
        if (n == 3)
            continue;
        // CHECK: await-with-mutex.c:[[#@LINE+1]]:9: warning: this waits while the thread holds the mutex 'global'
        async_for (int i, async_as_completed(work(1)))
            n += i;
        pthread_mutex_unlock(&global);
    }
}

async int not_held(struct thing *m, int n)
{
    await work(0);
    if (n)
        pthread_mutex_lock(&m->lock);
    m->n++;
    if (n)
        pthread_mutex_unlock(&m->lock);
    await work(1);
    if (pthread_mutex_trylock(&m->lock) == 0)
        pthread_mutex_unlock(&m->lock);
    await work(2);
    pthread_mutex_t *same = &m->lock;
    pthread_mutex_lock(&m->lock);
    pthread_mutex_unlock(same);
    await work(3);
    {
        pthread_mutex_lock(&m->lock);
        defer pthread_mutex_unlock(&m->lock);
        m->n++;
    }
    return await work(4);
}
