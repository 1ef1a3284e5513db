// An open hash table grows, with macros for its loops and goto for its errors.
// RUN: %differ %s
#include <assert.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct slot { char *key; int value; };
struct table { struct slot *slots; size_t size, used; };

#define EACH_SLOT(t, s) for (struct slot *s = (t)->slots, *end_ = s ? s + (t)->size : s; s != end_; s++) if (s->key)

static uint32_t hash(const char *s)
{
    uint32_t h = 2166136261u;
    while (*s)
        h = (h ^ (unsigned char)*s++) * 16777619u;
    return h;
}

static struct slot *find(const struct table *t, const char *key)
{
    size_t i = hash(key) % t->size;
    while (t->slots[i].key && strcmp(t->slots[i].key, key) != 0)
        if (++i == t->size)
            i = 0;
    return &t->slots[i];
}

static int grow(struct table *t)
{
    struct table wider = {.size = t->size ? t->size * 2 : 4, .used = t->used};
    wider.slots = calloc(wider.size, sizeof *wider.slots);
    if (!wider.slots)
        goto fail;
    EACH_SLOT(t, s)
        *find(&wider, s->key) = *s;
    free(t->slots);
    *t = wider;
    return 1;
fail:
    return 0;
}

static int *at(struct table *t, const char *key)
{
    if (t->used * 4 >= t->size * 3 && !grow(t))
        return NULL;
    struct slot *s = find(t, key);
    if (!s->key) {
        s->key = malloc(strlen(key) + 1);
        assert(s->key);
        strcpy(s->key, key);
        t->used++;
    }
    return &s->value;
}

int main(void)
{
    struct table t = {0};
    char key[16];
    for (int i = 0; i < 60; i++) {
        snprintf(key, sizeof key, "k%d", i * i % 37);
        assert(at(&t, key) != NULL);
        *at(&t, key) += i;
    }
    unsigned long sum = 0;
    int count = 0;
    EACH_SLOT(&t, s) {
        if (s->value % 2)
            continue;
        count++;
        sum += (unsigned long)s->value * hash(s->key) % 1009;
    }
    printf("%zu %zu %d %lu\n", t.used, t.size, count, sum);
    EACH_SLOT(&t, s)
        free(s->key);
    free(t.slots);
}
