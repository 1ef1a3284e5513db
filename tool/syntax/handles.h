// handles.h: what <async.h> makes of pointers, so that libclang keeps their types apart, and what users call them.
#ifndef SYNTAX_HANDLES_H
#define SYNTAX_HANDLES_H

struct handle_kind {
    const char *tag;               // T (**)(tag *) is one
    const char *type;              // as it is written in a program
    const char *words;
};

static const struct handle_kind handle_kinds[] = {
    { "struct async_tag", "future", "a future" },
    { "struct async_generator_tag", "generator", "a generator" },
    { "struct async_promise_tag", "async_promise", "a promise" },
    { "struct async_queue_tag", "async_queue", "a queue" },
};
enum { HANDLE_KINDS = sizeof handle_kinds / sizeof *handle_kinds };

#endif
