#include "cxx20.hpp"

static task<long> mix(long count, long seed)
{
    long a = seed, b = a + 1, c = b * 3, d = c ^ a, e = d + 5, f = e * 7, g = f ^ 11, h = g + a;
    long i = h * 3, j = i ^ b, k = j + c, l = k * 5, m = l ^ d, n = m + e, sum = 0, done = 0;
    while (done < count) {
        co_await yield_now();
        done++;
        sum += done;
    }
    co_return sum + (a ^ b ^ c ^ d ^ e ^ f ^ g ^ h ^ i ^ j ^ k ^ l ^ m ^ n);
}

int main(int argc, char **argv)
{
    printf("%ld\n", run(mix(atol(argv[1]), argc)));
}
