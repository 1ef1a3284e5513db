// A generator function yields its values one by one, to whoever asks for the next; async_for asks until the end.
// RUN: %build %s -o %t && env ASYNC_CLOCK=virtual %run %t | FileCheck %s
#include <async.h>
#include <stdio.h>

async generator(int) count(int n)
{
    for (int i = 0; i < n; i++) {
        if (i % 2)
            await async_sleep(0.1);
        yield i;
    }
}

struct point { double x, y; char name[12]; };

async generator(struct point) points(int n)
{
    struct point p = { 0, 0, "point" };
    while (n-- > 0) {
        p.x += 1;
        p.y += p.x;
        yield p;
        yield (struct point){ -p.x, -p.y, "mirrored" };
    }
}

async generator(const char *) words(void)
{
    yield "one";
    if (await async_join(async_create_task(async_sleep(1)), nullptr) == 0)
        yield "two";
    return;
    yield "never";
}

async generator(int) nothing(void)
{
    await async_yield();
}

async generator(long) summed(generator(int) g)
{
    long sum = 0;
    async_for (int i, g) {
        sum += i;
        yield sum;
    }
}

async int main(void)
{
    // CHECK: 0 1 2 3 4 end
    async_for (int i, count(5))
        printf("%d ", i);
    puts("end");
    // CHECK-NEXT: point 1 1, mirrored -1 -1, point 2 3, mirrored -2 -3,
    async_for (auto p, points(2))
        printf("%s %g %g, ", p.name, p.x, p.y);
    puts("");
    // CHECK-NEXT: one two
    async_for (const char *word, words())
        printf("%s ", word);
    puts("");
    // CHECK-NEXT: none
    async_for (int i, nothing())
        printf("%d\n", i);
    puts("none");
    // CHECK-NEXT: 0 1 3 6
    async_for (const long sum, summed(count(4)))
        printf("%ld ", sum);
    puts("");
    // CHECK-NEXT: 7 1, 8 1, 9 0, 9 0
    generator(int) g = count(2);
    int v = 7;
    for (int i = 0; i < 4; i++) {
        bool more = await async_next(g, i ? nullptr : &v);
        printf("%d %d%s", 7 + (i > 2 ? 2 : i), more, i < 3 ? ", " : "\n");
    }
    await async_generator_close(g);
    return v;
}
