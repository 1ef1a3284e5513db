// _Float32 … _Float128, their numbers and pointers to them, in an async function.
// REQUIRES: gcc
// RUN: %build %s -o %t && %run %t
#include <async.h>
#include <math.h>

async _Float128 add(_Float128 a, _Float64x b, _Float32 *c)
{
    _Float64 half = 0.5f64, *p = &half;
    _Float32x quarter = 0x1p-2F32x;
    _Complex _Float64 z = 1.0f64 + half * 1.0if;
    _Float32 old = *c;
    await async_yield();
    return a + b + old + *c + *p + quarter + (__real__ z) * 0xf64;
}

async int main(void)
{
    _Float32 c = 1.5f32;
    _Float128 sum = await add(1.25F128, 2.0f64x, &c);
    return sum == 1.25f128 + 2 + 3 + 0.5 + 0.25 + 0xf64 ? 0 : 1;
}
