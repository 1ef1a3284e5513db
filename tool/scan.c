// scan.c: see scan.h.
//
// We look at the raw text, comments and inactive branches included, and follow `#include` through the directories that
// the command names. That errs only towards "yes", and then the preprocessor and the lexer decide.
//
// The words of the language are reserved spellings, or macros of <async.h>. To use them the program's own text must
// contain the letters "async" somewhere, so headers of the system (those found in no directory that the command names)
// are read only once these letters were met: a library's header may include <async.h>.

#define _GNU_SOURCE
#include "scan.h"

#include <ctype.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

struct file_identity {
    dev_t device;
    ino_t inode;
};

struct scan {
    struct arena arena;
    struct vec(const char *) quote_dirs, dirs;    // -iquote; -I, -isystem, -idirafter, CPATH
    struct vec(struct file_identity) seen;
    struct vec(const char *) queue;               // files to look at
    bool has_letters, has_language, has_unknown;
};

static bool contains(const char *text, size_t length, const char *letters)
{
    return memmem(text, length, letters, strlen(letters)) != nullptr;
}

// --- which directories --------------------------------------------------------------------------------------------

static void add_path_list(struct scan *scan, const char *list)
{
    while (list && *list) {
        size_t length = strcspn(list, ":");
        vec_push(&scan->dirs, length ? arena_copy(&scan->arena, list, length) : ".");
        list += length + (list[length] == ':');
    }
}

static void queue_file(struct scan *scan, const char *path)
{
    vec_push(&scan->queue, path);
}

static bool enqueue_if_there(struct scan *scan, const char *directory, size_t length, const char *name)
{
    const char *path = length ? arena_printf(&scan->arena, "%.*s/%s", (int)length, directory, name) : name;
    if (access(path, R_OK) != 0)
        return false;
    queue_file(scan, path);
    return true;
}

static void read_options(struct scan *scan, const struct command *command)
{
    for (size_t i = 0; i < command->words.count; i++) {
        struct command_word *word = &command->words.at[i];
        if (command_has_prefix(word->text, "--sysroot") || command_has_prefix(word->text, "-isysroot"))
            scan->has_unknown = true;
        if (word->kind != WORD_PREPROCESS || !word->value)
            continue;
        if (command_has_prefix(word->text, "-iquote"))
            vec_push(&scan->quote_dirs, word->value);
        else if (command_has_prefix(word->text, "-I") || command_has_prefix(word->text, "-isystem")
                 || command_has_prefix(word->text, "-idirafter"))
            vec_push(&scan->dirs, word->value);
        else if (command_has_prefix(word->text, "-D") && contains(word->value, strlen(word->value), "_A"))
            scan->has_unknown = true;    // -Dmy_await=_Await
        else if (command_has_prefix(word->text, "-include") || command_has_prefix(word->text, "-imacros"))
            queue_file(scan, word->value);
    }
    add_path_list(scan, getenv("CPATH"));
    add_path_list(scan, getenv("C_INCLUDE_PATH"));
}

// --- one file -----------------------------------------------------------------------------------------------------

static void find_include(struct scan *scan, const char *from, const char *name, bool quoted)
{
    if (strcmp(name, "async.h") == 0 || command_has_prefix(name, "async/")) {
        scan->has_language = true;
        return;
    }
    if (name[0] == '/') {
        enqueue_if_there(scan, "", 0, name);
        return;
    }
    if (quoted) {
        if (enqueue_if_there(scan, from, (size_t)(command_file_name(from) - from), name))
            return;
        for (size_t i = 0; i < scan->quote_dirs.count; i++)
            if (enqueue_if_there(scan, scan->quote_dirs.at[i], strlen(scan->quote_dirs.at[i]), name))
                return;
    }
    for (size_t i = 0; i < scan->dirs.count; i++)
        if (enqueue_if_there(scan, scan->dirs.at[i], strlen(scan->dirs.at[i]), name))
            return;
}

static const char *skip_blanks(const char *p, const char *end)
{
    while (p < end && (*p == ' ' || *p == '\t'))
        p++;
    return p;
}

