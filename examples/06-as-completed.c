// gather waits for all. as_completed gives each value as soon as it is there, the quickest first.
//
// It gives a stream: async_next waits for the next value, stores it and is true, or is false at the end. Whoever has
// seen enough closes the stream; what still runs is then stopped and waited for.
#include <async.h>
#include <stdio.h>

async int download(const char *name, int seconds)
{
    await async_sleep(seconds);
    printf("%s is here\n", name);
    return seconds;
}

async int main(void)
{
    int seconds;
    generator(int) downloads = async_as_completed(download("film", 3), download("page", 1), download("song", 2));
    while (await async_next(downloads, &seconds))
        printf("after %d s\n", seconds);
    await async_generator_close(downloads);
    return 0;
}
