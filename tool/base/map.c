// map.c: see map.h.
#include "base/map.h"

#include "base/arena.h"

#include <stdlib.h>
#include <string.h>

struct map_slot {
    const char *text;              // null: empty
    size_t length;
    uint32_t number;
};

static struct map_slot *find_slot(struct map_slot *slots, size_t room, const char *text, size_t length)
{
    uint64_t hash = 14695981039346656037u;     // FNV-1a
    for (size_t i = 0; i < length; i++)
        hash = (hash ^ (unsigned char)text[i]) * 1099511628211u;
    for (size_t i = hash & (room - 1);; i = (i + 1) & (room - 1))
        if (!slots[i].text || (slots[i].length == length && memcmp(slots[i].text, text, length) == 0))
            return &slots[i];
}

static void grow(struct map *map)
{
    size_t room = map->room ? map->room * 2 : 64;
    struct map_slot *slots = memset(memory_resize(nullptr, room * sizeof *slots), 0, room * sizeof *slots);
    for (size_t i = 0; i < map->room; i++)
        if (map->slots[i].text)
            *find_slot(slots, room, map->slots[i].text, map->slots[i].length) = map->slots[i];
    free(map->slots);
    map->slots = slots;
    map->room = room;
}

uint32_t *map_at(struct map *map, const char *text, size_t length)
{
    if (map->count * 2 >= map->room)
        grow(map);
    struct map_slot *slot = find_slot(map->slots, map->room, text, length);
    if (!slot->text) {
        *slot = (struct map_slot){ text, length, 0 };
        map->count++;
    }
    return &slot->number;
}

uint32_t map_find(const struct map *map, const char *text, size_t length)
{
    return map->room ? find_slot(map->slots, map->room, text, length)->number : 0;
}

void map_fini(struct map *map)
{
    free(map->slots);
    *map = (struct map){};
}
