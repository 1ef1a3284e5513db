// A loop inside of GLib's: the program is one of GLib, and some of it is async.
//
//     asyncc gcc $(pkg-config --cflags glib-2.0) 22-inside-glib.c $(pkg-config --libs glib-2.0) -o 22-inside-glib && ./22-inside-glib
//
// Our loop is one more source for GLib: a descriptor that is readable when some task can go on. All of it happens in one thread, so
// tasks and callbacks use the same data without locks. A callback resolves a promise, and the task that awaits it goes on.
#include <async.h>
#include <glib-unix.h>
#include <glib.h>

static GMainLoop *main_loop;
static async_promise(int) tick;

static gboolean turn(gint fd, GIOCondition condition, gpointer loop)
{
    (void)fd, (void)condition;
    if (async_loop_turn(loop) < 0)
        g_main_loop_quit(main_loop);
    return G_SOURCE_CONTINUE;
}

static gboolean on_tick(gpointer number)
{
    g_print("GLib ticks\n");
    async_resolve(tick, *(int *)number);
    async_loop_fd(async_get_event_loop());       // there is something to do for it
    return G_SOURCE_REMOVE;
}

async int next_tick(int milliseconds)
{
    static int number = 41;
    number++;
    tick = async_promise_new(int);
    g_timeout_add((guint)milliseconds, on_tick, &number);
    return await async_promise_future(tick);
}

async void work(void)
{
    for (int i = 1; i <= 3; i++) {
        await async_sleep(0.02);
        g_print("slept %d\n", i);
    }
}

async void program(void)
{
    auto working = async_create_task(work());
    g_print("tick %d\n", await next_tick(30));
    await working;
    g_print("tick %d\n", await next_tick(1));
    g_main_loop_quit(main_loop);
}

int main(void)
{
    struct async_loop *loop = async_get_event_loop();
    main_loop = g_main_loop_new(nullptr, FALSE);
    async_detach(async_create_task(program()));
    g_unix_fd_add(async_loop_fd(loop), G_IO_IN, turn, loop);
    g_main_loop_run(main_loop);
    g_main_loop_unref(main_loop);
    return async_loop_close(loop);
}
