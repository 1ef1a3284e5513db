// A suspension over which 16 locals are needed; 2 of them change.
#include <async.h>
#include <stdio.h>
#include <stdlib.h>

__attribute__((noinline)) async long mix(long count, long seed)
{
    long a = seed, b = a + 1, c = b * 3, d = c ^ a, e = d + 5, f = e * 7, g = f ^ 11, h = g + a;
    long i = h * 3, j = i ^ b, k = j + c, l = k * 5, m = l ^ d, n = m + e, sum = 0, done = 0;
    while (done < count) {
        await async_yield();
        done++;
        sum += done;
    }
    return sum + (a ^ b ^ c ^ d ^ e ^ f ^ g ^ h ^ i ^ j ^ k ^ l ^ m ^ n);
}

async int main(int argc, char **argv)
{
    printf("%ld\n", await mix(argc > 1 ? atol(argv[1]) : 100000, argc));
    return 0;
}
