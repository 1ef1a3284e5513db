// asyncify.h: what the files of the asyncifier share. Its idea is told in asyncify.c.
#ifndef ASYNCIFY_H
#define ASYNCIFY_H

#include "base/arena.h"
#include "base/buf.h"
#include "base/vec.h"

#include <clang-c/Index.h>

#include <stdint.h>

struct cursors vec(CXCursor);

// Something to write in front of the character at `at`. Of two at one place the earlier added comes first.
struct edit {
    uint32_t at;
    uint32_t order;
    const char *text;
};

struct function {
    const char *name;
    struct cursors declarations;   // the definition is one of them
    CXCursor definition;           // null: none in this file
    struct callees vec(struct function *) callees;
    const char *plain;             // why it cannot be async; null: it will be
    bool address_taken;            // used otherwise than in a call
    bool calls_pointers;           // calls through a pointer
};

// A type that has its own `async T id(T)`.
struct identity {
    const char *spelling;
};

struct program {
    struct arena arena;
    struct buf source;
    CXTranslationUnit tu;
    struct starts vec(uint32_t) tokens;            // where each token begins
    struct functions vec(struct function *) functions;
    struct edits vec(struct edit) edits;
    struct identities vec(struct identity) identities;
    struct cursors pointers;       // declarations of pointers to functions
    const char *pointers_stay;     // why pointers to functions cannot point to async ones; null: they do
    uint64_t random;               // state of the generator
    uint64_t seed;
};

// What the seed decides.
struct amounts {
    unsigned plain_leaves;         // percent of the functions that call nothing and stay plain
    unsigned wraps, pauses;        // of 1000 expressions, of 1000 statements
    unsigned suspends;             // one call in so many suspends
};

// text.c
bool span_of(CXCursor cursor, uint32_t *begin, uint32_t *end);    // false: not text of this file
bool is_word(const struct program *p, uint32_t at, const char *word);      // is it the token there?
void insert(struct program *p, uint32_t at, const char *text);
bool is_edited(const struct program *p, uint32_t at);             // was something inserted there?
const char *copy(struct program *p, CXString string);             // disposes it
uint32_t declaration_start(const struct program *p, uint32_t at); // attributes in front included
void write_edited(struct program *p);
void children_of(CXCursor cursor, struct cursors *children);

// functions.c
void choose_functions(struct program *p, const struct amounts *amounts);
void mark_functions(struct program *p);
struct function *find_function(struct program *p, CXCursor declaration);   // null: not of this file
CXCursor direct_callee(CXCursor call);             // the declaration it calls by name; null: through a pointer
CXCursor skip_implicit(CXCursor cursor);           // through parentheses and implicit conversions

// bodies.c
void add_awaits(struct program *p, const struct amounts *amounts);

static inline unsigned draw(struct program *p, unsigned below)
{
    uint64_t z = p->random += 0x9e3779b97f4a7c15;          // splitmix64
    z = (z ^ z >> 30) * 0xbf58476d1ce4e5b9;
    z = (z ^ z >> 27) * 0x94d049bb133111eb;
    return (unsigned)((z ^ z >> 31) >> 11) % below;
}

#endif
