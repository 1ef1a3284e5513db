async long all(long rounds)
{
    long sum = 0;
    for (long i = 0; i < rounds; i++)
        sum = yield add(sum, i);
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
