#include <async.h>
int printf(const char *, ...);
static int tr(const char *s, int v) { printf("%s=%d ", s, v); return v; }
async int id(int x) { return x; }
async int slow(int x) { await async_yield(); return x; }
struct big { int a[10]; double d; };
async struct big mk(int n) { struct big b = {{0}, 0.5}; await async_yield(); b.a[3] = n; b.d += n; return b; }
async double dbl(double d) { await async_yield(); return d * 2; }
async void nothing(void) { await async_yield(); }
static async int fact(int n) { if (n <= 1) return 1; return n * await fact(n - 1); }
async int loopy(int n)
{
    int total = 0;
    for (int i = 0; i < n; i++) {
        if (i == 3) continue;
        total += await slow(i);
        if (i == 7) break;
    }
    return total;
}
async int main(void)
{
    struct big b = await mk(7);
    printf("%d %g\n", (await mk(9)).a[3], await dbl(1.5) + await dbl(2));
    future(int) (*h)(int) = slow;
    printf("%d\n", await h(12));
    auto g = await async_gather(slow(1), dbl(3), mk(4));
    auto t = async_create_task(slow(77));
    return await t + g._0 + b.a[0];
}
