// cores.c: async_run_on_cores, a loop on each of some threads.
//
// The calling thread is one of them. Each makes its loop, its future in it, and runs until that has ended. When one fails, the
// first, the others get a letter that asks their futures to stop: a loop can be sent letters from the moment when it is open
// until its future has ended, and what has been sent by then is opened before it closes.

#define _GNU_SOURCE

#include "core/task.h"
#include "system/threads.h"

#include "core/park.h"

#include "base/alloc.h"

typedef async_future(int) maker(size_t index, void *argument);

struct core {
    struct crew *crew;
    size_t index;
    pthread_t thread;
    struct async__loop *loop;        // under the crew's mutex: while letters may be sent to it; else null
    struct async_task *main;         // its future; null: there was no memory for one
    struct async__waiter letter;     // asks it to stop
};

struct crew {
    maker *function;
    void *argument;
    pthread_mutex_t mutex;           // of the error and of the loops
    int error;                       // the first one
    size_t count;
    struct core *cores;
};

static _Thread_local bool is_on_cores;

bool async__is_on_cores(void)
{
    return is_on_cores;
}

static void stop_main(struct async__waiter *letter)
{
    async__cancel(ASYNC__CONTAINER(letter, struct core, letter)->main);
}

static const struct async__function by_stop_main = { .wake = stop_main };

static void fail(struct crew *crew, int error)
{
    pthread_mutex_lock(&crew->mutex);
    if (!crew->error) {
        crew->error = error;
        for (size_t i = 0; i < crew->count; i++)
            if (crew->cores[i].loop)
                async__loop_send(crew->cores[i].loop, &crew->cores[i].letter);
    }
    pthread_mutex_unlock(&crew->mutex);
}

// From now on it can be asked to stop. One that comes too late asks itself.
static void open_core(struct core *core, struct async__loop *loop)
{
    pthread_mutex_lock(&core->crew->mutex);
    core->loop = loop;
    if (core->crew->error)
        async__loop_send(loop, &core->letter);
    pthread_mutex_unlock(&core->crew->mutex);
}

static void close_core(void *argument)
{
    struct core *core = argument;
    pthread_mutex_lock(&core->crew->mutex);
    core->loop = NULL;
    pthread_mutex_unlock(&core->crew->mutex);
}

// Returns the future's value, or why it has none.
static int run_core(struct core *core)
{
    struct async__loop *loop = async__loop_new(), *own = async__thread.own;
    int value = 0;
    if (!loop)
        return -ENOMEM;
    // What the function makes is made for this loop.
    async__set_loops(NULL, loop);
    is_on_cores = true;
    core->main = (struct async_task *)core->crew->function(core->index, core->crew->argument);
    core->letter.function = &by_stop_main;
    open_core(core, loop);
    int error = async__run_alone(loop, core->main, &value, close_core, core);
    is_on_cores = false;
    async__set_loops(NULL, own);
    return error ? error : value;
}

static void *run_thread(void *argument)
{
    struct core *core = argument;
    int error = run_core(core);
    if (error < 0)
        fail(core->crew, error);
    return NULL;
}

// Returns how many there are, the calling one included.
static size_t start_threads(struct crew *crew)
{
    for (size_t i = 1; i < crew->count; i++) {
        int error = pthread_create(&crew->cores[i].thread, NULL, run_thread, &crew->cores[i]);
        if (error) {
            fail(crew, -error);
            return i;
        }
    }
    return crew->count;
}

int async_run_on_cores(size_t count, maker *function, void *argument)
{
    if (async__thread.running)
        return -EBUSY;
    if (count == 0)
        count = async__processors();
    struct crew crew = { .function = function, .argument = argument, .count = count };
    size_t size;
    if (__builtin_mul_overflow(count, sizeof *crew.cores, &size) || !(crew.cores = async__alloc(size)))
        return -ENOMEM;
    pthread_mutex_init(&crew.mutex, NULL);
    for (size_t i = 0; i < count; i++)
        crew.cores[i] = (struct core){ .crew = &crew, .index = i };
    size_t started = start_threads(&crew);
    run_thread(&crew.cores[0]);
    for (size_t i = 1; i < started; i++)
        pthread_join(crew.cores[i].thread, NULL);
    pthread_mutex_destroy(&crew.mutex);
    async__free(crew.cores);
    return crew.error;
}
