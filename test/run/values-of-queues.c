// A queue carries values of any type that an object can have, and nothing at all; they may be awaited where they are put.
// RUN: %build %s -o %t && env ASYNC_CLOCK=virtual %run %t | FileCheck %s
#include <async.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

struct pair { short a; double b; };
struct large { char text[100]; int lines[7]; };
struct aligned { _Alignas(64) int value; };
union word { int i; float f; };
struct nested { struct { int x[2]; struct pair p; } in; };
struct nothing { };
enum number { NEGATIVE = -1, THREE = 3 };
typedef int callback(int);

static int plus_one(int n) { return n + 1; }

async int twice(int n)
{
    await async_yield();
    return 2 * n;
}

// What comes out is what went in, through the queue and handed over to one that waits already.
#define CARRY(T, format, member, ...) \
    do { \
        async_queue(T) q = async_queue_new(T, 0); \
        typeof(T) first, second, third; \
        auto waiting = async_create_task(async_queue_get(q, &first)); \
        await async_sleep(1); \
        int errors = await async_queue_put(q, __VA_ARGS__) | await waiting; \
        errors |= async_queue_try_put(q, __VA_ARGS__) | await async_queue_get(q, &second); \
        errors |= await async_create_task(async_queue_put(q, __VA_ARGS__)) | async_queue_try_get(q, &third); \
        printf("%d " format " " format " " format "\n", errors, first member, second member, third member); \
        async_queue_free(q); \
    } while (0)

async void scalars(void)
{
    // CHECK: {{^}}0 -3 -3 -3
    CARRY(int, "%d", , -3);
    // CHECK-NEXT: {{^}}0 255 255 255
    CARRY(unsigned char, "%d", , 255);
    // CHECK-NEXT: {{^}}0 0.5 0.5 0.5
    CARRY(double, "%g", , 0.5);
    // CHECK-NEXT: {{^}}0 1.25 1.25 1.25
    CARRY(long double, "%Lg", , 1.25L);
    // CHECK-NEXT: {{^}}0 text text text
    CARRY(const char *, "%s", , "text");
    // CHECK-NEXT: {{^}}0 8 8 8
    CARRY(callback *, "%d", (7), plus_one);
    // CHECK-NEXT: {{^}}0 6 6 6
    CARRY(int, "%d", , await twice(3));
    // CHECK-NEXT: {{^}}0 3 3 3
    CARRY(enum number, "%d", , THREE);
}

async void structs(void)
{
    // CHECK-NEXT: {{^}}0 2.5 2.5 2.5
    CARRY(struct pair, "%g", .b, { 1, 2.5 });
    // CHECK-NEXT: {{^}}0 4 4 4
    CARRY(struct pair, "%g", .b, { .b = await twice(2) });
    // CHECK-NEXT: {{^}}0 abc abc abc
    CARRY(struct large, "%s", .text, { "abc", { 1, 2, 3 } });
    // CHECK-NEXT: {{^}}0 3 3 3
    CARRY(struct large, "%d", .lines[2], (struct large){ "abc", { 1, 2, 3 } });
    // CHECK-NEXT: {{^}}0 9 9 9
    CARRY(struct aligned, "%d", .value, { 9 });
    // CHECK-NEXT: {{^}}0 5 5 5
    CARRY(union word, "%d", .i, { .i = 5 });
    // CHECK-NEXT: {{^}}0 2 2 2
    CARRY(struct nested, "%d", .in.x[1], { { { 1, 2 }, { 3, 4 } } });
}

async void nothings(void)
{
    async_queue(void) q = async_queue_new(void, 2);
    auto waiting = async_create_task(async_queue_get(q, nullptr));
    await async_sleep(1);
    await async_queue_put(q);
    int error = await waiting;
    await async_queue_put(q);
    async_queue_try_put(q);
    async_queue_try_put(q);
    // CHECK-NEXT: {{^}}0 2 0
    printf("%d %zu %d\n", error, async_queue_size(q), await async_queue_get(q, nullptr));
    async_queue_free(q);
    async_queue(struct nothing) empty = async_queue_new(struct nothing, 0);
    struct nothing none;
    // CHECK-NEXT: {{^}}0 0 0
    printf("%d %d %zu\n", await async_queue_put(empty, { }), async_queue_try_get(empty, &none), async_queue_size(empty));
    async_queue_free(empty);
}

struct owner { async_queue(struct pair) pairs; };

static async_queue(struct pair) queue_of(struct owner *owner) { return owner->pairs; }

async void through_members(void)
{
    struct owner owner = { async_queue_new(struct pair, 1) };
    defer async_queue_free(owner.pairs);
    struct pair pair = { 3, 4 };
    await async_queue_put(owner.pairs, pair);
    pair.a = 0;
    await async_queue_get(queue_of(&owner), &pair);
    // CHECK-NEXT: {{^}}3
    printf("%d\n", pair.a);
    async_queue_try_put(queue_of(&owner), pair);
    // A place of null drops the value.
    await async_queue_get(owner.pairs, nullptr);
    async_queue_try_put(owner.pairs, { 5, 6 });
    // CHECK-NEXT: {{^}}0 -11
    printf("%d ", async_queue_try_get(owner.pairs, 0));
    printf("%d\n", async_queue_try_get(owner.pairs, 0));
}

async void in_place(void)
{
    // An over-aligned place is written where it is.
    async_queue(struct aligned) q = async_queue_new(struct aligned, 0);
    struct aligned values[2] = { { 1 }, { 2 } };
    await async_queue_put(q, values[1]);
    await async_queue_put(q, values[0]);
    await async_queue_get(q, &values[0]);
    await async_queue_get(q, &values[1]);
    // CHECK-NEXT: {{^}}2 1 0
    printf("%d %d %d\n", values[0].value, values[1].value, (int)((uintptr_t)&values[1] % 64));
    async_queue_free(q);
}

async int main(void)
{
    await scalars();
    await structs();
    await nothings();
    await through_members();
    await in_place();
    // CHECK-NEXT: end
    puts("end");
    return 0;
}
