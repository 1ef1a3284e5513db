// async_with enters from left to right and leaves from right to left, on every way out; what an exit gives is dropped.
// RUN: %build %s -o %t && %run %t | FileCheck %s
#include <async.h>
#include <stdio.h>
#include <stdlib.h>

struct session { int id; };
typedef struct session *session;

async session session_open(int id)
{
    await async_yield();
    printf("+%d ", id);
    session s = malloc(sizeof *s);
    s->id = id;
    return s;
}

async int session_close(struct session *s)
{
    int id = s->id;
    await async_yield();
    printf("-%d ", id);
    free(s);
    return id;
}
ASYNC_EXIT(struct session *, session_close);

struct lock { int held; };

async struct lock *lock_acquire(struct lock *l)
{
    while (l->held)
        await async_yield();
    l->held = 1;
    printf("+l ");
    return l;
}

static void lock_release(struct lock *const l)
{
    l->held = 0;
    printf("-l ");
}
ASYNC_EXIT(struct lock *, lock_release);

async int id_of(struct session *s)
{
    await async_yield();
    return s->id;
}

async int use(int how)
{
    struct lock l = {};
    for (int i = 0; i < 2; i++) {
        async_with (auto s = session_open(1), const session t = session_open(s->id + 1), lock_acquire(&l)) {
            printf("%d,%d ", await id_of(s), l.held);
            if (how == 1)
                break;
            if (how == 2)
                return await id_of(t) * 10;
            if (how == 3)
                continue;
            if (how == 4)
                goto out;
        }
        printf("next ");
    }
out:
    return how;
}

async int main(void)
{
    // CHECK: +1 +2 +l 1,1 -l -2 -1 next +1 +2 +l 1,1 -l -2 -1 next = 0
    // CHECK-NEXT: +1 +2 +l 1,1 -l -2 -1 = 1
    // CHECK-NEXT: +1 +2 +l 1,1 -l -2 -1 = 20
    // CHECK-NEXT: +1 +2 +l 1,1 -l -2 -1 +1 +2 +l 1,1 -l -2 -1 = 3
    // CHECK-NEXT: +1 +2 +l 1,1 -l -2 -1 = 4
    for (int how = 0; how < 5; how++)
        printf("= %d\n", await use(how));
    return 0;
}
