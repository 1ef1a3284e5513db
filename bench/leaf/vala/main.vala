async long leaf(long count)
{
    long done = 0;
    while (done < count) {
        Idle.add(leaf.callback);
        yield;
        done++;
    }
    return done;
}

async long all(int depth, long count)
{
    if (depth == 1)
        return yield leaf(count);
    return yield all(depth - 1, count);
}

int main(string[] args)
{
    var loop = new MainLoop();
    all.begin(int.parse(args[2]), long.parse(args[1]), (object, result) => {
        print("%ld\n", all.end(result));
        loop.quit();
    });
    loop.run();
    return 0;
}
