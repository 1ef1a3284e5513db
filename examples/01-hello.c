// A coroutine: it begins, sleeps while others may run, and ends with a value.
#include <async.h>
#include <stdio.h>

async const char *mycoro(int number)
{
    static char text[12];
    printf("Starting %d\n", number);
    await async_sleep(0.1);
    printf("Finishing %d\n", number);
    snprintf(text, sizeof text, "%d", number);
    return text;
}

async int main(void)
{
    const char *result = await mycoro(3);
    printf("%s\n", result);
    return 0;
}
