// Bodies without braces, empty ones, declarations after labels, labels at the end of blocks.
// RUN: %build %s -o %t && %run %t | FileCheck %s
#include <async.h>
#include <stdio.h>

async int give(int x) { await async_yield(); return x; }
#pragma GCC diagnostic ignored "-Wdangling-else"
async void put(int x) { await async_yield(); printf("%d ", x); }

async int main(void)
{
    if (await give(1)) await put(1); else await put(2);
    if (!await give(1)) await put(1); else await put(2);
    for (int i = 0; i < 2; i++) await put(i);
    int n = 2;
    while (n--) await put(n);
    do await put(9); while (await give(0));
    switch (await give(2)) case 2: await put(7);
    for (int i = 0; i < 2; i++) if (i) for (int j = 0; j < 2; j++) if (j) await put(i * 10 + j); else await put(5);
    if (await give(0))
        ;
    else if (await give(1))
        for (int i = await give(3); i; i--)
            ;
    ;;
    {}
    { ; }
    for (; await give(0); )
        ;
label:
    int declared = await give(n + 2);
    await put(declared);
    if (n++ < 0)
        goto label;
    {
        if (n)
            goto end;
        await put(1000);
end:;
    }
    puts("");
}
// CHECK: {{^}}1 2 0 1 1 0 9 7 5 11 1 2 {{$}}
