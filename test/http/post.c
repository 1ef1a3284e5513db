// A body goes with its type and any method; the memory is the caller's again when the response is there.
// REQUIRES: nginx
// RUN: %build %s -o %t && %nginx %t.d %run %t | FileCheck %s
#include <async.h>
#include <async/http.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

async int main(void)
{
    char echo[200], count[200];
    snprintf(echo, sizeof echo, "%s/echo", getenv("HTTP"));
    snprintf(count, sizeof count, "%s/count", getenv("HTTP"));
    async_with (auto s = client_session()) {
        async_with (auto res = client_post(s, echo, "a=1", 3, "application/x-www-form-urlencoded")) {
            printf("%d %s\n", response_status(res), await response_read(res));
        }
        async_with (auto res = client_post(s, echo, "text", 4, nullptr)) {
            printf("%s\n", await response_read(res));
        }
        async_with (auto res = client_post(s, echo, nullptr, 0, nullptr)) {
            printf("'%s'\n", await response_read(res));
        }
        struct client_options put = { .method = "PUT", .body = "{}", .body_size = 2, .content_type = "application/json" };
        async_with (auto res = client_request(s, echo, &put)) {
            printf("%s\n", await response_read(res));
        }
        async_with (auto res = client_request(s, echo, &(struct client_options){ .method = "DELETE" })) {
            printf("'%s'\n", await response_read(res));
        }
        enum { SIZE = 3 << 20 };
        char *much = malloc(SIZE);
        memset(much, 'm', SIZE);
        auto post = async_create_task(client_post(s, count, much, SIZE, nullptr));
        await async_yield();
        await async_yield();
        memset(much, 0, SIZE);
        free(much);
        async_with (auto res = post) {
            printf("%d %s\n", response_status(res), await response_read(res));
        }
    }
    return 0;
}
// CHECK: 200 POST application/x-www-form-urlencoded 3 a=1
// CHECK-NEXT: POST application/octet-stream 4 text
// CHECK-NEXT: 'POST application/octet-stream 0 '
// CHECK-NEXT: PUT application/json 2 {}
// CHECK-NEXT: 'DELETE '
// CHECK-NEXT: 200 3145728
