// pool.c: the memory of frames and of objects.
//
//     system ─mmap→ chunk of frames  ─cut→ pool[1] of 16 bytes, pool[2] of 32 bytes, …
//                   chunk of objects ─cut→ block[12] of 96 bytes, block[13] of 104 bytes, …
//
// A pool is a list of free pieces of one size, in the loop, where generated code takes from it and gives back to it. Objects have
// pools of their own: a free block keeps what is the same in every new object, its size among it, so all objects of a thread can be
// found by going through its chunks, and no list of them is needed. The pieces are cut from chunks, some at a time, so that memory
// which is not used yet is not touched. Chunks belong to the thread: a handle may outlive the loop that made it.
//
// After a peak the pools are full. When the loop has nothing to do, chunks of which every piece is free go back to the system. To find
// them takes a look at each free piece, so it is done only where there is much, and not more than once a second. A chunk begins at
// a multiple of its size, which is how its pieces know it. Where much is used, pages are asked for many at a time: to get them by a
// fault for each would cost more than all that is done with the objects in them.
//
// Pools stay empty under AddressSanitizer, in hard mode and where a test lets allocations fail.
#include "core/pool.h"

#include "base/alloc.h"
#include "base/clock.h"
#include "core/loop.h"

enum { CHUNK_SIZE = 2 << 20, FIRST_CUT = 32, PIECES_AT_ONCE = 64, PAGES_AT_ONCE = 256 << 10, SMALL_CHUNKS = 1, MANY_CHUNKS = 4 };

struct async__chunk {
    struct async__chunk *next;
    size_t cut;                    // bytes at its beginning, this header among them
    size_t paged;                  // so many bytes at its beginning have been asked for; those behind it come as they are touched
    size_t free;                   // while it is looked at: bytes of free pieces
};

static struct async__pools *pools(void)
{
    return &async__thread.pools;
}

static bool add_chunk(struct async__chunks *chunks)
{
    struct async__chunk *chunk = async__alloc_pages(CHUNK_SIZE);
    if (!chunk)
        return false;
    _Static_assert(sizeof *chunk <= FIRST_CUT, "the header of a chunk fits");
    bool is_small = chunks->count < SMALL_CHUNKS;
    *chunk = (struct async__chunk){ .next = chunks->first, .cut = FIRST_CUT, .paged = is_small ? CHUNK_SIZE : 0 };
    chunks->first = chunk;
    chunks->count++;
    return true;
}

// The chunk that pieces of this size can be cut from; null: no memory.
static struct async__chunk *chunk_for(struct async__chunks *chunks, size_t size)
{
    bool has_room = chunks->first && CHUNK_SIZE - chunks->first->cut >= size;
    return has_room || add_chunk(chunks) ? chunks->first : NULL;
}

// Some pieces of memory that are all zero.
struct pieces {
    char *first, *end;
};

static struct pieces cut(struct async__chunk *chunk, size_t size)
{
    size_t room = (CHUNK_SIZE - chunk->cut) / size;
    size_t count = room < PIECES_AT_ONCE ? room : PIECES_AT_ONCE;
    char *first = (char *)chunk + chunk->cut;
    chunk->cut += count * size;
    while (chunk->cut > chunk->paged) {
        async__touch_pages((char *)chunk + chunk->paged, PAGES_AT_ONCE);
        chunk->paged += PAGES_AT_ONCE;
    }
    return (struct pieces){ first, first + count * size };
}

static bool fill_pool(struct async_loop *loop, uint8_t pool)
{
    size_t size = (size_t)pool * ASYNC__POOL_STEP;
    struct async__chunk *chunk = chunk_for(&pools()->frames, size);
    if (!chunk)
        return false;
    struct pieces pieces = cut(chunk, size);
    struct async__frame **end = &loop->pool[pool];
    for (char *at = pieces.first; at < pieces.end; at += size) {
        struct async__frame *piece = (struct async__frame *)at;
        piece->pool = pool;
        *end = piece;
        end = &piece->awaiter;
    }
    *end = NULL;
    return true;
}

struct async__frame *async__pool_get(struct async_loop *loop, uint8_t pool)
{
    return loop->pool[pool] || fill_pool(loop, pool) ? async__pool_take(loop, pool) : NULL;
}

static bool fill_blocks(struct async_loop *loop, uint8_t number)
{
    size_t size = (size_t)number * ASYNC__BLOCK_STEP;
    struct async__chunk *chunk = chunk_for(&pools()->objects, size);
    if (!chunk)
        return false;
    struct pieces pieces = cut(chunk, size);
    struct async_task *block = NULL;
    loop->block[number] = (struct async_task *)pieces.first;
    for (char *at = pieces.first; at < pieces.end; at += size) {
        block = (struct async_task *)at;
        block->op.state = 1;
        async__set_plainly(block, number, ASYNC__DONE);
        block->next_free = (struct async_task *)(at + size);
    }
    block->next_free = NULL;
    return true;
}

