// In debug mode a generator that is used after it was closed stops the program, which names both places.
// RUN: %build -Wno-consumed-twice -Wno-lost-handle %s -o %t
// RUN: env ASYNC_CLOCK=virtual ASYNC_DEBUG=1 %run %t | FileCheck %s --check-prefix=LEGAL
// RUN: not --crash env ASYNC_DEBUG=1 %run %t next 2>&1 | FileCheck %s --check-prefix=NEXT
// RUN: not --crash env ASYNC_DEBUG=1 %run %t close 2>&1 | FileCheck %s --check-prefix=CLOSE
// RUN: not --crash env ASYNC_DEBUG=1 %run %t each 2>&1 | FileCheck %s --check-prefix=EACH
#include <async.h>
#include <stdio.h>
#include <string.h>

struct source { generator(int) lines; };

async generator(int) count(int n)
{
    for (int i = 0; i < n; i++)
        yield i;
}

async int work(int n) { await async_yield(); return n; }

async int main(int argc, char **argv)
{
    const char *how = argc > 1 ? argv[1] : "";
    struct source s = { count(3) }, same = s;
    int v = 0, sum = 0;
    if (strcmp(how, "next") == 0) {
        await async_generator_close(s.lines);
        // NEXT: generators-in-debug-mode.c:[[#@LINE+1]]: a generator is used after it was consumed at {{.*}}c:[[#@LINE-1]]
        await async_next(same.lines, &v);
    } else if (strcmp(how, "close") == 0) {
        await async_generator_close(s.lines);
        // CLOSE: c:[[#@LINE+1]]: a generator is used after it was consumed at {{.*}}c:[[#@LINE-1]]
        await async_generator_close(same.lines);
    } else if (strcmp(how, "each") == 0) {
        async_for (int i, s.lines)
            sum += i;
        // EACH: c:[[#@LINE+1]]: a generator is used after it was consumed{{$}}
        await async_next(same.lines, &v);
    }
    await async_generator_close(async_take(s.lines));
    for (int i = 0; i < 3000; i++) {                 // they lie where others have been
        auto g = i % 2 ? count(2) : async_as_completed(work(0), work(1));
        while (await async_next(g, &v))
            sum += v;
        await async_generator_close(g);
    }
    // LEGAL: {{^}}3000
    printf("%d\n", sum);
    return 0;
}
