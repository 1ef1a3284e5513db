// Factorials and powers with numbers of a hundred digits.
// RUN: %differ %s
#include <stdint.h>
#include <stdio.h>
#include <string.h>

struct big {
    int length;
    uint32_t digits[16];           // to the base of a thousand million
};

enum { BASE = 1000000000 };

static struct big of(uint32_t n)
{
    return (struct big){1, {n}};
}

static struct big times(struct big a, uint32_t n)
{
    uint64_t carry = 0;
    for (int i = 0; i < a.length; i++) {
        carry += (uint64_t)a.digits[i] * n;
        a.digits[i] = (uint32_t)(carry % BASE);
        carry /= BASE;
    }
    if (carry)
        a.digits[a.length++] = (uint32_t)carry;
    return a;
}

static struct big plus(struct big a, const struct big *b)
{
    uint32_t carry = 0;
    for (int i = 0; i < a.length || i < b->length || carry; i++) {
        carry += (i < a.length ? a.digits[i] : 0) + (i < b->length ? b->digits[i] : 0);
        a.digits[i] = carry % BASE;
        carry /= BASE;
        if (i >= a.length)
            a.length = i + 1;
    }
    return a;
}

static struct big product(const struct big *a, const struct big *b)
{
    struct big sum = of(0);
    for (int i = b->length - 1; i >= 0; i--) {
        struct big row = times(*a, b->digits[i]), shifted = times(sum, BASE);
        sum = plus(shifted, &row);
    }
    return sum;
}

static struct big power(struct big base, unsigned n)
{
    if (n == 0)
        return of(1);
    struct big half = power(base, n / 2), square = product(&half, &half);
    return n % 2 ? product(&square, &base) : square;
}

static int compare(const struct big *a, const struct big *b)
{
    if (a->length != b->length)
        return a->length < b->length ? -1 : 1;
    for (int i = a->length; i-- > 0;)
        if (a->digits[i] != b->digits[i])
            return a->digits[i] < b->digits[i] ? -1 : 1;
    return 0;
}

static void show(struct big a)
{
    printf("%u", a.digits[--a.length]);
    while (a.length)
        printf("%09u", a.digits[--a.length]);
    putchar('\n');
}

int main(void)
{
    struct big factorial = of(1);
    for (uint32_t i = 2; i <= 60; i++)
        factorial = times(factorial, i);
    show(factorial);
    show(power(of(7), 123));
    struct big a = power(of(3), 80), b = power(of(9), 40), c = times(b, 2);
    printf("%d %d %d\n", compare(&a, &b), compare(&b, &c), compare(&c, &a));
    show(plus(a, &factorial));
}
