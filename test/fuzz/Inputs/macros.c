#include <async.h>
#define CALL(x) (await slow(x))
#define TWICE CALL(1) + CALL(2)
async int slow(int x);
#line 40 "other.c"
async int m(void)
{
    int a = TWICE, b;
    _Pragma("GCC diagnostic push")
#pragma GCC diagnostic ignored "-Wall"
    const volatile long c = 3; _Atomic int d = 1; register int e = 2; float f[3][2]; union { int i; float f; } u;
    b = sizeof(await slow(1)) + _Alignof(int);
    typeof(await slow(1)) z = TWICE + CALL(a);
    _Alignas(16) int al = 3; __auto_type at = al; auto au = at;
    extern int ext; int proto(int), *ptr, fnp(void);
    if (a) if (b) ; else { } else ;
    { __label__ l; goto l; l: ; }
    d++; u.i = a; f[0][a] = await slow(e);
    ptr = (int[]){ 1, await slow(c), 3 };
    (void)await slow(proto(await slow(await slow(1)))), (void)0;
    __builtin_choose_expr(1, await slow(2), 0);
    return z + d + au + *ptr + ext;
}
%:line 12
