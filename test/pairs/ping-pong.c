// Two tasks that wake each other with futures go on in turn.
// RUN: %build %s -o %t && env ASYNC_CLOCK=virtual %run %t > %t.out && %python %S/ping-pong.py | diff - %t.out
#include <async.h>
#include <stdio.h>

struct side {
    async_promise(int) ball;
    future(int) next;
};

static struct side sides[2];

static void open_side(struct side *side)
{
    side->ball = async_promise_new(int);
    side->next = async_promise_future(side->ball);
}

async void player(const char *name, struct side *mine, struct side *other)
{
    int n;
    do {
        n = await async_take(mine->next);
        printf("%s %d\n", name, n);
        open_side(mine);
        async_resolve(other->ball, n + 1);
        printf("%s is waiting\n", name);
    } while (n < 5);
    printf("%s is tired\n", name);
}

async void bystander(void)
{
    for (int i = 0; i < 3; i++) {
        printf("bystander %d\n", i);
        await async_sleep(1);
    }
}

async int main(void)
{
    open_side(&sides[0]);
    open_side(&sides[1]);
    auto b = async_create_task(bystander());
    auto ping = async_create_task(player("ping", &sides[0], &sides[1]));
    auto pong = async_create_task(player("pong", &sides[1], &sides[0]));
    await async_sleep(0.5);
    async_resolve(sides[0].ball, 0);
    puts("served");
    await ping;
    await pong;
    await b;
    for (int i = 0; i < 2; i++) {
        printf("left: %d\n", async_done(sides[i].next));
        async_release(sides[i].next);
    }
    async_promise_cancel(sides[0].ball);
    return 0;
}
