#include "cxx20.hpp"

enum { LENGTH = 4096 };

static task<long> look(long n)
{
    if (n < 0)
        co_await yield_now();
    co_return n & 7;
}

static task<long> change(unsigned char *text, long rounds)
{
    long sum = 0;
    for (long k = 0; k < rounds; k++) {
        int key = (int)co_await look(k);
        for (int i = 0; i < LENGTH; i++)
            text[i] = (unsigned char)((text[i] ^ key) + 3);
        sum += text[k % LENGTH];
    }
    co_return sum;
}

int main(int, char **argv)
{
    unsigned char text[LENGTH];
    std::fill(text, text + LENGTH, 'x');
    printf("%ld\n", run(change(text, atol(argv[1]) / LENGTH)));
}
