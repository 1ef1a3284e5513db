#include "add.hpp"

task<long> add(long a, long b)
{
    co_return a + b;
}
