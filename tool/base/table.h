// table.h: from a few words of data, such as a pointer, to a number that is not 0. An open hash table.
#ifndef BASE_TABLE_H
#define BASE_TABLE_H

#include <stddef.h>
#include <stdint.h>

struct table_key {
    uintptr_t a, b;
};

struct table {
    struct table_slot *slots;
    size_t count, room;            // room: 0 or a power of two
};

// The place of the key's number, which is 0 if the key is new. It moves when another key is added.
uint32_t *table_at(struct table *table, struct table_key key);

void table_fini(struct table *table);

#endif
