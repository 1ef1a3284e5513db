// Where a program's streams lead, where it starts and what its environment is.
// RUN: rm -rf %t.dir && mkdir %t.dir && %build %s -o %t && %run %t %t.dir | FileCheck %s
#define _GNU_SOURCE
#include <async.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <sys/types.h>
#include <unistd.h>

async void shell(const char *script, const struct async_subprocess_options *options)
{
    char line[128];
    fflush(stdout);
    async_with (auto p = async_subprocess_exec((const char *const[]){ "sh", "-c", script, nullptr }, options)) {
        while (await async_stream_readline(async_process_stdout(p), line, sizeof line) > 0)
            printf("got %s", line);
        printf("%d\n", await async_process_wait(p));
    }
}

async int main(int argc, char **argv)
{
    (void)argc;
    char *environment[] = { "PATH=/usr/bin:/bin", "COLOUR=blue", nullptr };
    await shell("echo a; echo b >&2", &(struct async_subprocess_options){ .error = ASYNC_STDOUT });
    // CHECK: got a
    // CHECK-NEXT: got b
    // CHECK-NEXT: 0
    await shell("echo straight", &(struct async_subprocess_options){ .output = ASYNC_INHERIT });
    // CHECK-NEXT: {{^}}straight
    // CHECK-NEXT: 0
    await shell("cat; echo $COLOUR; basename `pwd`", &(struct async_subprocess_options){
        .input = ASYNC_DEVNULL, .directory = argv[1], .environment = environment });
    // CHECK-NEXT: got blue
    // CHECK-NEXT: got process-options.c.tmp.dir
    // CHECK-NEXT: 0
    int file = open(argv[1], O_TMPFILE | O_RDWR, 0600);
    if (file < 0 || write(file, "from a file\n", 12) != 12)
        return 1;
    lseek(file, 0, SEEK_SET);
    await shell("cat", &(struct async_subprocess_options){ .input = file });
    // CHECK-NEXT: got from a file
    // CHECK-NEXT: 0
    async_with (auto p = async_subprocess_exec((const char *const[]){ "true", nullptr },
                                               &(struct async_subprocess_options){ .directory = "/there/is/none" }))
        printf("%d\n", async_process_error(p) == -ENOENT);
    // CHECK-NEXT: 1
    async_with (auto p = async_subprocess_exec((const char *const[]){ "true", nullptr }, &(struct async_subprocess_options){ .input = -9 }))
        printf("%d\n", async_process_error(p) == -EINVAL);
    // CHECK-NEXT: 1
    close(file);
    return 0;
}
