// The macros take exactly what they say: other types are errors in the line that calls them.
// RUN: %cc -Wpedantic -fsyntax-only %s
// RUN: not %cc -fsyntax-only -DWRONG=1 %s
// RUN: not %cc -fsyntax-only -DWRONG=2 %s
// RUN: not %cc -fsyntax-only -DWRONG=3 %s
// RUN: not %cc -fsyntax-only -DWRONG=4 %s
// RUN: not %cc -fsyntax-only -DWRONG=5 %s
// RUN: not %cc -fsyntax-only -DWRONG=6 %s
// RUN: not %cc -fsyntax-only -DWRONG=7 %s
// RUN: not %cc -fsyntax-only -DWRONG=8 %s
// RUN: not %cc -fsyntax-only -DWRONG=9 %s
// RUN: not %cc -fsyntax-only -DWRONG=10 %s
// RUN: not %cc -fsyntax-only -DWRONG=11 %s
// RUN: not %cc -fsyntax-only -DWRONG=12 %s

#include <async/plain.h>

struct s { int a, b; };
future(int) f(int);
future(void) v(void);
future(struct s) s(void);
future(int (*)(int)) fp(void);
generator(int) g(void);
void called(void *);

void right(async_promise(struct s) p, async_promise(void) q, async_promise(int (*)(int)) r);
void right(async_promise(struct s) p, async_promise(void) q, async_promise(int (*)(int)) r)
{
    int i;
    struct s value;
    int (*function)(int) = 0;
    async_run(f(1));
    async_run(v());
    value = async_run(s());
    function = async_run(fp());
    async_try_run(f(1), &i);
    async_try_run(f(1), (void *)0);
    async_try_run(v(), (void *)0);
    async_void none;
    async_try_run(v(), &none);
    future(int) t = async_create_task(f(2));
    future(struct s) u = async_start(s());
    async_release(async_join(async_retain(t), &i));
    async_release(async_wait(t));
    async_cancel(u);
    __extension__ __auto_type many = async_gather(t, u, v(), fp());
    __extension__ __auto_type all = async_run(many);
    i = all._0;
    value.b = all._1.b;
    none = all._2;
    function = all._3;
    future(int) fs[3] = { 0 };
    int is[3];
    async_run(async_gather_array(fs, 3, is));
    generator(int) stream = async_as_completed(f(1), f(2), t);
    async_run(async_next(stream, &i));
    async_run(async_next(stream, (void *)0));
    async_run(async_generator_close(stream));
    async_resolve(p, value);
    async_resolve(q);
    async_resolve(r, function);
    async_release(async_take(t));
    (void)none;
    __extension__ __auto_type big = async_gather(f(1), f(2), f(3), f(4), f(5), f(6), f(7), f(8), f(9), f(10), f(11), f(12), f(13), f(14),
        f(15), f(16), f(17), f(18), f(19), f(20), f(21), f(22), f(23), f(24), f(25), f(26), f(27), f(28), f(29), f(30),
        f(31), f(32));
    i = async_run(big)._31;
    __extension__ __auto_type deep = async_create_task(async_gather(async_gather(async_gather(f(1), v()), s()), f(2)));
    i = async_run(deep)._0._0._0;
}

void wrong(async_promise(int) p, async_promise(void) q, int *ip, double d);
void wrong(async_promise(int) p, async_promise(void) q, int *ip, double d)
{
    (void)p, (void)q, (void)ip, (void)d;
#if WRONG == 1
    async_run(f);                               // a forgotten call
#elif WRONG == 2
    async_create_task(ip);
#elif WRONG == 3
    async_try_run(f(1), &d);                    // a place for another type
#elif WRONG == 4
    async_gather(f(1), g());                    // a generator
#elif WRONG == 5
    async_next(f(1), ip);
#elif WRONG == 6
    async_resolve(p);                           // no value
#elif WRONG == 7
    async_resolve(q, 1);                        // a value for void
#elif WRONG == 8
    future(double) x = async_create_task(f(1));
    (void)x;
#elif WRONG == 9
    async_as_completed(f(1), v());
#elif WRONG == 10
    struct s value = async_run(f(1));
    (void)value;
#elif WRONG == 11
    async_resolve(f(1), 1);
#elif WRONG == 12
    async_done(3);
#endif
}
