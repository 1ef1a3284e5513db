// load PORT CONNECTIONS REQUESTS: for servers in languages that cannot include load.h. They may wait for it: it ends as
// soon as the process that asks has been started, which does not count as theirs either.
#include "load.h"

int main(int argc, char **argv)
{
    if (argc < 4)
        return 2;
    start_asking(atoi(argv[1]), atoi(argv[2]), atol(argv[3]));
    return 0;
}
