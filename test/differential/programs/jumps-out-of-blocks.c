// Statement expressions that are left by goto, break, continue and return, in every position.
// RUN: %differ %s
#include <stdio.h>
static int id(int x)
{
    return x;
}
static int log_[64], nl;
static int L(int x)
{
    log_[nl++] = x;
    return x;
}
#define ASSERTX(e)                                                                                                     \
    ({                                                                                                                 \
        if (!(e)) {                                                                                                    \
            printf("failed: %s\n", #e);                                                                                \
            return 1;                                                                                                  \
        }                                                                                                              \
        (void)0;                                                                                                       \
    })
#define MIN(a, b)                                                                                                      \
    ({                                                                                                                 \
        __auto_type _x = (a);                                                                                          \
        __auto_type _y = (b);                                                                                          \
        _x < _y ? _x : _y;                                                                                             \
    })
#define TRY(e)                                                                                                         \
    ({                                                                                                                 \
        int _r = (e);                                                                                                  \
        if (_r < 0) {                                                                                                  \
            err = _r;                                                                                                  \
            goto fail;                                                                                                 \
        }                                                                                                              \
        _r;                                                                                                            \
    })
#define FIRST(cond, ...)                                                                                               \
    ({                                                                                                                 \
        int _f = -1;                                                                                                   \
        for (int _i = 0; _i < 10; _i++) {                                                                              \
            if (cond(_i)) {                                                                                            \
                _f = _i;                                                                                               \
                break;                                                                                                 \
            }                                                                                                          \
        }                                                                                                              \
        _f;                                                                                                            \
    })
static int is5(int x)
{
    return x == 5;
}
static int may(int x)
{
    return x > 3 ? -x : x;
}
static int work(int a, int b)
{
    int err = 0, s = 0;
    s += TRY(may(a));
    s += TRY(may(b)) * 10;
    return s;
fail:
    return err * 100 + s;
}
static int find(int a[], int n, int w)
{
    for (int i = 0; i < n; i++) {
        int d = ({
            int k = a[i];
            if (k == w)
                return i;
            k - w;
        });
        if (d > 100)
            return -2;
    }
    return -1;
}
static int args(int a, int b, int c)
{
    return a * 100 + b * 10 + c;
}
int main(void)
{
    ASSERTX(id(1) == 1);
    printf("%d %d %d %d\n", work(1, 2), work(5, 1), work(1, 7), FIRST(is5));
    printf("%d\n", MIN(MIN(id(3), id(2)), MIN(id(7), id(1))));
    printf("%d %d\n", find((int[]){4, 5, 6}, 3, 6), find((int[]){4, 5, 6}, 3, 7));
    int k = 2;
    printf("%d\n", args(({
                            k++;
                            id(k);
                        }),
                        0, ({
                            int k = id(9);
                            k;
                        })));
    printf("%d\n", k);
    int v[3] = {({ L(1); }), ({ L(2) + ({ L(3); }); }), [2] = ({
                                                            int s = 0;
                                                            for (int i = 0; i < 3; i++)
                                                                s += L(i);
                                                            s;
                                                        })};
    printf("%d %d %d\n", v[0], v[1], v[2]);
    int s = 0;
    for (int i = 0; i < 5; i++) {
        s += i == 3 ? ({
            if (id(1))
                continue;
            1;
        })
                    : ({ L(i); });
    }
    printf("%d\n", s);
    s = 0;
outer:
    for (int i = 0;; i++) {
        for (int j = 0;; j++) {
            s += ({
                if (j > i)
                    break;
                if (i > 3)
                    goto done;
                id(1);
            });
        }
    }
    if (s < 0)
        goto outer;
done:
    printf("%d\n", s);
    int *p = ({
        static int st = 5;
        st += id(1);
        &st;
    });
    printf("%d\n", *p);
    *({ p; }) = id(8);
    printf("%d\n", *p);
    (*({
        L(9);
        &v[1];
    }))++;
    printf("%d\n", v[1]);
    printf("%s\n", ({
               char *r;
               if (id(0))
                   r = "a";
               else
                   r = "b";
               r;
           }));
    double d = ({
        id(1);
        2.5;
    });
    printf("%g\n", d);
    if (({
            int ok = id(1);
            ok;
        }) &&
        ({
            L(4);
            id(0);
        }))
        printf("bad\n");
    for (int i = 0; i < nl; i++)
        printf("%d", log_[i]);
    putchar('\n');
    do {
        s = ({
            if (id(1))
                break;
            5;
        });
    } while (1);
    while (1) {
        int q = ({
            for (int i = 0; i < 10; i++)
                if (i == id(4))
                    goto leave;
            0;
        });
        (void)q;
    }
leave:
    return 0;
}
