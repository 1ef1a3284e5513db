long sum = 0;

async long nap(long n)
{
    Timeout.add(1000, nap.callback);
    yield;
    return n;
}

int main(string[] args)
{
    var loop = new MainLoop();
    long count = long.parse(args[1]), running = count;
    for (long i = 0; i < count; i++)
        nap.begin(i, (object, result) => {
            sum += nap.end(result);
            if (--running == 0)
                loop.quit();
        });
    loop.run();
    print("%ld\n", sum);
    return 0;
}
