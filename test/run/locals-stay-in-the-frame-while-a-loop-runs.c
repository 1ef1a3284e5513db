// What a loop does not touch comes back behind it, however it is entered and left, and whoever has suspended where.
// RUN: %build %s -o %t && %run %t | FileCheck %s --implicit-check-not=instead
#include <async.h>
#include <stdbool.h>
#include <stdio.h>

static unsigned plan, asked;       // each await asks for a bit of the plan: wait or not

static async int tick(int value)
{
    if (plan >> (asked++ & 15) & 1)
        await async_yield();
    return value;
}

struct pair { int x, y; };

static async long straight(long n, long seed)
{
    const long a = seed + 1;
    long b = a * 3, c = a ^ 5, sum = 0;
    double d = (double)seed / 2;
    bool e = seed & 1;
    struct pair p = { (int)a, (int)b };
    const char *text = e ? "odd" : "even";
    while (sum < n) {
        sum += await tick(1);
        if (sum == 2)
            continue;
        sum += await tick(1);
    }
    return sum + a * 10 + b * 100 + c * 1000 + (long)(d * 2) + e + p.x + p.y + text[0];
}

static async long set_behind_an_await(long n, long seed)
{
    long k = await tick((int)seed);
    long a = k + 1, b = a * 3, c = b ^ seed, d = c + k;
    if (await tick(0))
        a = 7;
    for (long i = await tick(0); i < n; i++) {
        if (await tick((int)i) == 5)
            break;
        seed += i;
    }
    return a + b * 10 + c * 100 + d * 1000 + seed;
}

static async long do_while(long n, long seed)
{
    long a = seed, b = a + 1, c = b * 2, d = 0;
    do
        d += await tick(1);
    while (await tick((int)d) < n);
    a += d;
    do {
        if (await tick((int)d) & 1)
            continue;
        d++;
    } while (d++ < n + 5);
    return a + b * 10 + c * 100 + d * 1000;
}

static async long jumps_out(long n, long seed)
{
    long a = seed, b = a + 1, c = b * 2, d = 3, i = 0;
    for (;; i++) {
        await tick(0);
        if (i == n)
            goto far;
        if (i == 6)
            goto near;
        if (i == 4 && n == 5)
            return a + b + c + d;
        if (i == 9)
            break;
    }
near:
    a += 1000;
far:
    return a + b * 10 + c * 100 + d * 1000 + i;
}

static async long jumps_in(long n, long seed)
{
    long a = seed, b = a + 1, c = b * 2, d = 3, i = 0;
    await tick(0);
    if (seed & 1) {
        a = b = c = d = 9;
        goto inside;
    }
    while (i < n) {
        await tick(0);
inside:
        i += await tick(1);
    }
    return a + b * 10 + c * 100 + d * 1000 + i;
}

static async long runs_again(long n, long seed)
{
    long a = seed, b = a + 1, c = b * 2, d = 3, i, round = 0;
again:
    a += round, b ^= a, c += b;
    for (i = 0; i < n; i++)
        await tick(0);
    d += a + b + c;
    if (round++ < 3)
        goto again;
    for (int outer = 0; outer < 3; outer++) {
        for (i = 0; i < n; i++)
            await tick(0);
        a += b, b += c, c += d;
    }
    for (i = 0; i < n; i++)
        if (await tick((int)i) == 2)
            b = 1;
    return a + b * 10 + c * 100 + d * 1000;
}

static async long changes_some(long n, long seed)
{
    long a = seed, b = a + 1, c = b * 2, d = 3, i;
    struct pair p = { 1, 2 };
    for (i = 0; i < n; i++) {
        await tick(0);
        if (i == 3) {
            (void)(seed == 2 && (a = 50));
            p.y = 7;
            break;
        }
        await tick(0);
    }
    return a + b * 10 + c * 100 + d * 1000 + p.x + p.y;
}

static async long duff(long n, long seed)
{
    long a = seed, b = a + 1, c = b * 2, d = 3, i = 0;
    switch (n & 3) {
    case 0:
        a = 100;
        do {
            i += await tick(1);
            // fall through
    case 3:
            i += await tick(1);
            // fall through
    case 2:
            i += await tick(1);
            // fall through
    case 1:
            i += await tick(1);
        } while (i < n);
    }
    return a + b * 10 + c * 100 + d * 1000 + i;
}

