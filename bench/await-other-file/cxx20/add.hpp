#include "cxx20.hpp"

task<long> add(long a, long b);
