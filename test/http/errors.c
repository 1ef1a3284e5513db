// What cannot be fetched is an error of the response, which every call gives; nothing is ever null.
// REQUIRES: nginx
// RUN: %build %s -o %t && %nginx %t.d %run %t | FileCheck %s
#define _GNU_SOURCE
#include <async.h>
#include <async/http.h>
#include <errno.h>
#include <netdb.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

// libcurl asks this one, in a thread: no name server is to be bothered.
int getaddrinfo(const char *host, const char *service, const struct addrinfo *hints, struct addrinfo **list)
{
    (void)host, (void)service, (void)hints, (void)list;
    return EAI_NONAME;
}

async void show(struct client_session *s, const char *base, const char *path)
{
    char url[200], byte;
    snprintf(url, sizeof url, "%s%s", base, path);
    async_with (auto res = client_get(s, url)) {
        char *body = await response_read(res);
        int error = response_error(res);
        printf("%d %d %d %s: %s\n", body == nullptr, response_status(res), await response_read_some(res, &byte, 1) == error,
               error == ASYNC_EAI(EAI_NONAME) ? "EAI_NONAME" : strerrorname_np(-error), response_error_text(res));
    }
}

async int main(void)
{
    const char *http = getenv("HTTP");
    async_with (auto s = client_session()) {
        await show(s, getenv("NOBODY"), "/");
        await show(s, "http://no-such-name.invalid", "/");
        await show(s, http, "/loop");
        await show(s, http, "/drop");
        await show(s, http, "/away");
        await show(s, "gopher://somewhere", "/");
        await show(s, "http://[", "");
        await show(s, "", "");
    }
    return 0;
}
// CHECK: 1 0 1 ECONNREFUSED: Failed to connect
// CHECK-NEXT: 1 0 1 EAI_NONAME: Could not resolve host: no-such-name.invalid
// CHECK-NEXT: 1 0 1 ELOOP: Maximum (10) redirects followed
// CHECK-NEXT: 1 0 1 ECONNRESET: Empty reply
// CHECK-NEXT: 1 0 1 EPROTONOSUPPORT: Protocol "ftp" not supported
// CHECK-NEXT: 1 0 1 EPROTONOSUPPORT: Protocol "gopher" not supported
// CHECK-NEXT: 1 0 1 EINVAL: URL using bad
// CHECK-NEXT: 1 0 1 EINVAL:
