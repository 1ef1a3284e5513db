// A program of several files: one that awaits, one with the functions that are awaited, and one of plain C.
//
//     asyncc run examples/11-several-files/*.c           translate, compile, link and run
//     asyncc gcc -O2 examples/11-several-files/*.c       or as one compiles any program
//     make -C examples/11-several-files                  or with make
#include <async.h>
#include <stdio.h>

#include "kitchen.h"
#include "table.h"

async int main(void)
{
    lay_table();                                // a plain function, which starts something async
    auto r = await async_gather(boil_eggs(2), toast("rye", 3));
    printf("breakfast with %d eggs\n", r._0);
    return 0;
}