static async long unset(long n, long seed)
{
    long a, b, c, i;
    bool e;
    if (seed > 2)
        a = b = c = seed, e = true;
    for (i = 0; i < n; i++)
        await tick(0);
    return seed > 2 ? a + b * 10 + c * 100 + e : i;
}

static long log_of_defers;

static async long cleans_up(long n, long seed)
{
    long a = seed, b = a + 1, c = b * 2, d = 3, i;
    defer log_of_defers += a + b + c + d;
    a++;
    for (i = 0; i < n; i++) {
        defer log_of_defers += 1;
        if (await tick((int)i) == 3)
            return a + b;
    }
    a++;
    return a + b * 10 + c * 100 + d * 1000 + i;
}

// What the cleanup reads is there when the loop is left by cancellation.
static async long is_cancelled(long seed)
{
    long a = seed, b = a + 1, c = b * 2, d = 3, e = 4, i;
    await async_yield();
    defer log_of_defers += 100 * a;
    for (i = 0; i < 1000; i++) {
        defer log_of_defers += 10 * b;
        await async_yield();
    }
    return a + c * 100 + d * 1000 + e * 10000 + i;
}

static async long parameters(long n, long a, long b, long c, long d)
{
    if (a & 1)
        b = 70;
    await tick(0);
    for (long i = 0; i < n; i++)
        await tick(0);
    d += 5;
    for (long i = 0; i < n; i++)
        await tick(0);
    return a + b * 10 + c * 100 + d * 1000;
}

static async long sizes(int n, int m, int (*grid)[n++])
{
    long a = n, b = m, c = a + b, i;
    for (i = 0; i < m; i++)
        await tick(0);
    return a + b * 10 + c * 100 + n * 1000 + (grid != 0);
}

static async long by_address(long n, long seed)
{
    static void *where[] = { &&inside, &&around };
    long a = seed, b = a + 1, c = b * 2, d = 3, i = 0;
    goto *where[seed & 1];
around:
    a++, b++, c++, d++;
    for (; i < n; i++) {
inside:
        await tick(0);
    }
    return a + b * 10 + c * 100 + d * 1000 + i;
}

static async long breaks_inside(long n, long seed)
{
    long a = seed, b = a + 1, c = b * 2, d = 3, i = 0;
    while (i < n) {
        switch (await tick((int)i)) {
        case 3: {
            i += ({ if (seed & 1) break; 2; });
            break;
        }
        default:
            for (int k = 0; k < 3; k++)
                if (await tick(k) == 1)
                    break;
        }
        i++;
        (void)({ if (i == 7) break; 0; });
    }
    return a + b * 10 + c * 100 + d * 1000 + i;
}

static async generator(long) values(long n, long seed)
{
    long a = seed, b = a + 1, c = b * 2, d = 3;
    for (long i = 0; i < n; i++) {
        yield i;
        await tick(0);
    }
    yield a + b * 10 + c * 100 + d * 1000;
}

static async long of_generator(long n, long seed)
{
    long a = seed, b = a + 1, c = b * 2, sum = 0;
    async_for (long value, values(n, seed))
        sum += value;
    return a + b + c + sum;
}

static async long later_read(long n, long seed)
{
    long a = seed, b = a + 1, c = b * 2, d = 3, i;
    for (i = 0; i < n; i++) {
        await tick(0);
        if (i == 4)
            return a + b + c + d;
    }
    await tick(0);
    for (i = 0; i < n; i++) {
        await tick(0);
        d += c;
    }
    await tick(0);
    return a + b * 10 + c * 100 + d * 1000 + i;
}

// Called, and as a task of its own; what comes of it must not hang on the plan.
#define TRY(call) do { \
        long first = 0; \
        for (unsigned p = 0; p < sizeof plans / sizeof *plans; p++) \
            for (int task = 0; task < 2; task++) { \
                plan = plans[p], asked = 0; \
                long value; \
                if (task) { \
                    future(long) t = async_create_task(call); \
                    value = await t; \
                } else { \
                    value = await call; \
                } \
                if (!p && !task) \
                    first = value; \
                else if (value != first) \
                    printf("plan %x, task %d: %ld instead of %ld\n", plan, task, value, first); \
            } \
        printf("%s: %ld\n", #call, first); \
    } while (0)