struct async_task *async__block_get(struct async_loop *loop, uint8_t number)
{
    return loop->block[number] || fill_blocks(loop, number) ? async__block_take(loop, number) : NULL;
}

struct async_task *async__block_after(const struct async_task *block)
{
    struct async__chunk *chunk = pools()->objects.first;
    size_t at = FIRST_CUT;
    if (block) {
        chunk = (struct async__chunk *)((uintptr_t)block & ~(uintptr_t)(CHUNK_SIZE - 1));
        at = (uintptr_t)block - (uintptr_t)chunk + (size_t)block->op.pool * ASYNC__BLOCK_STEP;
    }
    if (chunk && at == chunk->cut) {
        chunk = chunk->next;
        at = FIRST_CUT;
    }
    return chunk ? (struct async_task *)((char *)chunk + at) : NULL;
}

// ---- giving memory back

static struct async__chunk *chunk_of(const void *piece)
{
    return (struct async__chunk *)((uintptr_t)piece & ~(uintptr_t)(CHUNK_SIZE - 1));
}

static bool is_free(const struct async__chunk *chunk)
{
    return chunk->free == chunk->cut - FIRST_CUT;
}

static void count_free(const struct async_loop *loop)
{
    for (struct async__chunk *chunk = pools()->frames.first; chunk; chunk = chunk->next)
        chunk->free = 0;
    for (struct async__chunk *chunk = pools()->objects.first; chunk; chunk = chunk->next)
        chunk->free = 0;
    for (size_t pool = 1; pool < ASYNC__POOLS; pool++)
        for (const struct async__frame *piece = loop->pool[pool]; piece; piece = piece->awaiter)
            chunk_of(piece)->free += pool * ASYNC__POOL_STEP;
    for (size_t number = 1; number < ASYNC__BLOCKS; number++)
        for (const struct async_task *block = loop->block[number]; block; block = block->next_free)
            chunk_of(block)->free += number * ASYNC__BLOCK_STEP;
}

// Take the pieces of chunks that are free as a whole out of a list.

static void drop_free_frames(struct async__frame **end)
{
    for (struct async__frame *piece = *end; piece; piece = piece->awaiter) {
        if (is_free(chunk_of(piece)))
            continue;
        *end = piece;
        end = &piece->awaiter;
    }
    *end = NULL;
}

static void drop_free_blocks(struct async_task **end)
{
    for (struct async_task *block = *end; block; block = block->next_free) {
        if (is_free(chunk_of(block)))
            continue;
        *end = block;
        end = &block->next_free;
    }
    *end = NULL;
}

static void free_chunks(struct async__chunks *chunks)
{
    struct async__chunk **place = &chunks->first;
    while (*place) {
        struct async__chunk *chunk = *place;
        if (!is_free(chunk)) {
            place = &chunk->next;
            continue;
        }
        *place = chunk->next;
        async__free_pages(chunk, CHUNK_SIZE);
        chunks->count--;
    }
}

static void trim(struct async_loop *loop)
{
    count_free(loop);
    for (size_t pool = 1; pool < ASYNC__POOLS; pool++)
        drop_free_frames(&loop->pool[pool]);
    for (size_t number = 1; number < ASYNC__BLOCKS; number++)
        drop_free_blocks(&loop->block[number]);
    free_chunks(&pools()->frames);
    free_chunks(&pools()->objects);
}

uint64_t async__pools_idle(struct async_loop *loop, uint64_t now)
{
    if (pools()->frames.count + pools()->objects.count < MANY_CHUNKS)
        return ASYNC__NEVER;
    if (now < pools()->trim_time)
        return pools()->trim_time;
    trim(loop);
    pools()->trim_time = now + 1000000000;
    return ASYNC__NEVER;
}

// ---- loops

void async__pools_enter(struct async_loop *loop)
{
    struct async_loop *rest = &pools()->rest;
    for (size_t pool = 1; pool < ASYNC__POOLS; pool++) {
        loop->pool[pool] = rest->pool[pool];
        rest->pool[pool] = NULL;
    }
    for (size_t number = 1; number < ASYNC__BLOCKS; number++) {
        loop->block[number] = rest->block[number];
        rest->block[number] = NULL;
    }
}

static void leave_frames(struct async__frame **rest, struct async__frame *piece)
{
    while (*rest)
        rest = &(*rest)->awaiter;
    *rest = piece;
}

static void leave_blocks(struct async_task **rest, struct async_task *block)
{
    while (*rest)
        rest = &(*rest)->next_free;
    *rest = block;
}

void async__pools_leave(struct async_loop *loop, bool trims)
{
    struct async_loop *rest = &pools()->rest;
    for (size_t pool = 1; pool < ASYNC__POOLS; pool++)
        leave_frames(&rest->pool[pool], loop->pool[pool]);
    for (size_t number = 1; number < ASYNC__BLOCKS; number++)
        leave_blocks(&rest->block[number], loop->block[number]);
    pools()->trim_time = 0;
    if (trims)
        trim(rest);
}
