// Calling an async function does not run it. The call gives a coroutine object: the function, its arguments, and
// nothing done yet. It runs when it is given to a loop.
//
// One that is never given to a loop never runs. Started with ASYNC_DEBUG=1 the program tells you so, on stderr, with
// the line that made the object:
//
//     02-coroutine-object.c:37: coroutine 'mycoro' was never awaited
//
// (A call whose object is dropped on the spot, `mycoro(4);`, is already a warning of asyncc.)
#include <async.h>
#include <stdio.h>

struct text {
    char chars[12];
};

async struct text mycoro(int number)
{
    struct text result;
    printf("Starting %d\n", number);
    await async_sleep(1);
    printf("Finishing %d\n", number);
    snprintf(result.chars, sizeof result.chars, "%d", number);
    return result;
}

// A plain main: it cannot await, but it can make objects and hand them over.
int main(void)
{
    future(struct text) c = mycoro(3);
    puts("The object is there, and nothing has run.");

    // A new loop runs the object and closes. That consumes c: a handle is used up exactly once.
    struct text result = async_run(c);
    puts(result.chars);

    future(struct text) forgotten = mycoro(4);
    (void)forgotten;
    puts("Nothing starts 4.");
    return 0;
}
