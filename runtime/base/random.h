// base/random.h: splitmix64. Any seed will do, also 0; the same seed gives the same run.

#ifndef ASYNC_BASE_RANDOM_H
#define ASYNC_BASE_RANDOM_H

#include <stdint.h>

static inline uint64_t async__random(uint64_t *state)
{
    uint64_t z = *state += 0x9e3779b97f4a7c15;
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9;
    z = (z ^ (z >> 27)) * 0x94d049bb133111eb;
    return z ^ (z >> 31);
}

#endif
