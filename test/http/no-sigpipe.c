// A server that closes while it is sent to: the program lives, and has the answer or an error.
// REQUIRES: nginx
// RUN: %build %s -o %t && %nginx %t.d %run %t | FileCheck %s
#include <async.h>
#include <async/http.h>
#include <stdio.h>
#include <stdlib.h>

async int main(void)
{
    char url[200];
    enum { SIZE = 8 << 20 };
    char *much = calloc(1, SIZE);
    int wrong = 0;
    // nginx answers as soon as it has the head, which says how long the body will be, and ends the connection.
    const char *const headers[] = { "Expect:", nullptr };
    struct client_options options = { .body = much, .body_size = SIZE, .headers = headers, .ca_file = getenv("CA") };
    async_with (auto s = client_session()) {
        for (int i = 0; i < 6; i++) {
            snprintf(url, sizeof url, "%s/refuse", getenv(i % 2 ? "HTTPS" : "HTTP"));
            async_with (auto res = client_request(s, url, &options)) {
                await response_read(res);
                wrong += response_status(res) != 413 && !response_error(res);
            }
        }
    }
    printf("wrong: %d\n", wrong);
    free(much);
    return 0;
}
// CHECK: wrong: 0
