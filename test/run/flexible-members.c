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

struct holder { int n; struct text inner; };

async struct text empty(size_t length)
{
    await async_yield();
    return (struct text){ .length = length };
}

async size_t *length_of(struct text *t)
{
    await async_yield();
    return &t->length;
}

// Locals of such types, which the frame holds beside others.
async size_t locals(void)
{
    struct text a = await empty(1), b = await empty(2);
    struct holder c = { .n = 3, .inner.length = 4 };
    struct text *made = await make("d"), d = *made;
    free(made);
    return *await length_of(&a) + *await length_of(&b) * 10 + (size_t)c.n * 100 + *await length_of(&c.inner) * 1000 + d.length * 10000;
}

async int main(void)
{
    // CHECK: {{^}}14321
    printf("%zu\n", await locals());
    struct text *t = await make("flexible");
    await async_yield();
    t->bytes[await give(0)] = 'F';
    printf("%s %zu\n", t->bytes, t->length);
    free(t);
}
// CHECK-NEXT: {{^}}Flexible 8
