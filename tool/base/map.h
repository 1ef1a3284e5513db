// map.h: from text to a number that is not 0. An open hash table; the texts stay where they are and must live as long.
#ifndef BASE_MAP_H
#define BASE_MAP_H

#include <stddef.h>
#include <stdint.h>

struct map {
    struct map_slot *slots;
    size_t count, room;            // room: 0 or a power of two
};

// The place of the text's number, which is 0 if the text is new. It moves when another text is added.
uint32_t *map_at(struct map *map, const char *text, size_t length);

// The text's number; 0: there is none.
uint32_t map_find(const struct map *map, const char *text, size_t length);

void map_fini(struct map *map);

#endif
