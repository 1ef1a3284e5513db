// The size of a local that lives in the frame is that of the object, or unknown: what fits is never refused.
// RUN: %asyncc gcc -O2 -D_FORTIFY_SOURCE=2 %s -o %t && %t | FileCheck %s
// RUN: %asyncc clang-19 -O2 -D_FORTIFY_SOURCE=3 %s -o %t && %t | FileCheck %s
#include <async.h>
#include <stdio.h>
#include <string.h>

struct pair {
    char first[8], second[16];
};

static void check(const char *what, size_t is, size_t should)
{
    if (is != should && is != (size_t)-1)
        printf("%s: %zu, not %zu\n", what, is, should);
}

async int main(int argc, char **)
{
    char text[10], other[100] = "";
    struct pair pair = {};
    await async_yield();
    check("array", __builtin_object_size(text, 0), 10);
    check("behind its beginning", __builtin_object_size(text + 3, 1), 7);
    check("member", __builtin_object_size(pair.first, 1), 8);
    check("whole", __builtin_object_size(pair.first, 0), 24);
    memcpy(text, "123456789", sizeof text);
    strcpy(other, text);
    memset(&pair, argc, sizeof pair);
    await async_yield();
    char *p = argc > 3 ? other : text;
    memcpy(p, other, strlen(text) + 1);
    memcpy(other + 50, &pair, sizeof pair);
    snprintf(text, sizeof text, "%s", other);
    await async_yield();
    int many[argc + 3];
    memset(many, 0, sizeof many);
    await async_yield();
    memset(many, 1, sizeof many);
    // CHECK-NOT: not
    // CHECK: 123456789 1
    printf("%s %d\n", text, many[argc] == many[0]);
    return other[50] - argc;
}
