// Rings, linked lists and flexible arrays on the heap.
// RUN: %differ %s
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct ring {
    unsigned head, tail, mask;
    int cells[];
};

struct link { struct link *next, **back; };
struct job { int id; struct link link; char name[]; };

static struct ring *ring(unsigned size)
{
    struct ring *r = malloc(sizeof *r + size * sizeof r->cells[0]);
    if (!r)
        exit(3);
    *r = (struct ring){.mask = size - 1};
    return r;
}

static int push(struct ring *r, int x)
{
    return r->head - r->tail > r->mask ? 0 : (r->cells[r->head++ & r->mask] = x, 1);
}

static int pop(struct ring *r, int *x)
{
    if (r->head == r->tail)
        return 0;
    *x = r->cells[r->tail++ & r->mask];
    return 1;
}

static struct job *job(struct link **list, int id, const char *name)
{
    struct job *j = malloc(offsetof(struct job, name) + strlen(name) + 1);
    if (!j)
        exit(3);
    j->id = id;
    strcpy(j->name, name);
    j->link.next = *list;
    j->link.back = list;
    if (*list)
        (*list)->back = &j->link.next;
    *list = &j->link;
    return j;
}

static struct job *of(struct link *l)
{
    return (struct job *)((char *)l - offsetof(struct job, link));
}

static int drop(struct job *j)
{
    int id = j->id;
    if ((*j->link.back = j->link.next))
        j->link.next->back = j->link.back;
    free(j);
    return id;
}

int main(void)
{
    struct ring *r = ring(4);
    int x, sum = 0;
    for (int i = 0; i < 20; i++) {
        while (!push(r, i)) {
            if (pop(r, &x))
                sum = sum * 2 + x;
        }
    }
    while (pop(r, &x))
        sum += x;
    printf("%d %u\n", sum, r->head);
    free(r);
    struct link *list = NULL;
    struct job *second = (job(&list, 1, "one"), job(&list, 2, "number two"));
    job(&list, 3, "");
    printf("%d\n", drop(second));
    for (struct link *l = list; l; l = l->next)
        printf("%d '%s'\n", of(l)->id, of(l)->name);
    while (list)
        sum += drop(of(list));
    printf("%d\n", sum);
}
