// A connection that is gone while it is written to is an error value: SIGPIPE does not reach the program.
// REQUIRES: nginx
// RUN: %build %s -o %t && %nginx %t.d %run %t | FileCheck %s
#include <async.h>
#include <async/http.h>
#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/socket.h>

static bool is_gone;

// libcurl sends with this one. It behaves as write(2) does, which TLS libraries use.
ssize_t send(int fd, const void *bytes, size_t size, int flags)
{
    if (!is_gone)
        return sendto(fd, bytes, size, flags, nullptr, 0);
    raise(SIGPIPE);
    errno = EPIPE;
    return -1;
}

async int main(void)
{
    char url[200];
    snprintf(url, sizeof url, "%s/small.txt", getenv("HTTP"));
    async_with (auto s = client_session()) {
        is_gone = true;
        async_with (auto res = client_get(s, url)) {
            printf("%d\n", response_error(res) == -EPIPE || response_error(res) == -ECONNRESET);
        }
        is_gone = false;
        async_with (auto res = client_get(s, url)) {
            printf("%s", await response_read(res));
        }
    }
    return 0;
}
// CHECK: 1
// CHECK-NEXT: hello from nginx
