// Objects without names: passed, pointed to, indexed, made anew in every turn of a loop.
// RUN: %differ %s
#include <stdio.h>

struct point { int x, y; };
struct line { struct point from, to; const char *name; };

static int length(struct line l)
{
    int dx = l.to.x - l.from.x, dy = l.to.y - l.from.y;
    return dx * dx + dy * dy;
}

static int area(const struct point *p, int n)
{
    int sum = 0;
    for (int i = 0; i < n; i++)
        sum += p[i].x * p[(i + 1) % n].y - p[(i + 1) % n].x * p[i].y;
    return sum;
}

static struct point middle(struct point a, struct point b)
{
    return (struct point){(a.x + b.x) / 2, (a.y + b.y) / 2};
}

static int total(const int *list)
{
    int sum = 0;
    while (*list)
        sum += *list++;
    return sum;
}

int main(void)
{
    printf("%d\n", length((struct line){{1, 2}, .to = middle((struct point){3, 8}, (struct point){7, 2}), "a"}));
    printf("%d\n", area((struct point[]){{0, 0}, {4, 0}, {4, 3}, [3] = {.y = 3}}, 4));
    struct point *p = &(struct point){5, 6}, *q = (struct point[3]){{1, 1}, [2] = {9}};
    for (int i = 0; i < 3; i++) {
        int *list = (int[]){i + 1, p->x, q[i].x, 0};
        *list *= 10;
        p->x += total(list);
    }
    printf("%d %d %d\n", p->x, total((int[]){p->y, middle(*p, *q).x, 0}), "0123456789"[middle(q[0], q[2]).x]);
    const struct line *lines[] = {&(struct line){.name = "first"}, &(const struct line){{1, 2}, {3, 4}, "second"}};
    printf("%s %s %d\n", lines[0]->name, lines[1]->name, length(*lines[1]) + (int){7});
    struct point s = *p;
    s = (struct point){s.y, s.x};
    printf("%d %d\n", s.x, s.y);
}
