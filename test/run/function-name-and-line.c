// __func__, __LINE__ and __FILE__ mean what they mean in the source, before and after awaits.
// RUN: %build %s -o %t && %run %t | FileCheck %s
#include <async.h>
#include <stdio.h>
#include <string.h>

async int give(int v) { await async_yield(); return v; }

async const char *named(void)
{
    const char *before = __func__;
    await async_yield();
    return before == __func__ ? __PRETTY_FUNCTION__ : "different";
}

async int main(void)
{
    printf("%s %s %s %s\n", await named(), __func__, __FUNCTION__, __PRETTY_FUNCTION__);
    int a = __LINE__, b = await give(__LINE__), c = await give(1) +
        __LINE__;
    printf("%d %d %d %d\n", a, b, c, __LINE__);
    printf("%d %zu\n", strstr(__FILE__, "function-name-and-line.c") != NULL, sizeof __func__);
}
// CHECK: {{^}}named main main main
// CHECK-NEXT: {{^}}19 19 21 21
// CHECK-NEXT: {{^}}1 5
