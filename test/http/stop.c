// A deadline or a cancellation ends a transfer at once, before the head and in the middle of the body; the session goes on. What had
// come when a reader was stopped can still be read.
// REQUIRES: nginx
// RUN: %build %s -o %t && %nginx %t.d %run %t | FileCheck %s
#include <async.h>
#include <async/http.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static char slow[200];

async size_t fetch(struct client_session *s, const char *url)
{
    size_t length = 0;
    async_with (auto res = client_get(s, url)) {
        await response_read(res);
        length = response_length(res);
    }
    return length;
}

async int main(void)
{
    char small[200];
    snprintf(slow, sizeof slow, "%s/slow/big.bin", getenv("HTTP"));
    snprintf(small, sizeof small, "%s/small.txt", getenv("HTTP"));
    async_with (auto s = client_session()) {
        double begin = async_loop_time();
        async_timeout (0.03)
            await fetch(s, getenv("SILENT"));
        else
            puts("no head in time");

        async_timeout (0.05)
            await fetch(s, slow);
        else
            puts("no body in time");

        auto task = async_create_task(fetch(s, slow));
        await async_sleep(0.03);
        async_cancel(task);
        printf("cancelled: %d\n", await async_join(task, nullptr) == -ECANCELED);

        async_with (auto res = client_get(s, slow)) {
            char part[1000];
            async_timeout (0.05)
                await response_read(res);
            else
                puts("reader stopped");
            ssize_t n = await response_read_some(res, part, sizeof part);
            printf("%zd %d %d %d\n", n, part[0], part[1], part[999] == (char)(999 % 251));
        }
        printf("%zu\n", await fetch(s, small));
        async_with (auto res = client_request(s, slow, &(struct client_options){ .timeout = 0.05 })) {
            char *body = await response_read(res);
            printf("%d %d %d %.19s\n", body == nullptr, response_status(res), response_error(res) == -ETIMEDOUT,
                   response_error_text(res));
        }
        printf("soon: %d\n", async_loop_time() - begin < 5);
    }
    return 0;
}
// CHECK: no head in time
// CHECK-NEXT: no body in time
// CHECK-NEXT: cancelled: 1
// CHECK-NEXT: reader stopped
// CHECK-NEXT: 1000 0 1 1
// CHECK-NEXT: 17
// CHECK-NEXT: 1 200 1 Operation timed out
// CHECK-NEXT: soon: 1
