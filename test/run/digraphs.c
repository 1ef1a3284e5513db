// Digraphs are the brackets and braces that they stand for.
// RUN: %build %s -o %t && %run %t | FileCheck %s
#include <async.h>
#include <stdio.h>

struct pair <% int a, b; %>;

async int id(int n)
<%
    await async_yield();
    return n;
%>

async int sum(const int *p, int n)
<%
    int total = 0;
    for (int i = 0; i < n; i++) <%
        total += await id(p<:i:>);
    %>
    return total;
%>

async int main(void)
<%
    int some<:3:> = <% 1, 2, 3 %>;
    struct pair pair = <% await id(4), 5 %>, none = <%%>, *at = &pair;
    struct pair many<::> = <% <:1:> = <% 6, await id(7) %>, <:2:> = <% .b = 8 %> %>;
    int scalar = <% await id(9) %>;
    int *where = &scalar;
    async_future(int) later = id(20);
    none.b = (<% int t = await id(3); t + 1; %>);
    // CHECK: 6 4 5 0 4
    printf("%d %d %d %d %d\n", await sum(some, 3), at->a, pair.b, (&none)->a, none.b);
    // CHECK-NEXT: 0 7 8 9 20
    printf("%d %d %d %d %d\n", many<:0:>.a, many<:1:>.b, many<:2:>.b, *where, await later);
    // CHECK-NEXT: 5
    printf("%d\n", await sum((int<::>)<% 2, await id(3) %>, 2));
    return 0;
%>
