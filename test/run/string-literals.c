// String and character literals of every kind, concatenated, in initialisers and as operands.
// RUN: %build %s -o %t && %run %t | FileCheck %s
#include <async.h>
#include <stdio.h>
#include <wchar.h>

async int give(int x) { await async_yield(); return x; }
async size_t length(const char *s) { await async_yield(); size_t n = 0; while (s[n]) n++; return n; }

async int main(void)
{
    const char *s = "con" "cat" /* comment */ "enated";
    wchar_t w[] = L"wide";
    char u[] = u8"\u00e9", raw[] = "a\0b", quoted[] = "\"{}();await f()//'";
    char const *list[] = { "x" "y", "z" };
    await async_yield();
    printf("%zu %zu %zu %zu\n", await length(s), sizeof w / sizeof *w, sizeof u, sizeof raw);
    printf("%s %d %zu\n", quoted, L'x' == await give(L'x'), await length("await " "async" /* ) */));
    printf("%s%s%c\n", list[0], list[1], "\\\"'"[await give(1)]);
    printf("%d%%\n", '}' + ';' - await give('}'));
}
// CHECK: {{^}}12 5 3 4
// CHECK-NEXT: {{^}}"{}();await f()//' 1 11
// CHECK-NEXT: {{^}}xyz"
// CHECK-NEXT: {{^}}59%
