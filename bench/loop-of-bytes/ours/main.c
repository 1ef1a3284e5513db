// Bytes of a text are changed between awaits that do not suspend, per byte.
#include <async.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { LENGTH = 4096 };

__attribute__((noinline)) async int look(long n)
{
    if (n < 0)
        await async_yield();
    return (int)(n & 7);
}

__attribute__((noinline)) async long change(unsigned char *text, long rounds)
{
    long sum = 0;
    for (long k = 0; k < rounds; k++) {
        int key = await look(k);
        for (int i = 0; i < LENGTH; i++)
            text[i] = (unsigned char)((text[i] ^ key) + 3);
        sum += text[k % LENGTH];
    }
    return sum;
}

async int main(int argc, char **argv)
{
    long count = argc > 1 ? atol(argv[1]) : 100000;
    unsigned char text[LENGTH];
    memset(text, 'x', sizeof text);
    printf("%ld\n", await change(text, count / LENGTH));
    return 0;
}
