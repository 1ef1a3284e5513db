// response.c: see response.h.
#include "response.h"

#include "base/buf.h"

#include <ctype.h>

enum { NESTING_LIMIT = 20 };    // a file that names itself

static void expand(struct words *words, struct arena *arena, const char *arg, int depth);

// Reads one argument at *at into word. Returns false at the end of the text.
static bool next_word(const char **at, struct buf *word)
{
    const char *p = *at;
    while (isspace((unsigned char)*p))
        p++;
    if (!*p)
        return false;
    char quote = 0;
    for (; *p && (quote || !isspace((unsigned char)*p)); p++) {
        if (*p == '\\' && p[1])
            buf_putc(word, *++p);
        else if (quote ? *p == quote : *p == '"' || *p == '\'')
            quote = quote ? 0 : *p;
        else
            buf_putc(word, *p);
    }
    *at = p;
    return true;
}

static void expand_text(struct words *words, struct arena *arena, const char *text, int depth)
{
    struct buf word = {};
    while (buf_add(&word, "", 0), next_word(&text, &word)) {
        expand(words, arena, arena_copy(arena, word.text, word.length), depth + 1);
        word.length = 0;
    }
    buf_fini(&word);
}

static void expand(struct words *words, struct arena *arena, const char *arg, int depth)
{
    struct buf text = {};
    if (arg[0] == '@' && depth < NESTING_LIMIT && buf_read_file(&text, arg + 1) == 0) {
        if (text.text)
            expand_text(words, arena, text.text, depth);
    } else {
        vec_push(words, arg);
    }
    buf_fini(&text);
}

void response_expand(struct words *words, struct arena *arena, const char *const args[], size_t count)
{
    for (size_t i = 0; i < count; i++)
        expand(words, arena, args[i], 0);
}

void response_split(struct words *words, struct arena *arena, const char *text)
{
    expand_text(words, arena, text, NESTING_LIMIT);
}
