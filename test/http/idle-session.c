// A session without transfers wakes nobody: waiting for what cannot come is a deadlock also beside one.
// REQUIRES: nginx
// RUN: %build %s -o %t && %nginx %t.d %run %t 2>&1 | FileCheck %s
#include <async.h>
#include <async/http.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>

async void work(void)
{
    char url[200];
    snprintf(url, sizeof url, "%s/small.txt", getenv("HTTP"));
    async_with (auto s = client_session()) {
        for (int i = 0; i < 3; i++) {
            async_with (auto res = client_get(s, url)) {
                await response_read(res);
            }
        }
        struct async_event never = ASYNC_EVENT_INIT;
        await async_event_wait(&never);
    }
}

int main(void)
{
    printf("%d\n", async_try_run(work(), nullptr) == -EDEADLK);
    return 0;
}
// CHECK: deadlock
// CHECK: {{^}}1
