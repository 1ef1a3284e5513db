// The same in plain C.
#include <stdio.h>
#include <stdlib.h>

enum { LENGTH = 512 };

__attribute__((noinline)) long look(long n)
{
    if (n < 0)
        putchar(1);
    return n;
}

__attribute__((noinline)) long product(const int *a, const int *b, long rounds)
{
    long sum = 0;
    for (long k = 0; k < rounds; k++) {
        int part = (int)look(k);
        for (int i = 0; i < LENGTH; i++)
            part += a[i] * b[i];
        sum += part;
    }
    return sum;
}

int main(int argc, char **argv)
{
    long count = argc > 1 ? atol(argv[1]) : 100000;
    int a[LENGTH], b[LENGTH];
    for (int i = 0; i < LENGTH; i++) {
        a[i] = i;
        b[i] = 3 * i + 1;
    }
    printf("%ld\n", product(a, b, count / LENGTH));
    return 0;
}
