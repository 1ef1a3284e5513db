// own_names.c: names of the user that begin as asyncc's own do.
//
// Whatever the output adds is called async__…, and so is what the macros of <async.h> call. A name of the user that begins
// so is written with a capital letter in it from here on, in the view and in the output; messages undo that. For a local,
// a type, a label or a member nobody can tell. What other files know by its name cannot be renamed: that is an error.
//
// Changes the text, before anything else has looked at it.
#include "syntax/own_names.h"

#include "base/map.h"
#include "model/marks.h"

static bool begins_as_ours(const struct source *source, uint32_t token)
{
    const struct token *t = token_at(source, token);
    return t->kind == TOKEN_NAME && !t->system && t->end - t->begin > 7 &&
           (memcmp(source->text + t->begin, "async__", 7) == 0 || memcmp(source->text + t->begin, "ASYNC__", 7) == 0);
}

// ASYNC_EXIT puts a number behind a name, of which no mark is left.
static bool is_exit(const struct source *source, uint32_t token)
{
    static const char head[] = "async__exit_of_";
    return token_length(source, token) > sizeof head - 1 && memcmp(token_start(source, token), head, sizeof head - 1) == 0 &&
           token_is(source, token - 1, "void") && token_is(source, token - 2, "extern");
}

static void rename_token(struct source *source, uint32_t token)
{
    source->text[token_at(source, token)->begin + 1] ^= 'a' ^ 'A';
}

// A macro of ours repeats its arguments where it only asks for their types.
void own_names_keep_apart(struct source *source)
{
    struct map renamed = {};
    struct tokens vec(uint32_t) repeated = {};
    for (uint32_t t = 1; t < source->tokens.count; t++) {
        if (!begins_as_ours(source, t) || is_exit(source, t))
            continue;
        if (!marks_find(source, t).macro) {
            rename_token(source, t);
            *map_at(&renamed, token_start(source, t), token_length(source, t)) = 1;
        } else if (token_at(source, t)->measure) {
            vec_push(&repeated, t);
        }
    }
    for (size_t i = 0; i < repeated.count; i++) {
        uint32_t t = repeated.at[i];
        rename_token(source, t);
        if (!map_find(&renamed, token_start(source, t), token_length(source, t)))
            rename_token(source, t);
    }
    vec_fini(&repeated);
    map_fini(&renamed);
}

bool own_names_is_kept_apart(const char *name)
{
    return strncmp(name, "aSync__", 7) == 0 || strncmp(name, "AsYNC__", 7) == 0;
}

void own_names_restore(char *text)
{
    for (char *hit = text; (hit = strstr(hit, "aSync__")); hit++)
        hit[1] = 's';
    for (char *hit = text; (hit = strstr(hit, "AsYNC__")); hit++)
        hit[1] = 'S';
}
