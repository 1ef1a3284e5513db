// vec.h: an array that grows. `struct vec(int) v = {};  *vec_add(&v) = 3;  v.at[0]; v.count; vec_fini(&v);`
#ifndef BASE_VEC_H
#define BASE_VEC_H

#include "base/arena.h"

#include <stdlib.h>
#include <string.h>

#define vec(T) { T *at; size_t count, room; }

// The address of a new, zeroed element at the end.
#define vec_add(v) ((typeof((v)->at))vec_grow((void **)&(v)->at, &(v)->count, &(v)->room, sizeof *(v)->at))
#define vec_push(v, value) ((void)(*vec_add(v) = (value)))
#define vec_last(v) ((v)->at[(v)->count - 1])
#define vec_fini(v) (free((v)->at), (void)((v)->at = nullptr, (v)->count = (v)->room = 0))

// The index, from `from` on, of the first element that does not come before what is looked for; the count if all do.
// `is_before` says so of one element, to which `e` points; the elements are sorted by it.
#define vec_search(v, from, e, is_before) \
    __extension__({ \
        size_t vec__low = (from), vec__high = (v)->count; \
        while (vec__low < vec__high) { \
            size_t vec__middle = (vec__low + vec__high) / 2; \
            const typeof((v)->at[0]) *e = &(v)->at[vec__middle]; \
            if (is_before) \
                vec__low = vec__middle + 1; \
            else \
                vec__high = vec__middle; \
        } \
        vec__low; \
    })

static inline void *vec_grow(void **at, size_t *count, size_t *room, size_t size)
{
    if (*count == *room) {
        *room = *room ? *room * 2 : 8;
        *at = memory_resize(*at, *room * size);
    }
    return memset((char *)*at + (*count)++ * size, 0, size);
}

#endif
