// blocking.c: see blocking.h.
//
// While a plain function waits, its thread does, and with it the loop and all of its tasks. The names are those of system
// headers: a function of the user's own that bears one of them is not meant.
#include "syntax/blocking.h"

#include "model/report.h"

struct blocking {
    const char *name;
    const char *instead;           // null: nothing takes its place yet
};

static const struct blocking calls[] = {
    { "sleep", "async_sleep" }, { "usleep", "async_sleep" }, { "nanosleep", "async_sleep" },
    { "clock_nanosleep", "async_sleep" }, { "thrd_sleep", "async_sleep" },
    { "poll", nullptr }, { "ppoll", nullptr }, { "select", nullptr }, { "pselect", nullptr }, { "epoll_wait", nullptr },
    { "system", nullptr }, { "getaddrinfo", "async_getaddrinfo" }, { "gethostbyname", "async_getaddrinfo" }, { "wait", nullptr },
    { "waitpid", nullptr }, { "pause", "async_signal" }, { "sigwait", "async_signal" },
    { "pthread_join", "async_to_thread" }, { "thrd_join", "async_to_thread" }, { "pthread_cond_wait", "async_to_thread" },
    { "sem_wait", "async_to_thread" },
};

static const struct blocking *find_blocking(const char *name)
{
    for (size_t i = 0; i < sizeof calls / sizeof *calls; i++)
        if (strcmp(calls[i].name, name) == 0)
            return &calls[i];
    return nullptr;
}

void warn_blocking(struct reader *reader, CXCursor call)
{
    const struct blocking *b = find_blocking(cursor_name(reader, call));
    if (!b)
        return;
    CXCursor callee = clang_getCursorReferenced(call);
    uint32_t declared = view_to_source(reader->view, cursor_location(reader, callee), false);
    if (clang_getCursorKind(callee) != CXCursor_FunctionDecl || !source_place(reader->source, declared).system)
        return;
    struct reports *reports = reader->unit->reports;
    size_t before = reports->list.count;
    uint32_t at = cursor_span(reader, call).begin;
    report_warning(reports, at, "blocking-call", "'%s' in an async function blocks every task of the loop", b->name);
    if (b->instead && reports->list.count > before)
        report_note(reports, at, "use 'await %s'", b->instead);
}
