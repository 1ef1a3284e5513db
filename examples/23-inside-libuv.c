// A loop inside of libuv's.
//
//     asyncc gcc 23-inside-libuv.c -luv -o 23-inside-libuv && ./23-inside-libuv
//
// As in the example before, with uv_poll in place of GLib's source. The handle is closed by the last task, so uv_run has nothing left
// and returns.
#include <async.h>
#include <stdio.h>
#include <uv.h>

static uv_poll_t source;
static uv_timer_t timer;
static async_promise(int) tick;

static void turn(uv_poll_t *handle, int status, int events)
{
    (void)events;
    if (status < 0 || async_loop_turn(handle->data) < 0)
        uv_stop(handle->loop);
}

static void on_tick(uv_timer_t *t)
{
    printf("libuv ticks\n");
    async_resolve(tick, *(int *)t->data);
    async_loop_fd(source.data);                  // there is something to do for it
}

async int next_tick(unsigned milliseconds)
{
    tick = async_promise_new(int);
    uv_timer_start(&timer, on_tick, milliseconds, 0);
    return await async_promise_future(tick);
}

async void work(void)
{
    for (int i = 1; i <= 3; i++) {
        await async_sleep(0.02);
        printf("slept %d\n", i);
    }
}

async void program(void)
{
    int number = 42;
    timer.data = &number;
    auto working = async_create_task(work());
    printf("tick %d\n", await next_tick(30));
    await working;
    number++;
    printf("tick %d\n", await next_tick(1));
    uv_close((uv_handle_t *)&timer, nullptr);
    uv_close((uv_handle_t *)&source, nullptr);
}

int main(void)
{
    struct async_loop *loop = async_get_event_loop();
    uv_timer_init(uv_default_loop(), &timer);
    uv_poll_init(uv_default_loop(), &source, async_loop_fd(loop));
    source.data = loop;
    uv_poll_start(&source, UV_READABLE, turn);
    async_detach(async_create_task(program()));
    async_loop_fd(loop);                         // a task was made
    uv_run(uv_default_loop(), UV_RUN_DEFAULT);
    return async_loop_close(loop);
}
