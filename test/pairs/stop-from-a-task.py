import asyncio


async def count(name):
    for i in range(4):
        print("%s %d" % (name, i))
        await asyncio.sleep(1)
    print("%s is over" % name)


async def stopper(loop, seconds):
    await asyncio.sleep(seconds)
    print("stop")
    loop.stop()
    print("still in this turn")
    await asyncio.sleep(0)
    print("in the next run")


loop = asyncio.new_event_loop()
a = loop.create_task(count("a"))
s = loop.create_task(stopper(loop, 1.5))
loop.run_forever()
print("stopped: %d %d" % (a.done(), s.done()))
loop.run_until_complete(a)
print("and now: %d" % s.done())
loop.close()
