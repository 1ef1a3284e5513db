// Arrays of variable length, pointers to them and parameters with sizes.
// RUN: %differ %s
#include <stdio.h>
#include <string.h>

static int weight(int x) { return x * x % 11; }

static int total(int n, const int *list)
{
    int sum = 0;
    while (n-- > 0)
        sum += list[n];
    return sum;
}

static int longest(const char *a, const char *b)
{
    int n = (int)strlen(b), row[n + 1], old[n + 1], best = 0;
    memset(old, 0, sizeof old);
    for (; *a; a++) {
        row[0] = 0;
        for (int k = 1; k <= n; k++) {
            row[k] = *a == b[k - 1] ? old[k - 1] + 1 : 0;
            if (row[k] > best)
                best = row[k];
        }
        memcpy(old, row, sizeof row);
    }
    return best;
}

static int plane(int rows, int columns)
{
    int p[rows][columns];
    for (int i = 0; i < rows; i++)
        for (int k = 0; k < columns; k++)
            p[i][k] = i * columns + k;
    return p[rows - 1][columns - 1] + (int)(sizeof p[0] / sizeof(int));
}

static int gather(int n)
{
    int list[4];
    for (int i = 0; i < 4; i++)
        list[i] = weight(n + i);
    return total(4, list) + plane(n, 3);
}

int main(void)
{
    printf("%d %d\n", longest("the quick fox", "a quicker fix"), longest("", "x"));
    printf("%d %d\n", gather(2), gather(5));
}
