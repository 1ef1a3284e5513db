// One await of a function in another file that does not suspend, against a plain call.
#include "add.h"

#include <stdio.h>
#include <stdlib.h>

async int main(int argc, char **argv)
{
    long rounds = argc > 1 ? atol(argv[1]) : 1000;
    long sum = 0;
    for (long i = 0; i < rounds; i++)
        sum = await add(sum, i);
    printf("%ld\n", sum);
    return 0;
}
