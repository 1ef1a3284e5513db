// The same.
#include "cxx20.hpp"

task<long> get(long key);

task<long> three(long a)
{
    long x = co_await get(a);
    long y = co_await get(a + x);
    co_return x + y + co_await get(a ^ y);
}
