// Five ways to sort give the same order.
// RUN: %differ %s
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { COUNT = 23 };

static unsigned state = 7;

static int next(void)
{
    state = state * 1103515245u + 12345u;
    return (int)(state >> 16) % 100;
}

static void swap(int *a, int *b)
{
    int t = *a;
    *a = *b;
    *b = t;
}

static void insertion(int *a, int n)
{
    for (int i = 1; i < n; i++) {
        int x = a[i], k = i - 1;
        while (k >= 0 && a[k] > x) {
            a[k + 1] = a[k];
            k--;
        }
        a[k + 1] = x;
    }
}

static void quick(int *a, int low, int high)
{
    if (low >= high)
        return;
    int pivot = a[(low + high) / 2], i = low, k = high;
    do {
        while (a[i] < pivot)
            i++;
        while (pivot < a[k])
            k--;
        if (i <= k)
            swap(&a[i++], &a[k--]);
    } while (i <= k);
    quick(a, low, k);
    quick(a, i, high);
}

static void sift(int *a, int root, int n)
{
    for (int child; (child = 2 * root + 1) < n; root = child) {
        if (child + 1 < n && a[child] < a[child + 1])
            child++;
        if (a[root] >= a[child])
            break;
        swap(a + root, a + child);
    }
}

static void heap(int *a, int n)
{
    for (int i = n / 2; i-- > 0;)
        sift(a, i, n);
    while (--n > 0) {
        swap(a, a + n);
        sift(a, 0, n);
    }
}

static void merge(int *a, int n, int *room)
{
    if (n < 2)
        return;
    int half = n / 2, i = 0, k = half, out = 0;
    merge(a, half, room);
    merge(a + half, n - half, room);
    while (i < half || k < n)
        room[out++] = k == n || (i < half && a[i] <= a[k]) ? a[i++] : a[k++];
    memcpy(a, room, sizeof *a * (size_t)n);
}

static int by_value(const void *a, const void *b)
{
    return *(const int *)a - *(const int *)b;
}

static unsigned hash(const int *a, int n)
{
    unsigned h = 17;
    for (const int *p = a; p != a + n; p++)
        h = h * 31 + (unsigned)*p;
    return h;
}

int main(void)
{
    int original[COUNT], copies[5][COUNT], room[COUNT];
    for (int i = 0; i < COUNT; i++)
        original[i] = next();
    for (int c = 0; c < 5; c++)
        memcpy(copies[c], original, sizeof original);
    insertion(copies[0], COUNT);
    quick(copies[1], 0, COUNT - 1);
    heap(copies[2], COUNT);
    merge(copies[3], COUNT, room);
    qsort(copies[4], COUNT, sizeof copies[4][0], by_value);
    for (int c = 0; c < 5; c++)
        printf("%u%c", hash(copies[c], COUNT), c < 4 ? ' ' : '\n');
    return memcmp(copies[0], copies[4], sizeof room) != 0;
}
