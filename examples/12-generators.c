// A function that gives many values, and waits in between.
//
// The body runs only when somebody wants the next value. One generator can feed another; whoever has seen enough leaves the
// loop, and that closes both: what they have deferred runs.
#include <async.h>
#include <stdio.h>

async generator(int) readings(const char *sensor)
{
    defer printf("%s is switched off\n", sensor);
    for (int value = 20;; value = (value * 7 + 5) % 41) {
        await async_sleep(1);
        yield value;
    }
}

async generator(double) averages(generator(int) values, int width)
{
    int sum = 0, count = 0;
    async_for (int value, values) {
        sum += value;
        if (++count % width == 0) {
            yield (double)sum / width;
            sum = 0;
        }
    }
}

async int main(void)
{
    async_for (double average, averages(readings("the thermometer"), 3)) {
        printf("%.2f\n", average);
        if (average > 30)
            break;
    }
    return 0;
}
