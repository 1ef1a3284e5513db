// An operand that waits in a temporary has the type that it is converted to: no warning of lost qualifiers.
// RUN: %build %s -o %t && %run %t
#include <async.h>
#include <string.h>

struct name { char text[8]; };
async const char *word(const char *s) { await async_yield(); return s; }
async int compare(const char *a, const char *b, const void *c) { await async_yield(); return a == c ? 2 : strcmp(a, b); }

async int main(int argc, char **argv)
{
    struct name name = { "abc" }, *p = &name;
    if (argc != 1 || strcmp(argv[0], await word("none")) == 0)
        return 1;
    if (strcmp(p->text, await word("abc")) != 0 || await compare(p->text, await word("x"), p) != 2)
        return 2;
    const int *list[2] = { (int *)0, &(const int[]){ 1, 2 }[await compare("b", "a", 0)] };
    return list[0] || *list[1] != 2;
}
