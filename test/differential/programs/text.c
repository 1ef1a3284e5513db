// Strings are reversed, split, joined, searched and replaced in place.
// RUN: %differ %s
#include <ctype.h>
#include <stdio.h>
#include <string.h>

static char *reverse(char *s)
{
    for (char *a = s, *b = s + strlen(s); a < --b; a++) {
        char t = *a;
        *a = *b, *b = t;
    }
    return s;
}

static char *next_word(char **rest)
{
    char *s = *rest;
    while (*s && !isalnum((unsigned char)*s))
        ++s;
    if (!*s)
        return NULL;
    char *end = s;
    do
        end++;
    while (isalnum((unsigned char)*end));
    if (*end)
        *end++ = 0;
    *rest = end;
    return s;
}

static int matches(const char *pattern, const char *s)
{
    for (; *pattern; pattern++, s++) {
        if (*pattern == '*') {
            do
                if (matches(pattern + 1, s))
                    return 1;
            while (*s++);
            return 0;
        }
        if (!*s || (*pattern != '?' && *pattern != *s))
            return 0;
    }
    return !*s;
}

static size_t replace(char *out, size_t room, const char *in, const char *what, const char *with)
{
    size_t n = 0, length = strlen(what);
    while (*in) {
        const char *from = strncmp(in, what, length) == 0 ? (in += length, with) : NULL;
        if (!from) {
            if (n + 1 < room)
                out[n] = *in;
            n++, in++;
            continue;
        }
        for (; *from; n++, from++)
            if (n + 1 < room)
                out[n] = *from;
    }
    out[n < room ? n : room - 1] = '\0';
    return n;
}

int main(void)
{
    char text[] = "the quick  brown fox, it's 3 o'clock!", *rest = text, *word;
    while ((word = next_word(&rest)))
        printf("%s%s", reverse(word), *rest ? "-" : "\n");
    static const char *const cases[][2] = {{"a*b?d", "axxbcd"}, {"*", ""}, {"?*", ""}, {"a*a*a", "aaaa"}, {"ab", "abc"}};
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++)
        printf("%d", matches(cases[i][0], cases[i][1]));
    char out[20], small[8];
    printf("\n%zu", replace(out, sizeof out, "one two one", "one", "three"));
    printf(" %s", out);
    printf(" %zu", replace(small, sizeof small, "aaaa", "a", "bc"));
    printf(" %s\n", small);
    return (int)strlen(out) - 15;
}
