// The words of the language stay names where C has names, in the output too.
// RUN: %asyncc --cc=gcc %s -o %t.c && %cc -fsyntax-only %t.c
// RUN: %asyncc-cc -c %s -o %t.o
#include <async.h>
struct async { int async, await, future, yield, defer, generator; };
struct async *await(struct async *async) { goto await; await: return async; }
int defer(int yield) { return yield; }
int future(int x) { return x; }
static int yield(void) { return 0; }
int use(struct async *p)
{
    p->async = p->await + future(p->future) + defer(yield());
    int generator = future(3), *await = &generator;
    return generator * *await;
}
async int later(int n);
async int g(struct async s, int yield)
{
    int defer = 1;
    for (int future = 0; future < 3; future++)
        yield += await later(future) + defer;
    s.await = await later(yield);
    return s.await + yield + defer;
}
