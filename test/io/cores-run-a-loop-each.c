// Each core has a loop, a thread and tasks of its own; the call returns when all have ended.
// RUN: %build %s -o %t && %run %t
#include <async.h>
#undef NDEBUG
#include <assert.h>
#include <pthread.h>

enum { CORES = 4, TASKS = 100 };

struct core {
    struct async_loop *loop;
    pthread_t thread;
    int sum;
};

static async int child(struct core *core, int number)
{
    await async_yield();
    await async_sleep(0.0001 * (number % 3));
    assert(async_get_event_loop() == core->loop && pthread_equal(pthread_self(), core->thread));
    core->sum += number;
    return number;
}

static async int work(struct core *core)
{
    core->loop = async_get_event_loop();
    core->thread = pthread_self();
    async_group (g) {
        for (int i = 0; i < TASKS; i++)
            async_spawn(g, child(core, i));
    } else {
        return -1;
    }
    return 7;
}

// The future may be made by a plain function.
static future(int) make(size_t index, void *cores)
{
    return work((struct core *)cores + index);
}

int main(void)
{
    struct core cores[CORES] = { 0 };
    struct async_loop *own = async_get_event_loop();
    assert(async_run_on_cores(CORES, make, cores) == 0);
    for (int i = 0; i < CORES; i++) {
        assert(cores[i].sum == TASKS * (TASKS - 1) / 2);
        for (int j = 0; j < i; j++)
            assert(!pthread_equal(cores[i].thread, cores[j].thread));
    }
    assert(pthread_equal(cores[0].thread, pthread_self()));
    assert(async_get_event_loop() == own);
    async_loop_close(own);
    return 0;
}
