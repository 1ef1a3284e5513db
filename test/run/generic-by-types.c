// An association of _Generic that awaits is chosen as C chooses it, by types however they are named.
// RUN: %build %s -o %t && %run %t | FileCheck %s
#include <async.h>
#include <stdio.h>

typedef int number;
typedef number (*function)(number);
typedef struct {
    int a;
} record;

async int give(int x)
{
    await async_yield();
    return x;
}

async double give_double(double x)
{
    await async_yield();
    return x;
}

async record give_record(int x)
{
    await async_yield();
    return (record){ x };
}

async void nothing(void)
{
    await async_yield();
    puts("nothing");
}

static int twice(int x)
{
    return 2 * x;
}

#define VALUE(x) _Generic((x), number: await give(x), double: await give_double(x), default: 0)
#define KIND(x) _Generic((x), number: (await give(1), "number"), long: "long", char *: "string", future(int): "future", \
                         generator(int): (await give(2), "generator"), record: "record", default: "unknown")

async int main(void)
{
    number n = 3;
    double d = 1.5;
    const number fixed = 9;
    long l = 4;
    record r = { 7 };
    char text[4] = "abc";
    int list[2] = { 1, 2 };
    enum color { RED, GREEN } color = GREEN;
    struct local { int q; } local = { 5 };
    // CHECK: 3 1.5 9 0
    printf("%d %g %d %d\n", VALUE(n), VALUE(d), VALUE(fixed), VALUE(l));
    // CHECK-NEXT: 3 5
    printf("%d ", _Generic(r, record: await give_record(3), struct local: local).a);
    printf("%d\n", _Generic(local, record: await give_record(3), struct local: (await give(1), local)).q);
    // CHECK-NEXT: number string record 6
    printf("%s %s %s ", KIND(await give(1)), KIND(text), KIND(await give_record(1)));
    printf("%d\n", _Generic(await give(5), number: await give(6), double: await give_double(2.0)));
    // CHECK-NEXT: nothing
    _Generic(n, number: await nothing(), double: (void)0);
    // CHECK-NEXT: 8 2 33 1
    printf("%d ", _Generic(twice, function: await give(twice(4)), default: 1));
    printf("%d ", _Generic(list, number *: await give(list[1]), const number *: await give(100)));
    printf("%d ", _Generic(&n, number const *: await give(1),
                           number *: await give(_Generic(color, enum color: await give(33), double: await give(44)))));
    printf("%d\n", _Generic((unsigned char)1, unsigned char: await give(1), char: await give(2), signed char: await give(3)));
    int v = _Generic(l, number: ({ puts("no"); await give(1); }), long: ({ if (n != 3) goto out; await give(2); }));
out:
    n = 5;
    // What stands left of an await is read before it.
    n = _Generic(n, int: n, default: 0) + await give((n = 2)) + _Generic(n, int: n + 1, default: 0);
    typeof(_Generic(n, number: await give(1), double: 2.0)) same = 3;
    _Generic(n, number: list, double: text)[await give(0)] = await give(8);
    // CHECK-NEXT: 2 10 3 4 8
    printf("%d %d %d %zu %d\n", v, n, same, sizeof _Generic(n, number: await give_record(1), double: await give(1)), list[0]);
}
