long sum = 0;
int running = 0;

async long turns(long count)
{
    long done = 0;
    while (done < count) {
        Idle.add(turns.callback);
        yield;
        done++;
    }
    return done;
}

int main(string[] args)
{
    var loop = new MainLoop();
    long count = long.parse(args[1]);
    running = int.parse(args[2]);
    for (int i = 0, tasks = running; i < tasks; i++)
        turns.begin(count / tasks, (object, result) => {
            sum += turns.end(result);
            if (--running == 0)
                loop.quit();
        });
    loop.run();
    print("%ld\n", sum);
    return 0;
}
