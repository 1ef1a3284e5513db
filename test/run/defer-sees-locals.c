// What a deferred statement reaches by an address is still there while it waits, also what was declared behind it.
// RUN: %build %s -o %t && %run %t | FileCheck %s
#include <async.h>
#include <stdio.h>
#include <string.h>

async int length(const char *text)
{
    await async_yield();
    return (int)strlen(text);
}

async void show(int n)
{
    const char *text = "?";
    int late = 0;
    defer { printf("%s %d %d\n", text, await length(text), late); }
    char array[20];
    snprintf(array, sizeof array, "array%d", n);
    text = array;
    char variable[n];
    if (n > 3) {
        memset(variable, 'v', (size_t)n);
        variable[n - 1] = 0;
        text = variable;
    }
    int counted = n;
    for (; counted < 5; counted++)
        await async_yield();
    late = counted;
}

async int main(void)
{
    await show(2);
    await show(9);
    // CHECK: array2 6 5
    // CHECK-NEXT: vvvvvvvv 8 9
    return 0;
}
