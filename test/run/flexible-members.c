// Structs with flexible members, allocated, live across awaits.
// RUN: %build %s -o %t && %run %t | FileCheck %s
#include <async.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct text { size_t length; char bytes[]; };
async int give(int v) { await async_yield(); return v; }

async struct text *make(const char *s)
{
    size_t n = strlen(s);
    struct text *t = malloc(sizeof *t + n + 1);
    t->length = n;
    for (size_t i = 0; i <= n; i++)
        t->bytes[i] = (char)await give(s[i]);
    return t;
}

async int main(void)
{
    struct text *t = await make("flexible");
    await async_yield();
    t->bytes[await give(0)] = 'F';
    printf("%s %zu\n", t->bytes, t->length);
    free(t);
}
// CHECK: {{^}}Flexible 8
