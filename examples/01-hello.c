// A coroutine: it begins, waits while others may run, and ends with a value.
//
// `async` before a function says that it may wait. `await` is where it waits: the function stops there, the loop runs
// whoever else can go on, and when the sleep is over the function continues, its variables as they were.
//
// The value is a small struct, so each call has its own and nobody has to free anything. (A pointer to a static buffer
// would be shared by all calls that are under way at the same time.)
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

// asyncc writes the C main around this one: it makes a loop, runs it there and closes the loop.
async int main(void)
{
    struct text result = await mycoro(3);
    puts(result.chars);
    return 0;
}
