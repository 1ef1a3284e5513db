// fail.c: what a test wants to go wrong, and word that it has.
//
//     ASYNC_FAIL=alloc:7            the 7th allocation of the process fails                        (alloc.c)
//     ASYNC_FAIL=await:7            the task that waits as the 7th is asked to stop there          (core/provoke.c)
//     ASYNC_FAIL=main:7             the same, but only the waits of the task that is run count
//     …:7+                          the 7th and all that follow
//     ASYNC_FAIL_REACHED=file       gets a line, `main:7 …`, when there was a 7th
//
// A loop over all numbers ends when the file stays as it was. It is a file and no descriptor, since a program may close or
// reuse what it has not opened itself.

#define _GNU_SOURCE

#include "base/fail.h"

#include <fcntl.h>
#include <stdio.h>
#include <unistd.h>

bool async__fail_counts(void)
{
    static uint64_t count;
    const struct async__fail *fail = &async__options.fail;
    uint64_t number = __atomic_add_fetch(&count, 1, __ATOMIC_RELAXED);
    return number == fail->number || (number > fail->number && fail->is_onward);
}

void async__fail_tell(const char *where)
{
    const struct async__fail *fail = &async__options.fail;
    char line[512];
    if (!fail->reached)
        return;
    int length = snprintf(line, sizeof line - 1, "%s%s%s", fail->text, *where ? " " : "", where);
    if (length > (int)sizeof line - 2)
        length = sizeof line - 2;
    line[length++] = '\n';
    int fd = open(fail->reached, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
    if (fd < 0)
        return;
    if (write(fd, line, (size_t)length) < 0) {
        // Nobody is there to be told.
    }
    close(fd);
}
