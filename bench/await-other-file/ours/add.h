#include <async.h>

async long add(long a, long b);
