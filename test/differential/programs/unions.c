// Unions in structs in unions, without names and with; bytes seen in two ways.
// RUN: %differ %s
#include <stdint.h>
#include <stdio.h>
#include <string.h>

enum kind { INTEGER, REAL, TEXT, PAIR };

struct value {
    enum kind kind;
    union {
        int64_t integer;
        double real;
        char text[12];
        struct { int16_t first; uint8_t second; };
    };
};

static struct value integer(int64_t x) { return (struct value){INTEGER, .integer = x}; }
static struct value real(double x) { return (struct value){.kind = REAL, {.real = x}}; }

static struct value text(const char *s)
{
    struct value v = {.kind = TEXT};
    strncpy(v.text, s, sizeof v.text - 1);
    return v;
}

static struct value pair(int a, int b)
{
    struct value v;
    memset(&v, 0, sizeof v);
    v.kind = PAIR, v.first = (int16_t)a, v.second = (uint8_t)b;
    return v;
}

static double weight(struct value v)
{
    switch (v.kind) {
    case INTEGER: return (double)v.integer;
    case REAL: return v.real;
    case TEXT: return (double)strlen(v.text);
    case PAIR: return v.first + v.second / 256.0;
    }
    return -1;
}

static unsigned swap(unsigned x)
{
    union { unsigned whole; unsigned char bytes[4]; } u = {x};
    for (int i = 0; i < 2; i++) {
        unsigned char t = u.bytes[i];
        u.bytes[i] = u.bytes[3 - i];
        u.bytes[3 - i] = t;
    }
    return u.whole;
}

int main(void)
{
    struct value list[] = {integer(-5), real(2.5), text("hello"), pair(-300, 128), text("much too long to fit")};
    double sum = 0;
    for (struct value *v = list; v < list + sizeof list / sizeof *list; v++) {
        sum += weight(*v);
        printf("%d %g\n", v->kind, weight(*v));
    }
    list[0].text[0] = 'x';
    list[2] = list[3];
    printf("%g %x %d\n", sum, swap(0x11223344u), list[2].first);
    union { float f; uint32_t bits; } one = {.f = 1.0f};
    printf("%x\n", one.bits + swap(one.bits));
}
