// With -include async.h a source needs no other line for it, and what it becomes needs no such option.
// RUN: %asyncc --cc=gcc -include async.h %s -o %t.c
// RUN: gcc -std=gnu2x -Wall -Wextra -Werror -I%source/include -fsyntax-only %t.c
async int f(void);

async int g(void)
{
    return await f();
}
