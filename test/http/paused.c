// Bodies that wait for their readers come whole: over TLS, whose bytes may be in memory already when nobody reads, and compressed
// ones, which grow after the server has sent all. Transfers that are given up while they wait lose no memory.
// REQUIRES: nginx
// RUN: %build %s -o %t && %nginx %t.d %run %t | FileCheck %s
#include <async.h>
#include <async/http.h>
#include <stdio.h>
#include <stdlib.h>

static struct client_options options;

async long fetch(struct client_session *s, const char *base, const char *path, size_t step)
{
    char url[200];
    snprintf(url, sizeof url, "%s%s", getenv(base), path);
    auto res = await client_request(s, url, &options);
    defer await response_close(res);
    await async_sleep(0.01);
    char *part = malloc(step);
    defer free(part);
    long length = 0;
    ssize_t n;
    for (int i = 1; (n = await response_read_some(res, part, step)) > 0; i++) {
        length += n;
        if (i % 8 == 0)
            await async_sleep(0.0005);
    }
    return n < 0 ? n : length;
}

async void give_up(struct client_session *s, const char *base, const char *path)
{
    char url[200], byte;
    snprintf(url, sizeof url, "%s%s", getenv(base), path);
    auto res = await client_request(s, url, &options);
    defer await response_close(res);
    await async_sleep(0.01);
    await response_read_some(res, &byte, 1);
}

async int main(void)
{
    options.ca_file = getenv("CA");
    async_with (auto s = client_session()) {
        for (size_t step = 5000; step < 70000; step *= 3) {
            auto r = await async_gather(
                fetch(s, "HTTP", "/big.bin", step), fetch(s, "HTTPS", "/big.bin", step), fetch(s, "HTTP2", "/big.bin", step),
                fetch(s, "HTTP", "/zipped", step), fetch(s, "HTTPS", "/zipped", step), fetch(s, "HTTP2", "/zipped", step));
            printf("%ld %ld %ld %ld %ld %ld\n", r._0, r._1, r._2, r._3, r._4, r._5);
        }
        await async_gather(give_up(s, "HTTPS", "/big.bin"), give_up(s, "HTTP2", "/big.bin"), give_up(s, "HTTP", "/zipped"),
                           give_up(s, "HTTP2", "/zipped"));
    }
    puts("end");
    return 0;
}
// CHECK-COUNT-3: 1048576 1048576 1048576 500000 500000 500000
// CHECK-NEXT: end
