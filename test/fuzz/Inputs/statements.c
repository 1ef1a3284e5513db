#include <async.h>
async int slow(int x);
async void nothing(void);
int tr(const char *s, int v);
void nothing_(int *);
async int conds(int a, int b)
{
    int r = 0;
    if (await slow(a) && await slow(b)) r |= 1;
    if (await slow(a) || await slow(b)) r |= 2; else r = 3;
    r |= (await slow(a) ? await slow(4) : await slow(8));
    r += await slow(a) ?: 3;
    while (await slow(r) < 20) r += 3;
    do { r++; if (r == 25) continue; } while (await slow(r) < 30);
    for (int i = await slow(0); await slow(i) < 3; i += await slow(1)) r += i;
    switch (await slow(a)) { case 0: r += 100; break; case 1 ? 2 : 3: r += await slow(1000); [[fallthrough]]; default: r += 10000; }
    for (;;) { if (await slow(1)) break; else continue; }
    return r;
}
async int order(void)
{
    int x = tr("a", 1) + tr("b", 2) * await slow(tr("c", 3)) - tr("d", 4);
    int a[4] = { tr("e", 1), await slow(tr("f", 2)), tr("g", 3) };
    struct { int p; int q : 3; } s = { .q = await slow(5), .p = tr("h", 6) };
    int i = 0;
    a[i++] += await slow(i * 10);
    a[i] = a[0] + await slow(7), s.q = await slow(3);
    int *p = &a[2];
    *p++ = await slow(99);
    return x + s.p + *p;
}
async int stmtexpr(int n)
{
    int r = ({ int t = await slow(n); t * 2; }) + ({ int u = 3; u; });
    return r;
}
async int gotos(int n)
{
    int c = 0; static int k; typedef int T;
again: __attribute__((unused));
    c += await slow(1);
    if (c < n) goto again;
    void *l = &&out; goto *l;
out:
    return c + k + 3 + _Generic(n, int: await slow(1));
}
async int duff(int n)
{
    int c = 0, k = (n + 3) / 4;
    switch (n % 4) {
    case 0: do { c += await slow(1);
    case 3: c += await slow(1);
    case 2: c += await slow(1);
    case 1: c += await slow(1);
            } while (--k > 0);
    }
    asm volatile("" : "+r"(c) : : "memory");
    struct pt { int x, y; } *q = &(struct pt){ await slow(1), 2 };
    return c + q->x;
}
