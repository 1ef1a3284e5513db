// A scanner made of labels and gotos, into and out of blocks.
// RUN: %differ %s
// RUN: %differ %s --seed 14 --configurations gcc-O2
#include <stdio.h>
#include <string.h>

struct counts { int words, numbers, strings, lines, errors; };

static int letter(int c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}

static int digit(int c)
{
    return c >= '0' && c <= '9';
}

static struct counts scan(const char *s)
{
    struct counts n = {0};
    int quote = 0;
start:
    switch (*s) {
    case 0: goto end;
    case '\n': n.lines++; goto skip;
    case '"': case '\'': quote = *s++; goto string;
    case ' ': case '\t': goto skip;
    }
    if (letter(*s))
        goto word;
    if (digit(*s)) {
        n.numbers++;
        while (digit(*++s))
            ;
        if (letter(*s)) {
            n.errors++;
    word:
            n.words++;
            while (letter(*s) || digit(*s))
                s++;
        }
        goto start;
    }
    n.errors++;
skip:
    s++;
    goto start;
string:
    for (;; s++) {
        if (*s == '\\' && s[1]) {
            s++;
            continue;
        }
        if (!*s || *s == '\n') {
            n.errors++;
            goto start;
        }
        if (*s == quote)
            break;
    }
    n.strings++;
    goto skip;
end:
    return n;
}

int main(void)
{
    const char *texts[] = {"int x1 = 42;\n", "say(\"a \\\" b\", 'c', 3x)\n\"open\nnext", "", "12 34\t56 _a _b9\n\n"};
    for (unsigned i = 0; i < 4; i++) {
        struct counts n = scan(texts[i]);
        printf("%d %d %d %d %d\n", n.words, n.numbers, n.strings, n.lines, n.errors);
    }
}
