#include "cxx20.hpp"

enum { LENGTH = 512 };

static task<long> look(long n)
{
    if (n < 0)
        co_await yield_now();
    co_return n;
}

static task<long> product(const int *a, const int *b, long rounds)
{
    long sum = 0;
    for (long k = 0; k < rounds; k++) {
        int part = (int)co_await look(k);
        for (int i = 0; i < LENGTH; i++)
            part += a[i] * b[i];
        sum += part;
    }
    co_return sum;
}

int main(int, char **argv)
{
    int a[LENGTH], b[LENGTH];
    for (int i = 0; i < LENGTH; i++) {
        a[i] = i;
        b[i] = 3 * i + 1;
    }
    printf("%ld\n", run(product(a, b, atol(argv[1]) / LENGTH)));
}
