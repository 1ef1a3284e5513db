// An array in a struct that a call gives lasts as long as the full expression, also while that waits.
// RUN: %build %s -o %t && %run %t | FileCheck %s
#include <async.h>
#include <stdio.h>
#include <string.h>

struct name { char text[16]; int n; };
struct outer { struct name name; };
static struct name make(const char *s) { struct name n = { .n = 3 }; strcpy(n.text, s); return n; }
async struct name get(const char *s) { await async_yield(); return make(s); }
async struct outer wrap(const char *s) { return (struct outer){ await get(s) }; }
async int length(const char *s) { await async_yield(); return (int)strlen(s); }
async int give(int x) { await async_yield(); return x; }

async int main(void)
{
    printf("%d %d\n", await length(make("four").text), await length((await get("fives")).text + 1));
    printf("%d\n", await length(&(await wrap("sevenup")).name.text[2]));
    printf("%d\n", await length((await give(0) ? make("a") : make("bcd")).text));
    printf("%c %c\n", (await get("abc")).text[1], make("xyz").text[await give(2)]);
    struct name list[3] = { make("x"), make("yy"), make("zzz") };
    await give(list[(await get("b")).text[0] - 'a'].text[0] = 'Y');
    printf("%s %d\n", list[1].text, (await give(1), make("hi")).n);
}
// CHECK: {{^}}4 4
// CHECK-NEXT: {{^}}5
// CHECK-NEXT: {{^}}3
// CHECK-NEXT: {{^}}b z
// CHECK-NEXT: {{^}}Yy 3
