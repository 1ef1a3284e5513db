// table.c: see table.h.
#include "base/table.h"

#include "base/arena.h"

#include <stdlib.h>
#include <string.h>

struct table_slot {
    struct table_key key;
    uint32_t number;               // 0: empty
};

static struct table_slot *find_slot(const struct table *table, struct table_key key)
{
    uint64_t hash = (key.a ^ key.b * 0x9e3779b97f4a7c15u) * 0x9e3779b97f4a7c15u;
    for (size_t i = (hash >> 32) & (table->room - 1);; i = (i + 1) & (table->room - 1)) {
        struct table_slot *slot = &table->slots[i];
        if (!slot->number || (slot->key.a == key.a && slot->key.b == key.b))
            return slot;
    }
}

static void grow(struct table *table)
{
    struct table old = *table;
    table->room = old.room ? old.room * 2 : 64;
    table->slots = memset(memory_resize(nullptr, table->room * sizeof *table->slots), 0, table->room * sizeof *table->slots);
    for (size_t i = 0; i < old.room; i++)
        if (old.slots[i].number)
            *find_slot(table, old.slots[i].key) = old.slots[i];
    free(old.slots);
}

uint32_t *table_at(struct table *table, struct table_key key)
{
    if (table->count * 2 >= table->room)
        grow(table);
    struct table_slot *slot = find_slot(table, key);
    if (!slot->number) {
        slot->key = key;
        table->count++;
    }
    return &slot->number;
}

void table_fini(struct table *table)
{
    free(table->slots);
    *table = (struct table){};
}
