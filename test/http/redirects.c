// Redirects are followed, so many as one wants; with none, the redirect is the answer.
// REQUIRES: nginx
// RUN: %build %s -o %t && %nginx %t.d %run %t | FileCheck %s
#include <async.h>
#include <async/http.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

async int main(void)
{
    const char *http = getenv("HTTP");
    char found[200], loop[200];
    snprintf(found, sizeof found, "%s/found", http);
    snprintf(loop, sizeof loop, "%s/loop", http);
    async_with (auto s = client_session()) {
        async_with (auto res = client_get(s, found)) {
            printf("%d %s %s", response_status(res), response_url(res) + strlen(http), await response_read(res));
            printf("%d\n", response_header(res, "Location") == nullptr);
        }
        async_with (auto res = client_request(s, found, &(struct client_options){ .redirects = -1 })) {
            await response_read(res);
            printf("%d %s %s %d\n", response_status(res), response_url(res) + strlen(http), response_header(res, "Location"),
                   response_error(res));
        }
        async_with (auto res = client_request(s, loop, &(struct client_options){ .redirects = 2 })) {
            await response_read(res);
            printf("%d %s\n", response_error(res) == -ELOOP, response_error_text(res));
        }
    }
    return 0;
}
// CHECK: 200 /small.txt hello from nginx
// CHECK-NEXT: 1
// CHECK-NEXT: 302 /found /small.txt 0
// CHECK-NEXT: 1 Maximum (2) redirects followed
