const int DEPTH = 101;

async long deep(int depth, long value)
{
    if (depth == 1)
        return value;
    return yield deep(depth - 1, value);
}

async long all(long levels)
{
    long sum = 0;
    for (long i = 0; i < levels / DEPTH; i++)
        sum += yield deep(DEPTH, i);
    return sum;
}

int main(string[] args)
{
    var loop = new MainLoop();
    all.begin(long.parse(args[1]), (object, result) => {
        print("%ld\n", all.end(result));
        loop.quit();
    });
    loop.run();
    return 0;
}
