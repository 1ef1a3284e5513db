// Downloads run beside each other; gather gives them in the order in which they were asked for, each of its size.
// REQUIRES: nginx
// RUN: %build %s -o %t && %nginx %t.d %run %t | FileCheck %s
#include <async.h>
#include <async/http.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { MANY = 40 };

static int under_way, most;

async size_t fetch(struct client_session *s, int size)
{
    char url[200];
    snprintf(url, sizeof url, "%s/size/%d", getenv("HTTP"), size);
    under_way++;
    defer under_way--;
    if (most < under_way)
        most = under_way;
    size_t length = 0;
    async_with (auto res = client_get(s, url)) {
        char *body = await response_read(res);
        length = body && strspn(body, "x") == response_length(res) ? response_length(res) : 1;
    }
    return length;
}

async int main(void)
{
    async_with (auto s = client_session()) {
        future(size_t) futures[MANY];
        size_t sizes[MANY], wrong = 0;
        for (int i = 0; i < MANY; i++)
            futures[i] = fetch(s, i * 1000);
        await async_gather_array(futures, MANY, sizes);
        for (size_t i = 0; i < MANY; i++)
            wrong += sizes[i] != i * 1000;
        printf("wrong: %zu, at once: %d\n", wrong, most);
        auto two = await async_gather(fetch(s, 3000), fetch(s, 7000));
        printf("%zu %zu\n", two._0, two._1);
    }
    return 0;
}
// CHECK: wrong: 0, at once: 40
// CHECK-NEXT: 3000 7000
