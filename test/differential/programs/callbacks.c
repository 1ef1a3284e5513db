// An object with methods: pointers to functions in structs, converted as a whole.
// RUN: %differ %s
#include <stdio.h>
#include <stdlib.h>

struct shape;

struct methods {
    const char *name;
    double (*area)(const struct shape *self);
    void (*scale)(struct shape *self, double by);
    struct shape *(*copy)(const struct shape *self);
};

struct shape {
    const struct methods *methods;
    double a, b;
};

static double square_area(const struct shape *self) { return self->a * self->a; }
static double oblong_area(const struct shape *self) { return self->a * self->b; }

static void scale(struct shape *self, double by)
{
    self->a *= by;
    self->b *= by;
}

static struct shape *copy(const struct shape *self)
{
    struct shape *s = malloc(sizeof *s);
    if (!s)
        exit(3);
    *s = *self;
    return s;
}

static const struct methods square = {"square", square_area, scale, copy};
static const struct methods oblong = {.copy = copy, .name = "oblong", .scale = scale, .area = oblong_area};

static double total(struct shape *const *shapes, int n, double (*weigh)(double))
{
    double sum = 0;
    for (int i = 0; i < n; i++)
        sum += weigh(shapes[i]->methods->area(shapes[i]));
    return sum;
}

static double same(double x) { return x; }
static double half(double x) { return x / 2; }

int main(void)
{
    struct shape a = {&square, 3, 0}, b = {&oblong, 2, 5};
    struct shape *list[4] = {&a, &b};
    for (int i = 0; i < 2; i++) {
        list[i + 2] = list[i]->methods->copy(list[i]);
        list[i + 2]->methods->scale(list[i + 2], i + 2);
    }
    for (int i = 0; i < 4; i++)
        printf("%s %g\n", list[i]->methods->name, list[i]->methods->area(list[i]));
    printf("%g %g\n", total(list, 4, same), total(list, 4, half));
    free(list[2]);
    free(list[3]);
}
