// Fetches many pages, four of them at a time, and says how far it is.
//
//     asyncc run 18-fetch.c -- https://example.org/ https://example.com/ …
//
// Each page is a task of its own; a semaphore lets so many of them in at once. The bodies are counted part by part: none is ever in
// memory as a whole. The progress line is a task too, which the end of async_group does not wait for: it is cancelled.
#include <async.h>
#include <async/http.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

enum { AT_ONCE = 4 };

struct page {
    const char *url;
    int status, error;
    char text[100];
    size_t size;
};

struct fetcher {
    struct client_session *session;
    struct async_semaphore places;
    int count, under_way, most, done;
    size_t bytes;
};

async void fetch(struct fetcher *f, struct page *page)
{
    async_with (async_semaphore_acquire(&f->places)) {
        if (++f->under_way > f->most)
            f->most = f->under_way;
        defer f->under_way--;
        async_with (auto res = client_get(f->session, page->url)) {
            char part[4096];
            ssize_t n;
            while ((n = await response_read_some(res, part, sizeof part)) > 0) {
                page->size += (size_t)n;
                f->bytes += (size_t)n;
            }
            page->status = response_status(res);
            page->error = response_error(res);
            snprintf(page->text, sizeof page->text, "%s", response_error_text(res));
        }
        f->done++;
    }
}

// A line that is written again and again, where somebody may look at it.
async void show_progress(const struct fetcher *f)
{
    defer fprintf(stderr, "\r\033[K");
    while (isatty(STDERR_FILENO)) {
        fprintf(stderr, "\r\033[K%d of %d pages, %zu kB, %d under way", f->done, f->count, f->bytes / 1000, f->under_way);
        await async_sleep(0.1);
    }
}

async void fetch_all(struct fetcher *f, struct page *pages)
{
    auto progress = async_create_task(show_progress(f));
    async_group (g) {
        for (int i = 0; i < f->count; i++)
            async_spawn(g, fetch(f, &pages[i]));
    } else {
        fprintf(stderr, "no memory\n");
    }
    async_cancel(progress);
    await async_join(progress, nullptr);
}

async int main(int argc, char **argv)
{
    if (argc < 2) {
        fprintf(stderr, "usage: fetch URL…\n");
        return 2;
    }
    int failed = 0;
    struct page *pages = calloc((size_t)argc, sizeof *pages);
    defer free(pages);
    if (!pages)
        return 1;
    for (int i = 1; i < argc; i++)
        pages[i - 1].url = argv[i];
    async_with (auto session = client_session()) {
        struct fetcher f = { .session = session, .places = ASYNC_SEMAPHORE_INIT(AT_ONCE), .count = argc - 1 };
        await fetch_all(&f, pages);
        for (int i = 0; i < f.count; i++) {
            const struct page *p = &pages[i];
            if (p->error)
                printf("failed  %s: %s\n", p->url, p->text);
            else
                printf("%d  %8zu  %s\n", p->status, p->size, p->url);
            failed += p->error != 0;
        }
        printf("%d pages, %zu bytes, at most %d at once\n", f.count - failed, f.bytes, f.most);
    }
    return failed > 0;
}
