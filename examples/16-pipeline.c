// Other programs: `printf … | sort | uniq -c` with both ends in our hands.
//
//     asyncc run 16-pipeline.c
//
// Each program is a struct async_process with streams. The tasks that carry bytes from one to the next run beside each other, so no
// pipe fills up while nobody reads it. async_with kills what still runs when it is left, and waits for it: there are no zombies.
#include <async.h>
#include <stdio.h>
#include <string.h>

#define PROGRAM(...) async_subprocess_exec((const char *const[]){ __VA_ARGS__, nullptr }, nullptr)

async void write_words(struct async_stream *to)
{
    static const char *const words[] = { "pear", "apple", "plum", "apple", "pear", "apple" };
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        await async_stream_write(to, words[i], strlen(words[i]));
        await async_stream_write(to, "\n", 1);
    }
    await async_stream_shutdown(to);
}

async void carry(struct async_stream *from, struct async_stream *to)
{
    char buffer[4096];
    ssize_t n;
    while ((n = await async_stream_read(from, buffer, sizeof buffer)) > 0)
        await async_stream_write(to, buffer, (size_t)n);
    await async_stream_shutdown(to);
}

async void print_lines(struct async_stream *from)
{
    char line[80];
    while (await async_stream_readline(from, line, sizeof line) > 0)
        fputs(line, stdout);
}

async int main(void)
{
    async_with (auto sort = PROGRAM("sort"), auto count = PROGRAM("uniq", "-c")) {
        await async_gather(write_words(async_process_stdin(sort)),
                           carry(async_process_stdout(sort), async_process_stdin(count)),
                           print_lines(async_process_stdout(count)));
        printf("%d %d\n", await async_process_wait(sort), await async_process_wait(count));
    }
    return 0;
}
