async long number(long n)
{
    return n;
}

async long all(long count)
{
    long sum = 0;
    for (long i = 0; i < count; i++) {
        number.begin(i, (object, result) => {
            sum += number.end(result);
            all.callback();
        });
        yield;
    }
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
