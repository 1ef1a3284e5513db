// libuv has no tasks: an idle handle is called once in each turn of the loop.
#include <stdio.h>
#include <stdlib.h>
#include <uv.h>

struct turns {
    uv_idle_t idle;
    long count, done;
};

static long sum;

static void turn(uv_idle_t *idle)
{
    struct turns *turns = (struct turns *)idle;
    if (turns->done < turns->count) {
        turns->done++;
        return;
    }
    sum += turns->done;
    uv_idle_stop(idle);
}

int main(int argc, char **argv)
{
    long count = argc > 1 ? atol(argv[1]) : 100000;
    int tasks = argc > 2 ? atoi(argv[2]) : 1;
    struct turns *list = calloc((size_t)tasks, sizeof *list);
    for (int i = 0; i < tasks; i++) {
        list[i].count = count / tasks;
        uv_idle_init(uv_default_loop(), &list[i].idle);
        uv_idle_start(&list[i].idle, turn);
    }
    uv_run(uv_default_loop(), UV_RUN_DEFAULT);
    printf("%ld\n", sum);
    return 0;
}
