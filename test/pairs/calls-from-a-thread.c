// Another thread has functions called and tasks made on the loop; the order of its calls stays.
// RUN: %build %s -o %t && env ASYNC_CLOCK=virtual %run %t > %t.out && %python %S/calls-from-a-thread.py | diff - %t.out
#include <async.h>
#include <pthread.h>
#include <stdio.h>

struct shared {
    struct async_loop *loop;
    async_promise(int) end;
};

async void greet(int n)
{
    printf("task %d begins\n", n);
    await async_sleep(n);
    printf("task %d ends\n", n);
}

static void one(void *unused)
{
    (void)unused;
    puts("one");
    async_detach(greet(1));
}

static void two(void *unused)
{
    (void)unused;
    puts("two");
}

static void end(void *shared)
{
    puts("end");
    async_resolve(((struct shared *)shared)->end, 3);
}

static void *thread(void *argument)
{
    struct shared *shared = argument;
    async_call_soon_threadsafe(shared->loop, one, nullptr);
    async_call_soon_threadsafe(shared->loop, two, nullptr);
    async_call_soon_threadsafe(shared->loop, end, shared);
    return nullptr;
}

static void run_a_thread(struct shared *shared)
{
    pthread_t id;
    pthread_create(&id, nullptr, thread, shared);
    pthread_join(id, nullptr);
}

async int main(void)
{
    struct shared shared = { async_get_event_loop(), async_promise_new(int) };
    auto value = async_promise_future(shared.end);
    run_a_thread(&shared);
    puts("the thread is over");
    printf("%d\n", await value);
    await async_sleep(2);
    return 0;
}
