// String literals of every kind, as initialisers, operands and pointers.
// RUN: %differ %s
#include <stdio.h>
#include <string.h>
#include <wchar.h>
#include <uchar.h>
static int at(const char *s, int i)
{
    return s[i];
}
static int wat(const wchar_t *s, int i)
{
    return (int)s[i];
}
static size_t n16(const char16_t *s)
{
    size_t n = 0;
    while (s[n])
        n++;
    return n;
}
static size_t n32(const char32_t *s)
{
    size_t n = 0;
    while (s[n])
        n++;
    return n;
}
static const char *name(int i)
{
    static const char *const names[] = {"zero",
                                        "one"
                                        "and"
                                        "more",
                                        [3] = "three"};
    return names[i] ?: "none";
}
int main(void)
{
    char a[] = "abc"
               "\x44"
               "e\0f",
         b[10] = "xy", c[] = {'a', "bc"[0], 0}, d[2][4] = {"ab", {'c', 'd'}};
    printf("%zu %d %d %d %s %s %s\n", sizeof a, at(a, 3), at(b, 5), at(c, 1), a, d[0], d[1]);
    wchar_t w[] = L"wide\u00e9"
                  L"!";
    printf("%zu %d %d\n", sizeof w / sizeof *w, wat(w, 4), wat(L"x", 0));
    printf("%zu %zu %zu\n", n16(u"h\u20ac\U0001F600"), n32(U"h\u20ac\U0001F600"), strlen("h\u20ac\U0001F600"));
    printf("%d %d %u %d\n", L'a', u'\u20ac', (unsigned)U'\U0001F600', '\0');
    printf("%s %s %s\n", name(1), name(2), name(at("\3", 0)));
    printf("%c%c\n", *"q", 2 ["abc"]);
    char *p = b;
    *p++ = at("A", 0);
    *p++ = at("Z", 0) - 1;
    *p = '\0';
    printf("%s\n", b);
    printf("%s\n", at("", 0) ? "some" : "empty");
    printf("%s|%s\n", __func__, __FUNCTION__);
    const char *e = "\a\b\f\n\r\t\v\\\?\'\"\e";
    unsigned s = 0;
    for (int i = 0; e[i]; i++)
        s = s * 7 + at(e, i);
    printf("%d\n", s);
    printf("%zu %zu\n", sizeof "",
           sizeof("a"
                  "b"));
    printf("%d\n", "abc"[at("\1", 0)] == 'b');
    char big[64] = "long initialiser";
    strcat(big, name(0));
    printf("%s %d\n", big, at(big, 40));
    struct {
        char s[5];
        int n;
    } st[] = {{"abcd", 1}, {"e"}, {{'f'}, 2}};
    for (int i = 0; i < 3; i++)
        printf("%s%d ", st[i].s, st[i].n + at(st[i].s, 4));
    printf("%s\n", &"hello"[at("\2", 0)]);
    return 0;
}
