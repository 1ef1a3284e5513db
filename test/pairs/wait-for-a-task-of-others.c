// wait_for cancels a task of which others have handles too, and they see it; a shield keeps that away.
// RUN: %build %s -o %t && env ASYNC_CLOCK=virtual %run %t > %t.out && %python %S/wait-for-a-task-of-others.py | diff - %t.out
#include <async.h>
#include <errno.h>
#include <stdio.h>

async int work(const char *name)
{
    bool done = false;
    defer printf("%s %s\n", name, done ? "done" : "cancelled");
    await async_sleep(5);
    done = true;
    return 5;
}

async void other(future(int) task)
{
    int value = 0;
    printf("other: %s\n", await async_join(task, &value) == -ECANCELED ? "cancelled" : "a value");
}

async int main(void)
{
    auto task = async_create_task(work("first"));
    auto o = async_create_task(other(async_retain(task)));
    printf("%d\n", await async_wait_for(task, 1, nullptr) == -ETIMEDOUT);
    await o;
    task = async_create_task(work("second"));
    o = async_create_task(other(async_retain(task)));
    printf("%d\n", await async_wait_for(async_shield(task), 1, nullptr) == -ETIMEDOUT);
    await o;
    return 0;
}
