// A timer that is started again before it is due comes only once.
// RUN: %build %s -o %t && env ASYNC_CLOCK=virtual %run %t > %t.out && %python %S/a-timer-that-is-put-off.py | diff - %t.out
#include <async.h>
#include <stdio.h>

static double start;

static void save(void *timer)
{
    (void)timer;
    printf("saved at %.1f\n", async_loop_time() - start);
}

static struct async_timer pending = ASYNC_TIMER_INIT;

static void typed(const char *key)
{
    printf("%s at %.1f\n", key, async_loop_time() - start);
    async_timer_start(&pending, 1, save, nullptr);
}

async int main(void)
{
    start = async_loop_time();
    static const struct { const char *key; double pause; } keys[] = { { "a", 0.3 }, { "b", 0.9 }, { "c", 2.2 }, { "d", 0.4 }, { "e", 3.1 } };
    for (int i = 0; i < 5; i++) {
        typed(keys[i].key);
        await async_sleep(keys[i].pause);
    }
    typed("f");
    async_timer_stop(&pending);
    await async_sleep(2);
    puts("over");
    return 0;
}
