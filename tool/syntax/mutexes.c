// mutexes.c: see mutexes.h.
//
// analysis/ follows which ones are held where. Two calls speak of the same mutex if their arguments are spelled alike. What
// only tries to lock one says with its result whether it has, and is not followed.
//
// Fills: unit.locks.
#include "syntax/mutexes.h"

static const char *const locking[] = { "pthread_mutex_lock", "pthread_rwlock_rdlock", "pthread_rwlock_wrlock", "pthread_spin_lock", "mtx_lock" };
static const char *const unlocking[] = { "pthread_mutex_unlock", "pthread_rwlock_unlock", "pthread_spin_unlock", "mtx_unlock" };

static bool is_one_of(const char *name, const char *const *names, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (strcmp(name, names[i]) == 0)
            return true;
    return false;
}

void note_lock(struct reader *reader, CXCursor call)
{
    const char *name = cursor_name(reader, call);
    bool locks = is_one_of(name, locking, sizeof locking / sizeof *locking);
    if ((!locks && !is_one_of(name, unlocking, sizeof unlocking / sizeof *unlocking)) || clang_Cursor_getNumArguments(call) != 1)
        return;
    struct span span = cursor_span(reader, call), mutex = cursor_span(reader, clang_Cursor_getArgument(call, 0));
    if (span.begin >= span.end || mutex.begin >= mutex.end)
        return;
    const char *text = arena_copy(reader->arena, reader->source->text + mutex.begin, mutex.end - mutex.begin);
    vec_push(&reader->unit->locks, ((struct lock){ span.begin, *text == '&' ? text + 1 : text, locks }));
}
