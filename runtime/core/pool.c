// pool.c: the memory of frames and of objects.
//
//     system ─mmap→ chunk ─cut→ pool[1] of 32 bytes, pool[2] of 64 bytes, …
//
// A pool is a list of free pieces of one size, in the loop, where generated code takes from it and gives back to it. The pieces
// are cut from chunks, some at a time, so that memory which is not used yet is not touched. Chunks belong to the thread: a
// handle may outlive the loop that made it.
//
// After a peak the pools are full. When the loop has nothing to do, chunks of which every piece is free go back to the system. To find
// them takes a look at each free piece, so it is done only where there is much, and not more than once a second. A chunk begins at
// a multiple of its size, which is how its pieces know it. Where much is used, the pages of a chunk are asked for at once: to
// get them by a fault for each would cost more than all that is done with the objects in them.
//
// Pools stay empty under AddressSanitizer, in hard mode and where a test lets allocations fail.
#include "core/pool.h"

#include "base/alloc.h"
#include "base/clock.h"
#include "core/loop.h"

enum { CHUNK_SIZE = 2 << 20, FIRST_CUT = 32, PIECES_AT_ONCE = 32, SMALL_CHUNKS = 2, MANY_CHUNKS = 4 };

struct async__chunk {
    struct async__chunk *next;
    size_t cut;                    // bytes at its beginning, this header among them
    size_t free;                   // while it is looked at: bytes of free pieces
};

static struct async__pools *pools(void)
{
    return &async__thread.pools;
}

static bool add_chunk(void)
{
    struct async__chunk *chunk = async__alloc_pages(CHUNK_SIZE, pools()->chunk_count >= SMALL_CHUNKS);
    if (!chunk)
        return false;
    _Static_assert(sizeof *chunk <= FIRST_CUT, "the header of a chunk fits");
    *chunk = (struct async__chunk){ .next = pools()->chunks, .cut = FIRST_CUT };
    pools()->chunks = chunk;
    pools()->chunk_count++;
    return true;
}

bool async__pool_fill(struct async_loop *loop, uint16_t pool)
{
    size_t size = (size_t)pool * ASYNC__POOL_STEP;
    if (!pools()->chunks || CHUNK_SIZE - pools()->chunks->cut < size) {
        if (!add_chunk())
            return false;
    }
    struct async__chunk *chunk = pools()->chunks;
    struct async__frame **end = &loop->pool[pool];
    for (int i = 0; i < PIECES_AT_ONCE && CHUNK_SIZE - chunk->cut >= size; i++) {
        struct async__frame *piece = (struct async__frame *)((char *)chunk + chunk->cut);
        piece->pool = pool;
        piece->flags = 0;
        *end = piece;
        end = &piece->awaiter;
        chunk->cut += size;
    }
    *end = NULL;
    return true;
}

// ---- giving memory back

static struct async__chunk *chunk_of(const struct async__frame *piece)
{
    return (struct async__chunk *)((uintptr_t)piece & ~(uintptr_t)(CHUNK_SIZE - 1));
}

static bool is_free(const struct async__chunk *chunk)
{
    return chunk->free == chunk->cut - FIRST_CUT;
}

static void count_free(struct async__frame *const *lists)
{
    for (struct async__chunk *chunk = pools()->chunks; chunk; chunk = chunk->next)
        chunk->free = 0;
    for (size_t pool = 1; pool < ASYNC__POOLS; pool++)
        for (struct async__frame *piece = lists[pool]; piece; piece = piece->awaiter)
            chunk_of(piece)->free += pool * ASYNC__POOL_STEP;
}

// Takes the pieces of chunks that are free as a whole out of the lists.
static void drop_free(struct async__frame **lists)
{
    for (size_t pool = 1; pool < ASYNC__POOLS; pool++) {
        struct async__frame **end = &lists[pool];
        for (struct async__frame *piece = lists[pool]; piece; piece = piece->awaiter) {
            if (is_free(chunk_of(piece)))
                continue;
            *end = piece;
            end = &piece->awaiter;
        }
        *end = NULL;
    }
}

static void free_chunks(void)
{
    struct async__chunk **place = &pools()->chunks;
    while (*place) {
        struct async__chunk *chunk = *place;
        if (!is_free(chunk)) {
            place = &chunk->next;
            continue;
        }
        *place = chunk->next;
        async__free_pages(chunk, CHUNK_SIZE);
        pools()->chunk_count--;
    }
}

static void trim(struct async__frame **lists)
{
    count_free(lists);
    drop_free(lists);
    free_chunks();
}

uint64_t async__pools_idle(struct async_loop *loop, uint64_t now)
{
    if (pools()->chunk_count < MANY_CHUNKS)
        return ASYNC__NEVER;
    if (now < pools()->trim_time)
        return pools()->trim_time;
    trim(loop->pool);
    pools()->trim_time = now + 1000000000;
    return ASYNC__NEVER;
}

// ---- loops

void async__pools_enter(struct async_loop *loop)
{
    for (size_t pool = 1; pool < ASYNC__POOLS; pool++) {
        loop->pool[pool] = pools()->rest.pool[pool];
        pools()->rest.pool[pool] = NULL;
    }
}

void async__pools_leave(struct async_loop *loop, bool trims)
{
    for (size_t pool = 1; pool < ASYNC__POOLS; pool++) {
        struct async__frame **end = &pools()->rest.pool[pool];
        while (*end)
            end = &(*end)->awaiter;
        *end = loop->pool[pool];
    }
    pools()->trim_time = 0;
    if (trims)
        trim(pools()->rest.pool);
}
