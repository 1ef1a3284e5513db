#include <stdio.h>
#include <stdlib.h>
#include <uv.h>

struct nap {
    uv_timer_t timer;
    long n;
};

static long sum;

static void drop(uv_handle_t *handle)
{
    free(handle);
}

static void wake(uv_timer_t *timer)
{
    sum += ((struct nap *)timer)->n;
    uv_close((uv_handle_t *)timer, drop);
}

int main(int argc, char **argv)
{
    long count = argc > 1 ? atol(argv[1]) : 100000;
    for (long i = 0; i < count; i++) {
        struct nap *nap = malloc(sizeof *nap);
        nap->n = i;
        uv_timer_init(uv_default_loop(), &nap->timer);
        uv_timer_start(&nap->timer, wake, (uint64_t)(i * 7919 % 1000003 % 1001), 0);
    }
    uv_run(uv_default_loop(), UV_RUN_DEFAULT);
    printf("%ld\n", sum);
    return 0;
}
