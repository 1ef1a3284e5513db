// TLS: a certificate must be one to trust, be it of a file that is named. A server that speaks HTTP/2 is no hindrance to many
// transfers of which none is read for a while.
// REQUIRES: nginx
// RUN: %build %s -o %t && %nginx %t.d %run %t | FileCheck %s
#include <async.h>
#include <async/http.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { MANY = 6 };

async int check(struct client_response *res)
{
    static const size_t sizes[] = { 1, 4096, 10000, 65536 };
    char part[65536];
    size_t at = 0;
    ssize_t n;
    for (int i = 0; (n = await response_read_some(res, part, sizes[i % 4])) > 0; i++)
        for (ssize_t k = 0; k < n; k++, at++)
            if ((unsigned char)part[k] != at % 251)
                return -1;
    return n < 0 ? (int)n : (int)at;
}

async int main(void)
{
    struct client_options trusting = { .ca_file = getenv("CA") }, blind = { .is_insecure = true };
    struct client_options mistaken = { .ca_file = "/no/file" };
    char url[200];
    snprintf(url, sizeof url, "%s/small.txt", getenv("HTTPS"));
    async_with (auto s = client_session()) {
        async_with (auto a = client_get(s, url), auto b = client_request(s, url, &trusting), auto c = client_request(s, url, &blind),
                    auto d = client_request(s, url, &mistaken)) {
            printf("%d %s\n", response_error(a) == -EACCES, response_error_text(a));
            printf("%s", await response_read(b));
            printf("%s", await response_read(c));
            printf("%d\n", response_error(d) == -ENOENT);
        }
        snprintf(url, sizeof url, "%s/big.bin", getenv("HTTP2"));
        struct client_response *all[MANY];
        future(int) checks[MANY];
        int sizes[MANY];
        for (int i = 0; i < MANY; i++)
            all[i] = await client_request(s, url, &trusting);
        await async_sleep(0.03);
        for (int i = 0; i < MANY; i++)
            checks[i] = check(all[i]);
        await async_gather_array(checks, MANY, sizes);
        for (int i = 0; i < MANY; i++) {
            printf("%d %d\n", response_status(all[i]), sizes[i]);
            await response_close(all[i]);
        }
    }
    return 0;
}
// CHECK: 1 SSL certificate problem
// CHECK-NEXT: hello from nginx
// CHECK-NEXT: hello from nginx
// CHECK-NEXT: 1
// CHECK-COUNT-6: 200 1048576
