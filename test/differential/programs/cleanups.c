// Cleanups, whichever way their scopes are left; awaits in all of them.
// RUN: %differ %s
#include <stdio.h>
#include <stdlib.h>

static int log_of[1000], count;
static void note(const int *x) { if (count < 1000) log_of[count++] = *x; }
static void release(char **p) { if (count < 1000) log_of[count++] = **p; free(*p); }
#define NOTED __attribute__((cleanup(note)))
#define OWNED __attribute__((cleanup(release)))
#define CHECK(x) ({ int checked = (x); if (checked < 0) return checked; checked; })

static int weight(int x) { return x * 7 % 13; }

static int search(int n, int wanted)
{
    NOTED int outer = n;
    for (int i = 0; i < n; i++) {
        NOTED int row = weight(i), other = weight(row);
        if (row == wanted)
            return weight(other) + outer;
        for (int k = 0; k < n; k++) {
            NOTED int cell = weight(row + k);
            if (cell == wanted + 1)
                break;
            if (cell == wanted + 2)
                goto next;
            if (cell == wanted + 3)
                continue;
            switch (weight(cell)) {
            case 1: {
                NOTED int one = cell;
                if (weight(one) > 6)
                    break;
                outer += one;
            }
                [[fallthrough]];
            case 2:
                outer++;
            }
        }
    next:;
    }
    return -outer;
}

static char *copy(int n)
{
    char *p = malloc(2);
    p[0] = (char)('a' + n % 26);
    p[1] = 0;
    return p;
}

static int chain(int n)
{
    OWNED char *text = copy(n), *more = copy(n + 1);
    int here = CHECK(n ? chain(n - 1) : -1 + weight(*text)) + CHECK(weight(*more) - (n == 5 ? 20 : 0));
    NOTED int last = ({ NOTED int inner = here + weight(n); inner + 1; });
    while (weight(last) > 3) {
        NOTED int step = last--;
        if (step % 5 == 0)
            return last;
    }
    return last;
}

int main(void)
{
    int sum = 0;
    for (int i = 0; i < 8; i++)
        sum += search(i, i) * (i + 1) + chain(i);
    printf("%d %d\n", sum, count);
    for (int i = 0; i < count; i++)
        printf("%d ", log_of[i]);
    printf("\n");
    return 0;
}
