// Goes wrong in the way that its argument names, once main is cancelled at its third wait (`leak`: at any but the third);
// `at-once`: even without that.
#include <async.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>

async int main(int argc, char **argv)
{
    const char *how = argc > 1 ? argv[1] : "";
    if (strcmp(how, "at-once") == 0)
        raise(SIGTERM);

    char *volatile text = malloc(77);
    bool has_slept = false, is_whole = false;
    defer {
        if (has_slept || strcmp(how, "leak") != 0)
            free(text);
        text = nullptr;
    }
    await async_sleep(3600);
    await async_sleep(3600);
    has_slept = true;
    defer if (!is_whole) {
        if (strcmp(how, "crash") == 0)
            abort();
        if (strcmp(how, "hang") == 0)
            for (;;) {
            }
        if (strcmp(how, "wait") == 0)
            await async_sleep(1.0 / 0.0);
        if (strcmp(how, "status") == 0)
            exit(134);
    }
    await async_yield();
    is_whole = true;
    return 3;
}
