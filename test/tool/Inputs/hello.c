#include <async.h>
#include <stdio.h>

static async int twice(int n)
{
    await async_yield();
    return 2 * n;
}

async int main(int argc, char **argv)
{
    printf("hello %d", await twice(21));
    for (int i = 1; i < argc; i++)
        printf(" [%s]", argv[i]);
    printf("\n");
    return argc > 1 ? 7 : 0;
}
