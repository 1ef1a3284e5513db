// A dot product of 512 integers between two awaits that do not suspend, per element.
#include <async.h>
#include <stdio.h>
#include <stdlib.h>

enum { LENGTH = 512 };

__attribute__((noinline)) async long look(long n)
{
    if (n < 0)
        await async_yield();
    return n;
}

__attribute__((noinline)) async long product(const int *a, const int *b, long rounds)
{
    long sum = 0;
    for (long k = 0; k < rounds; k++) {
        int part = (int)await look(k);
        for (int i = 0; i < LENGTH; i++)
            part += a[i] * b[i];
        sum += part;
    }
    return sum;
}

async int main(int argc, char **argv)
{
    long count = argc > 1 ? atol(argv[1]) : 100000;
    int a[LENGTH], b[LENGTH];
    for (int i = 0; i < LENGTH; i++) {
        a[i] = i;
        b[i] = 3 * i + 1;
    }
    printf("%ld\n", await product(a, b, count / LENGTH));
    return 0;
}
