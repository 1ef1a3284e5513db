long sum = 0;

async long number(long n)
{
    return n;
}

int main(string[] args)
{
    var loop = new MainLoop();
    long count = long.parse(args[1]), running = count;
    for (long i = 0; i < count; i++)
        number.begin(i, (object, result) => {
            sum += number.end(result);
            if (--running == 0)
                loop.quit();
        });
    loop.run();
    print("%ld\n", sum);
    return 0;
}
