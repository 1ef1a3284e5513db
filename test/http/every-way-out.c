// Whatever allocation fails and wherever main or any task is cancelled: nothing is lost, used after its end, or waited for in vain.
// libcurl's own allocations do not fail here.
// REQUIRES: nginx, gcc, O0, asan
// UNSUPPORTED: hard, poll
// RUN: %build %s -o %t && %nginx %t.d env ASYNC_CLOCK=real asyncc test --alloc --main --await %t 2>&1 | FileCheck %s
#include <async.h>
#include <async/http.h>
#include <stdio.h>
#include <stdlib.h>

static char big[200], found[200], nobody[200], echo[200];

async size_t whole(struct client_session *s, const char *url)
{
    size_t length = 0;
    async_with (auto res = client_get(s, url)) {
        await response_read(res);
        length = response_length(res);
    }
    return length;
}

async size_t parts(struct client_session *s, const char *url)
{
    static char part[100000];
    size_t length = 0;
    async_with (auto res = client_get(s, url)) {
        ssize_t n;
        while ((n = await response_read_some(res, part, sizeof part)) > 0)
            length += (size_t)n;
    }
    return length;
}

async int post(struct client_session *s)
{
    const char *const headers[] = { "X-Test: 1", nullptr };
    struct client_options options = { .body = "1", .body_size = 1, .headers = headers };
    auto res = await client_request(s, echo, &options);
    defer await response_close(res);
    response_header(res, "X-Served");
    return response_status(res);
}

async int main(void)
{
    const char *http = getenv("HTTP");
    snprintf(big, sizeof big, "%s/big.bin", http);
    snprintf(found, sizeof found, "%s/found", http);
    snprintf(echo, sizeof echo, "%s/echo", http);
    snprintf(nobody, sizeof nobody, "%s/", getenv("NOBODY"));
    async_with (auto s = client_session()) {
        auto r = await async_gather(whole(s, big), parts(s, big), whole(s, found), whole(s, nobody), post(s));
        printf("%zu %zu %zu %zu %d\n", r._0, r._1, r._2, r._3, r._4);
        auto left = await client_get(s, big);
        defer await response_close(left);
    }
    return 0;
}
// CHECK: alloc: {{[0-9][0-9]+}} runs, 0 failed
// CHECK-NEXT: main: {{[0-9]+}} runs, 0 failed
// CHECK-NEXT: await: {{[0-9][0-9]+}} runs, 0 failed
