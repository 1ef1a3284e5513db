// Tasks that yield take turns in the order in which they were made; one that is made in between comes last.
// RUN: %build %s -o %t && env ASYNC_CLOCK=virtual %run %t > %t.out && %python %S/interleaved-yields.py | diff - %t.out
#include <async.h>
#include <stdio.h>

async void steps(char name, int n)
{
    for (int i = 0; i < n; i++) {
        printf("%c%d ", name, i);
        await async_yield();
    }
    printf("%c. ", name);
}

async void maker(void)
{
    printf("m0 ");
    await async_yield();
    auto late = async_create_task(steps('l', 2));
    printf("m1 ");
    await async_yield();
    printf("m2 ");
    await late;
    printf("m. ");
}

async int main(void)
{
    auto a = async_create_task(steps('a', 5));
    auto m = async_create_task(maker());
    auto b = async_create_task(steps('b', 3));
    for (int i = 0; i < 3; i++) {
        printf("main%d ", i);
        await async_yield();
    }
    await a;
    await m;
    await b;
    puts("over");
    return 0;
}
