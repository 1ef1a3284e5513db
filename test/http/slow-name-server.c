// A request that is cancelled while a name is looked up ends at once: nobody waits for the name server.
// REQUIRES: nginx
// RUN: %build %s -o %t && %nginx %t.d %run %t | FileCheck %s
#include <async.h>
#include <async/http.h>
#include <netdb.h>
#include <stdio.h>
#include <unistd.h>

// libcurl asks this one, in a thread.
int getaddrinfo(const char *host, const char *service, const struct addrinfo *hints, struct addrinfo **list)
{
    (void)host, (void)service, (void)hints, (void)list;
    usleep(1500000);
    return EAI_NONAME;
}

async int main(void)
{
    double begin = async_loop_time();
    async_with (auto s = client_session()) {
        async_timeout (0.02)
            await response_close(await client_get(s, "http://slow.invalid/"));
        else
            puts("no name in time");
    }
    printf("at once: %d\n", async_loop_time() - begin < 1);
    fflush(stdout);
    _exit(0);                      // the thread still sleeps
}
// CHECK: no name in time
// CHECK-NEXT: at once: 1
