// A report shows an await whose arguments are macros of a system header on one line, as C.
// RUN: %build %s -o %t && not %run %t 2>&1 | FileCheck %s
#include <async.h>
#include <fcntl.h>

static struct async_event event = ASYNC_EVENT_INIT;

static async int waits(int flags, int more)
{
    await async_event_wait(&event);
    return flags + more;
}

async int main(void)
{
    // CHECK: main ({{.*}}:[[#@LINE+1]]) awaiting waits({{ *[0-9A-Z_]+ *, *[0-9A-Z_]+ *}}| 1)
    return await waits(O_WRONLY, O_CREAT | 1);
}
