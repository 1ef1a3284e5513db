// Vectors of the compiler's, over-aligned objects, and addresses that must stay aligned.
// RUN: %differ %s
#include <stdint.h>
#include <stdio.h>

typedef int four __attribute__((vector_size(16)));
typedef float eight __attribute__((vector_size(32)));

static four add(four a, four b) { return a + b; }
static int sum(four v) { return v[0] + v[1] + v[2] + v[3]; }

static int is_aligned(const void *p, unsigned to)
{
    return (uintptr_t)p % to == 0;
}

static float scale(float f, int n)
{
    eight v = {f, f * 2, 1};
    for (int i = 0; i < n; i++) {
        v = v * 0.5f + 1;
        v[i % 8] += (float)sum((four){i, n});
    }
    return v[0] + v[1] + v[7];
}

static int aligned(int n)
{
    _Alignas(64) char buffer[65];
    struct { _Alignas(32) int x; char c; } s = {n, 'a'}, t[2] = {s};
    int ok = is_aligned(buffer, 64) + is_aligned(&s, 32) + is_aligned(&t[1], 32);
    for (int i = 0; i < 65; i++)
        buffer[i] = (char)(i + n);
    return ok * 1000 + buffer[64] + (n > 0 ? aligned(n - 1) : 0) + t[0].x + t[1].c;
}

int main(void)
{
    four a = {1, 2, 3, 4}, b = add(a, (four){10, 20, 30, 40});
    b[2] -= sum(a);
    four mask = b > a;
    printf("%d %d %d\n", sum(b), sum(mask), sum(add(b, add(a, a)))); 
    printf("%g\n", (double)scale(2, 9));
    printf("%d\n", aligned(3));
}
