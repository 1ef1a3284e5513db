// A body that is larger than one wants is an error, compressed or not; what came before it can be read.
// REQUIRES: nginx
// RUN: %build %s -o %t && %nginx %t.d %run %t | FileCheck %s
#include <async.h>
#include <async/http.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>

async void show(struct client_session *s, const char *path, size_t most)
{
    char url[200];
    snprintf(url, sizeof url, "%s%s", getenv("HTTP"), path);
    async_with (auto res = client_request(s, url, &(struct client_options){ .max_size = most })) {
        char *body = await response_read(res);
        printf("%d %d %s\n", body != nullptr, response_error(res) == -EFBIG, response_error_text(res));
    }
}

async int main(void)
{
    async_with (auto s = client_session()) {
        await show(s, "/size/3000", 3000);
        await show(s, "/size/3000", 2999);
        await show(s, "/zipped", 100000);
        await show(s, "/zipped", 500000);
    }
    return 0;
}
// CHECK: 1 0
// CHECK-NEXT: 0 1 File too large
// CHECK-NEXT: 0 1 File too large
// CHECK-NEXT: 1 0
