// gather runs several at the same time and gives all their values in the order in which they were named, whoever was
// ready first. Three sleeps of a second take one second here, not three.
//
// The value of a gather is a struct with the members _0, _1, …, each of its own type.
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

int main(void)
{
    struct async_loop *loop = async_get_event_loop();
    auto many = async_gather(mycoro(3), mycoro(4), mycoro(5));

    puts("Running many:");
    auto result = async_run_until_complete(loop, many);
    printf("['%s', '%s', '%s']\n", result._0.chars, result._1.chars, result._2.chars);
    async_loop_close(loop);
    return 0;
}
