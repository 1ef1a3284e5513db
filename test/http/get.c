// A response has a status, headers, an address and a body; 404 is an answer, and HEAD has no body.
// REQUIRES: nginx
// RUN: %build %s -o %t && %nginx %t.d %run %t | FileCheck %s
#include <async.h>
#include <async/http.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static char url[200];

static const char *at(const char *path)
{
    snprintf(url, sizeof url, "%s%s", getenv("HTTP"), path);
    return url;
}

async int main(void)
{
    async_with (auto s = client_session(), auto res = client_get(s, at("/small.txt"))) {
        printf("%d %s", response_status(res), await response_read(res));
        printf("%zu %s %s\n", response_length(res), response_header(res, "content-TYPE"), response_header(res, "X-Served"));
        printf("%d %d '%s'\n", response_header(res, "X-Serve") == nullptr, strcmp(response_url(res), url), response_error_text(res));

        async_with (auto missing = client_get(s, at("/missing"))) {
            char *body = await response_read(missing);
            printf("%d %d %d\n", response_status(missing), response_error(missing), strstr(body, "Not Found") != nullptr);
        }
        async_with (auto head = client_request(s, at("/small.txt"), &(struct client_options){ .method = "HEAD" })) {
            printf("%d %s '%s' %zu\n", response_status(head), response_header(head, "Content-Length"), await response_read(head),
                   response_length(head));
        }
        async_with (auto zipped = client_get(s, at("/zipped"))) {
            await response_read(zipped);
            printf("%s: %zu\n", response_header(zipped, "Content-Encoding"), response_length(zipped));
        }
        const char *const headers[] = { "X-Test: as it was", nullptr };
        async_with (auto see = client_request(s, at("/see"), &(struct client_options){ .headers = headers })) {
            printf("%s\n", await response_read(see));
        }
        await response_close(await client_get(s, at("/set")));
        async_with (auto cookie = client_get(s, at("/cookie"))) {
            printf("%s\n", await response_read(cookie));
        }
    }
    return 0;
}
// CHECK: 200 hello from nginx
// CHECK-NEXT: 17 text/plain by nginx
// CHECK-NEXT: 1 0 ''
// CHECK-NEXT: 404 0 1
// CHECK-NEXT: 200 17 '' 0
// CHECK-NEXT: gzip: 500000
// CHECK-NEXT: as it was
// CHECK-NEXT: flavour=plain
