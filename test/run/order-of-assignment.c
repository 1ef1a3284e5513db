// The place of an assignment is evaluated before what is assigned: indices, pointers, functions that are called.
// RUN: %build %s -o %t && %run %t | FileCheck %s
#include <async.h>
#include <stdio.h>

static int i, cells[3], more[3];
static int *p = cells;
struct node { int v; struct node *next; };
static struct node n2 = { 2, 0 }, n1 = { 1, &n2 }, *node = &n1;
async int changes(int v) { await async_yield(); i++; p = more; node = node->next; return v; }
static int *place(int *q) { printf("[place]"); return q; }
async int give(int v) { printf("<%d>", v); await async_yield(); return v; }

static int first(int v) { return v; }
static int second(int v) { return -v; }
static int (*function)(int) = first;
async int switches(int v) { await async_yield(); function = second; return v; }

async int main(void)
{
    cells[i] = await changes(5);
    printf("%d %d\n", cells[0], cells[1]);
    p = cells, node = &n1;
    *p = await changes(6);
    printf("%d %d\n", cells[0], more[0]);
    node = &n1;
    node->v = await changes(7);
    printf("%d %d\n", n1.v, n2.v);
    *place(&more[2]) = await give(8);
    printf(" %d\n", more[2]);
    i = 0, p = cells, node = &n1;
    cells[i++] = await changes(9);
    printf("%d %d\n", cells[0], i);
    printf("%d ", function(await switches(3)));
    printf("%d\n", function(3));
    i = 0, node = &n1;
    node->next->v = await changes(4);
    printf("%d\n", n2.v);
    int a[2] = { 0, 1 };
    a[a[0]] = a[a[1]] = await give(2);
    printf(" %d %d\n", a[0], a[1]);
}
// CHECK: {{^}}5 0
// CHECK-NEXT: {{^}}6 0
// CHECK-NEXT: {{^}}7 2
// CHECK-NEXT: {{^}}[place]<8> 8
// CHECK-NEXT: {{^}}9 2
// CHECK-NEXT: {{^}}3 -3
// CHECK-NEXT: {{^}}4
// CHECK-NEXT: {{^}}<2> 2 2
