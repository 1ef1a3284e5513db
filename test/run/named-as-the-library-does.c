// An async function may have the name of one that compilers know, with its type: they warn of nothing.
// RUN: %build %s -o %t && %run %t | FileCheck %s
#include <async.h>

async void exit(int status) __attribute__((weak));         // of another file
static async int puts(const char *text);

static async int abs(int n)
{
    await async_yield();
    return n < 0 ? -n : n;
}

async double floor(double x);

async double floor(double x)
{
    await async_yield();
    return (int)x;
}

static async int index(int n)
{
    __builtin_printf("%s %d\n", __func__, n);
    return n;
}

future(int) (*write_line)(const char *) = puts;

static async int puts(const char *text)
{
    await async_yield();
    return __builtin_printf("<%s>\n", text);
}

async int main(int argc, char **argv)
{
    if (argc > 5)
        await exit(argc);
    // CHECK: index 3
    await index(3);
    // CHECK: 7 2.0
    __builtin_printf("%d %.1f\n", await abs(-7), await floor(2.5));
    // CHECK: <done>
    await write_line("done");
    return !argv;
}
