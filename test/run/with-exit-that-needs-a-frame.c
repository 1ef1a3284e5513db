// An exit runs also where there is no memory for its frame: what a cleanup awaits takes it from the loop's reserve.
// RUN: %build %s -o %t && %run %t | FileCheck %s
#include <async.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct thing { char *text; };

static async struct thing *take(const char *text)
{
    struct thing *thing = malloc(sizeof *thing);
    if (thing)
        thing->text = strdup(text);
    return thing;
}

// Its array is in use across an await, so it has a frame from the start.
static async void give_back(struct thing *thing)
{
    char text[200] = "";
    char *volatile to = text;
    if (!thing)
        return;
    strcpy(to, thing->text);
    await async_yield();
    printf("%s given back\n", text);
    free(thing->text);
    free(thing);
}

ASYNC_EXIT(struct thing *, give_back);

async int main(void)
{
    // CHECK: inside
    // CHECK-NEXT: b given back
    // CHECK-NEXT: a given back
    async_with (auto a = take("a"), auto b = take("b")) {
        await async_yield();
        printf("inside\n");
    }
    {
        // CHECK-NEXT: c given back
        struct thing *c = await take("c");
        defer await give_back(c);
    }
    return 0;
}
