// Macros of the C library whose bodies are not simple: errno, assert, isdigit, offsetof, va_list, NULL, stdout, INFINITY, signal masks.
// RUN: %build %s -o %t && %run %t | FileCheck %s
#include <async.h>
#undef NDEBUG
#include <assert.h>
#include <ctype.h>
#include <errno.h>
#include <limits.h>
#include <math.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/select.h>
#include <sys/wait.h>

struct s { char c; int i; };
async int give(int x) { await async_yield(); return x; }
async char *text(const char *s) { await async_yield(); return strdup(s); }
static int sum(int n, ...)
{
    va_list list;
    va_start(list, n);
    int s = 0;
    while (n--)
        s += va_arg(list, int);
    va_end(list);
    return s;
}

async int main(void)
{
    errno = await give(ENOENT);
    printf("%d %d\n", errno == ENOENT, isdigit(await give('5')) != 0);
    assert(offsetof(struct s, i) == 4 && await give(1));
    fprintf(stdout, "%d %d\n", isinf(await give(1) ? INFINITY : 0) != 0, WEXITSTATUS(await give(0x300)));
    fd_set set;
    FD_ZERO(&set);
    FD_SET(await give(3), &set);
    sigset_t signals;
    sigemptyset(&signals);
    await async_yield();
    printf("%d %d %d\n", FD_ISSET(3, &set) != 0, FD_ISSET(await give(4), &set), sigismember(&signals, SIGINT));
    char *t = await text("abc");
    printf("%s %zu %d %d\n", t, strlen(t), sum(3, 1, await give(2), 3), await give(INT_MAX) == INT_MAX);
    free(t);
    printf("%s", strcmp(strchr("a=b", await give('=')), "=b") ? "no\n" : "yes\n");
    putc(toupper(await give('x')), stdout);
    puts("");
    if (await give(0))
        abort();
    exit(await give(0));
}
// CHECK: {{^}}1 1
// CHECK-NEXT: {{^}}1 3
// CHECK-NEXT: {{^}}1 0 0
// CHECK-NEXT: {{^}}abc 3 6 1
// CHECK-NEXT: {{^}}yes
// CHECK-NEXT: {{^}}X
