#include <async.h>
struct async { int async, await, future, yield, defer, generator; };
enum { E1, yield_, defer_ };
enum colour { await1 = 3 };
typedef struct async async_t;
int defer(int yield);
int future(int x) { return x; }
static int yield(void) { return 0; }
struct async x;
struct async *await(struct async *async) { goto await; await: return async; }
int use(struct async *p, int async)
{
    p->async = p->await + x.future;
    x.yield = defer(yield());
    struct async y = { .async = 1, .await = 2, .future = 3, .yield = 4, .defer = 5 };
    int generator = future(3), *await = &async;
    return y.async + async + generator * *await;
}
async future(int) later(int n);
async int f(struct async s, future(int) t) { int defer = 1; s.await = await t; return s.await + await (await later(1)) + defer; }
generator(int) gen(void);
typedef async int fn(int);
fn h1, h2;
async int (*fp(int))(double);
async int (arr)(int a[static 3], char *b);
extern inline async void *vp(void) { return 0; }
