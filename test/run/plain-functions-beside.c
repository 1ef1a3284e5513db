// Plain functions of a translated file are untouched: VLAs, nested braces, K&R macros, gotos, inline, statics, attributes, prototypes.
// RUN: %build %s -o %t && %run %t | FileCheck %s
#include <async.h>
#include <stdio.h>

#define DECLARE(name) static int name(int x) { return x + sizeof #name; }
DECLARE(abc)
static inline __attribute__((always_inline)) int vla(int n) { int a[n]; for (int i = 0; i < n; i++) a[i] = i; return a[n - 1] + (int)(sizeof a / sizeof *a); }
__attribute__((constructor)) static void early(void) { printf("early "); }
static int (*table[])(int) = { abc, vla, [2] = abc };
struct forward;
static int use(struct forward *);
struct forward { int x; };
static int use(struct forward *f) { retry: if (f->x++ < 3) goto retry; return f->x; }
static int computed(int x) { void *to[] = { &&a, &&b }; goto *to[x]; a: return 10; b: return 20; }
static future(int) maker(int x);
static int variadic(const char *format, ...) __attribute__((format(printf, 1, 2)));
static int variadic(const char *format, ...) { return format[0]; }
_Thread_local int per_thread = 4;
async int give(int x) { await async_yield(); return x; }
static future(int) maker(int x) { return x ? give(x) : (future(int))0; }
typedef struct { future(int) (*call)(int); } api;
const api the_api = { .call = give };

async int main(void)
{
    printf("%d %d %d %d %d ", table[0](1), table[1](4), use(&(struct forward){ 0 }), computed(1), await maker(5));
    printf("%d %d %d\n", variadic("%d", 1), per_thread, await the_api.call(6));
}
// CHECK: {{^}}early 5 7 4 20 5 37 4 6
