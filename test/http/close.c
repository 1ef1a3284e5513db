// A session that is closed ends its transfers: who waits for one is told. Sessions and responses may be closed in either order.
// REQUIRES: nginx
// RUN: %build %s -o %t && %nginx %t.d %run %t | FileCheck %s
#include <async.h>
#include <async/http.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>

async int get(struct client_session *s, const char *url)
{
    auto res = await client_get(s, url);
    int error = response_error(res);
    await response_close(res);
    return error;
}

async int read_all(struct client_response *res)
{
    return await response_read(res) ? 0 : -1;
}

async ssize_t read_some(struct client_response *res)
{
    static char part[100000];
    ssize_t n;
    while ((n = await response_read_some(res, part, sizeof part)) > 0)
        ;
    return n;
}

async int main(void)
{
    char slow[200], big[200], small[200];
    snprintf(slow, sizeof slow, "%s/slow/big.bin", getenv("HTTP"));
    snprintf(big, sizeof big, "%s/big.bin", getenv("HTTP"));
    snprintf(small, sizeof small, "%s/small.txt", getenv("HTTP"));

    auto s = await client_session();
    auto done = await client_get(s, small);
    await response_read(done);
    auto unread = await client_get(s, big);
    auto read = await client_get(s, slow);
    auto parts = await client_get(s, slow);
    auto a = async_create_task(get(s, getenv("SILENT")));
    auto b = async_create_task(read_all(read));
    auto c = async_create_task(read_some(parts));
    await async_sleep(0.02);
    await client_session_close(s);
    printf("get: %d\n", await a == -ECANCELED);
    printf("read: %d\n", await b);
    printf("read_some: %d\n", await c == -ECANCELED);
    printf("errors: %d %d %d\n", response_error(read) == -ECANCELED, response_error(unread) == -ECANCELED, response_error(done));
    printf("%s", await response_read(done));
    printf("%s\n", response_error_text(read));
    await response_close(unread);
    await response_close(read);
    await response_close(parts);
    await response_close(done);

    // A response that is closed while others read it.
    s = await client_session();
    read = await client_get(s, slow);
    b = async_create_task(read_all(read));
    c = async_create_task(read_some(read));
    await async_sleep(0.02);
    await response_close(read);
    printf("closed: %d %d\n", await b, await c == -ECANCELED);

    // In the same turn as a request begins, and as one ends.
    auto d = async_create_task(get(s, small));
    await async_yield();
    await client_session_close(s);
    printf("begun: %d\n", await d == -ECANCELED);

    await client_session_close(nullptr);
    await response_close(nullptr);
    return 0;
}
// CHECK: get: 1
// CHECK-NEXT: read: -1
// CHECK-NEXT: read_some: 1
// CHECK-NEXT: errors: 1 1 0
// CHECK-NEXT: hello from nginx
// CHECK-NEXT: Operation canceled
// CHECK-NEXT: closed: -1 1
// CHECK-NEXT: begun: 1
