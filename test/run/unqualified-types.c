// typeof_unqual is known, whatever the compiler is.
// RUN: %build %s -o %t && %run %t | FileCheck %s
#include <async.h>
#include <stdio.h>

struct record { int a; };
const struct record constant = { 3 };
typeof_unqual(constant) global;

async int wait_for(typeof_unqual(const int) n)
{
    await async_yield();
    return n++;
}

async int main(void)
{
    const int k = await wait_for(2);
    typeof_unqual(k) i = k;
    typeof_unqual(constant) r = { await wait_for(4) };
    const char *const p = "abc";
    typeof_unqual(p) q = p;
    typeof_unqual(const volatile char) c = 'x';
    typeof_unqual(*q) *z = &c;
    await async_yield();
    i++, r.a++, q++, c++, global.a = (typeof_unqual(k)){ 7 };
    // CHECK: 3 5 bc y y 7
    printf("%d %d %s %c %c %d\n", i, r.a, q, c, *z, global.a);
    return 0;
}