async int main(void)
{
    static const unsigned plans[] = { 0, 0xffff, 0xaaaa, 0x5555, 1, 2, 4, 8, 0x10, 0x20, 0x8421, 0xfffe, 0x7fff, 0x0ff0, 0x3c3c };
    TRY(straight(5, 3));                    // CHECK: {{^}}straight(5, 3): 2377{{$}}
    TRY(straight(0, 4));                    // CHECK: {{^}}straight(0, 4): 1675{{$}}
    TRY(set_behind_an_await(4, 2));         // CHECK: {{^}}set_behind_an_await(4, 2): 14201{{$}}
    TRY(set_behind_an_await(9, 3));         // CHECK: {{^}}set_behind_an_await(9, 3): 19637{{$}}
    TRY(do_while(4, 2));                    // CHECK: {{^}}do_while(4, 2): 10636{{$}}
    TRY(jumps_out(3, 2));                   // CHECK: {{^}}jumps_out(3, 2): 3635{{$}}
    TRY(jumps_out(5, 2));                   // CHECK: {{^}}jumps_out(5, 2): 14{{$}}
    TRY(jumps_out(8, 2));                   // CHECK: {{^}}jumps_out(8, 2): 4638{{$}}
    TRY(jumps_out(-1, 2));                  // CHECK: {{^}}jumps_out(-1, 2): 4638{{$}}
    TRY(jumps_in(3, 2));                    // CHECK: {{^}}jumps_in(3, 2): 3635{{$}}
    TRY(jumps_in(3, 3));                    // CHECK: {{^}}jumps_in(3, 3): 10002{{$}}
    TRY(runs_again(3, 2));                  // CHECK: {{^}}runs_again(3, 2): 145065{{$}}
    TRY(runs_again(0, 2));                  // CHECK: {{^}}runs_again(0, 2): 149405{{$}}
    TRY(changes_some(5, 2));                // CHECK: {{^}}changes_some(5, 2): 3688{{$}}
    TRY(changes_some(3, 2));                // CHECK: {{^}}changes_some(3, 2): 3635{{$}}
    TRY(duff(8, 1));                        // CHECK: {{^}}duff(8, 1): 3528{{$}}
    TRY(duff(9, 1));                        // CHECK: {{^}}duff(9, 1): 3430{{$}}
    TRY(duff(11, 1));                       // CHECK: {{^}}duff(11, 1): 3432{{$}}
    TRY(unset(3, 1));                       // CHECK: {{^}}unset(3, 1): 3{{$}}
    TRY(unset(3, 4));                       // CHECK: {{^}}unset(3, 4): 445{{$}}
    TRY(cleans_up(2, 1));                   // CHECK: {{^}}cleans_up(2, 1): 3425{{$}}
    TRY(cleans_up(5, 1));                   // CHECK: {{^}}cleans_up(5, 1): 4{{$}}
    TRY(parameters(3, 1, 2, 3, 4));         // CHECK: {{^}}parameters(3, 1, 2, 3, 4): 10001{{$}}
    TRY(parameters(3, 2, 2, 3, 4));         // CHECK: {{^}}parameters(3, 2, 2, 3, 4): 9322{{$}}
    TRY(sizes(3, 4, 0));                    // CHECK: {{^}}sizes(3, 4, 0): 4844{{$}}
    TRY(by_address(3, 1));                  // CHECK: {{^}}by_address(3, 1): 4535{{$}}
    TRY(by_address(3, 2));                  // CHECK: {{^}}by_address(3, 2): 3635{{$}}
    TRY(breaks_inside(9, 1));               // CHECK: {{^}}breaks_inside(9, 1): 3428{{$}}
    TRY(breaks_inside(6, 2));               // CHECK: {{^}}breaks_inside(6, 2): 3638{{$}}
    TRY(of_generator(4, 2));                // CHECK: {{^}}of_generator(4, 2): 3649{{$}}
    TRY(later_read(4, 2));                  // CHECK: {{^}}later_read(4, 2): 27636{{$}}
    TRY(later_read(6, 2));                  // CHECK: {{^}}later_read(6, 2): 14{{$}}
    printf("defers: %ld\n", log_of_defers);   // CHECK-NEXT: {{^}}defers: 870{{$}}
    for (int turns = 0; turns < 40; turns++) {
        future(long) t = async_create_task(is_cancelled(7));
        for (int i = 0; i < turns; i++)
            await async_yield();
        log_of_defers = 0;
        async_cancel(t);
        if (await async_join(t, nullptr) == 0 || (log_of_defers != 780 && (log_of_defers != 0 || turns > 20)))
            printf("%ld instead of 780\n", log_of_defers);
    }
    return 0;
}
