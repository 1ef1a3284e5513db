// Not everything is a coroutine: most C libraries take a function and call it back. A promise is the bridge. It has
// two ends: the callback resolves the one, a coroutine awaits the other.
#include <async.h>
#include <stdio.h>

// ---- somebody's library: measures, and calls back when it has the result

static void (*finished)(int celsius, void *context);
static void *finished_context;

static void thermometer_ready(void *unused)
{
    (void)unused;
    finished(21, finished_context);
}

static void thermometer_read(void (*callback)(int celsius, void *context), void *context)
{
    finished = callback;
    finished_context = context;
    async_call_later(1, thermometer_ready, nullptr);
}

// ---- the bridge

static void on_temperature(int celsius, void *context)
{
    async_promise(int) promise = context;
    async_resolve(promise, celsius);            // uses the promise up
}

async int temperature(void)
{
    async_promise(int) promise = async_promise_new(int);
    future(int) result = async_promise_future(promise);
    thermometer_read(on_temperature, promise);
    puts("Measuring");
    return await result;
}

// ---- and who uses it sees no callback any more

async int main(void)
{
    int celsius = await temperature();
    printf("%d degrees\n", celsius);
    return 0;
}
