// Unnamed objects live to the end of their block, across awaits, without an await in their own braces.
// RUN: %build %s -o %t && %run %t | FileCheck %s
#include <async.h>
#include <stdio.h>

struct pair { int x, y; };
struct holder { struct pair *p; int *list; const char *s; };
async int give(int v) { await async_yield(); return v; }
async int sum(struct pair *p) { await async_yield(); return p->x + p->y; }

async int main(void)
{
    struct pair *p = &(struct pair){ 1, 2 };
    int *list = (int[]){ 3, 4, 5 };
    char *s = (char[]){ "text" };
    const int *c = &(const int){ 6 };
    struct holder h = { .p = &(struct pair){ 7, 8 }, .list = (int[2]){ 9 }, .s = (const char[]){ 'h', 0 } };
    await async_yield();
    p->x += await give(10);
    s[0] = 'T';
    list[1]++;
    printf("%d %d %d %s %d\n", p->x, p->y, list[1], s, *c);
    printf("%d %d %d %s\n", h.p->x, h.list[0], h.list[1], h.s);
    printf("%d\n", await sum(&(struct pair){ 20, 30 }));
    printf("%d\n", await sum((struct pair[]){ { 1, 1 }, { 2, 2 } } + 1));
    p = &(struct pair){ .y = 5 };
    await async_yield();
    printf("%d %d\n", p->x, p->y);
}
// CHECK: {{^}}11 2 5 Text 6
// CHECK-NEXT: {{^}}7 9 0 h
// CHECK-NEXT: {{^}}50
// CHECK-NEXT: {{^}}4
// CHECK-NEXT: {{^}}0 5
