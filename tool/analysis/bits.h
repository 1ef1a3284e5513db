// bits.h: a set of small numbers, of a size fixed when it is made.
#ifndef ANALYSIS_BITS_H
#define ANALYSIS_BITS_H

#include "base/arena.h"

#include <stdint.h>

struct bits {
    uint64_t *words;
    size_t count;
};

static inline struct bits bits_new(struct arena *arena, size_t size)
{
    size_t count = (size + 63) / 64;
    return (struct bits){ arena_array(arena, uint64_t, count), count };
}

static inline bool bits_has(const struct bits *b, size_t i)
{
    return b->words[i / 64] >> (i % 64) & 1;
}

static inline void bits_add(struct bits *b, size_t i)
{
    b->words[i / 64] |= UINT64_C(1) << (i % 64);
}

static inline void bits_drop(struct bits *b, size_t i)
{
    b->words[i / 64] &= ~(UINT64_C(1) << (i % 64));
}

// The first number from i on; past the end if there is none.
static inline size_t bits_next(const struct bits *b, size_t i)
{
    for (size_t word = i / 64; word < b->count; word++) {
        uint64_t rest = b->words[word] & (word == i / 64 ? UINT64_MAX << (i % 64) : UINT64_MAX);
        if (rest)
            return word * 64 + (size_t)__builtin_ctzll(rest);
    }
    return b->count * 64;
}

static inline size_t bits_count(const struct bits *b)
{
    size_t count = 0;
    for (size_t i = 0; i < b->count; i++)
        count += (size_t)__builtin_popcountll(b->words[i]);
    return count;
}

// Both return true if `to` has changed.
static inline bool bits_unite(struct bits *to, const struct bits *from)
{
    uint64_t changed = 0;
    for (size_t i = 0; i < to->count; i++) {
        uint64_t united = to->words[i] | from->words[i];
        changed |= united ^ to->words[i];
        to->words[i] = united;
    }
    return changed != 0;
}

static inline bool bits_intersect(struct bits *to, const struct bits *from)
{
    uint64_t changed = 0;
    for (size_t i = 0; i < to->count; i++) {
        uint64_t both = to->words[i] & from->words[i];
        changed |= both ^ to->words[i];
        to->words[i] = both;
    }
    return changed != 0;
}

// Returns true if `to` has changed.
static inline bool bits_subtract(struct bits *to, const struct bits *what)
{
    uint64_t changed = 0;
    for (size_t i = 0; i < to->count; i++) {
        changed |= to->words[i] & what->words[i];
        to->words[i] &= ~what->words[i];
    }
    return changed != 0;
}

static inline void bits_copy(struct bits *to, const struct bits *from)
{
    for (size_t i = 0; i < to->count; i++)
        to->words[i] = from->words[i];
}

static inline void bits_fill(struct bits *b, bool value)
{
    for (size_t i = 0; i < b->count; i++)
        b->words[i] = value ? UINT64_MAX : 0;
}

#endif