// Reads what stands after the word `include`. Another word than a name in quotes or angle brackets is a macro.
static void read_include(struct scan *scan, const char *from, const char *p, const char *end)
{
    if (end - p > 5 && memcmp(p, "_next", 5) == 0)
        p += 5;
    p = skip_blanks(p, end);
    if (p == end)
        return;
    char close = *p == '<' ? '>' : '"';
    if (*p != '<' && *p != '"') {
        if (isalpha((unsigned char)*p) || *p == '_')
            scan->has_unknown = true;
        return;
    }
    const char *name = ++p;
    while (p < end && *p != close && *p != '\n')
        p++;
    if (p < end && *p == close)
        find_include(scan, from, arena_copy(&scan->arena, name, (size_t)(p - name)), close == '"');
}

static const char *skip_blanks_back(const char *text, const char *p)
{
    while (p > text && (p[-1] == ' ' || p[-1] == '\t'))
        p--;
    return p;
}

// True if p stands after the `#` of a directive, which begins its line but for a comment.
static bool is_directive(const char *text, const char *p)
{
    p = skip_blanks_back(text, p);
    if (p > text && p[-1] == '#')
        p -= 1;
    else if (p - text > 1 && p[-1] == ':' && p[-2] == '%')
        p -= 2;
    else
        return false;
    p = skip_blanks_back(text, p);
    return p == text || p[-1] == '\n' || p[-1] == '\r' || p[-1] == '/';
}

static void scan_text(struct scan *scan, const char *path, const char *text, size_t length)
{
    static const char *const reserved[] = {"_Async", "_Await", "_Yield", "_Defer"};
    for (size_t i = 0; i < sizeof reserved / sizeof *reserved; i++)
        if (contains(text, length, reserved[i]))
            scan->has_language = true;
    if (contains(text, length, "async"))
        scan->has_letters = true;

    const char *end = text + length;
    for (const char *p = text; (p = memmem(p, (size_t)(end - p), "include", 7)); p += 7)
        if (is_directive(text, p))
            read_include(scan, path, p + 7, end);
}

static bool is_new(struct scan *scan, const struct stat *info)
{
    for (size_t i = 0; i < scan->seen.count; i++)
        if (scan->seen.at[i].device == info->st_dev && scan->seen.at[i].inode == info->st_ino)
            return false;
    vec_push(&scan->seen, ((struct file_identity){info->st_dev, info->st_ino}));
    return true;
}

static void scan_one(struct scan *scan, const char *path)
{
    int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (fd < 0)
        return;
    struct stat info;
    if (fstat(fd, &info) == 0 && is_new(scan, &info)) {
        if (!S_ISREG(info.st_mode))
            scan->has_unknown = true;    // a pipe can be read only once, and not by us
        else if (info.st_size > 0) {
            void *text = mmap(nullptr, (size_t)info.st_size, PROT_READ, MAP_PRIVATE, fd, 0);
            if (text != MAP_FAILED) {
                scan_text(scan, path, text, (size_t)info.st_size);
                munmap(text, (size_t)info.st_size);
            }
        }
    }
    close(fd);
}

static void scan_queue(struct scan *scan)
{
    for (size_t i = 0; i < scan->queue.count && !scan->has_language; i++)
        scan_one(scan, scan->queue.at[i]);
}

// The second look: with the directories that every compiler knows.
static void scan_system_headers(struct scan *scan)
{
    vec_push(&scan->dirs, "/usr/local/include");
    vec_push(&scan->dirs, "/usr/include");
    scan->seen.count = 0;
    scan_queue(scan);
}

enum scan_result scan_file(const char *path, const struct command *command)
{
    struct scan scan = {};
    queue_file(&scan, path);
    read_options(&scan, command);
    scan_queue(&scan);
    if (scan.has_letters && !scan.has_language)
        scan_system_headers(&scan);

    vec_fini(&scan.quote_dirs);
    vec_fini(&scan.dirs);
    vec_fini(&scan.seen);
    vec_fini(&scan.queue);
    arena_fini(&scan.arena);
    return scan.has_language ? SCAN_LANGUAGE : scan.has_unknown ? SCAN_PERHAPS : SCAN_NOTHING;
}
