import asyncio


async def work():
    print("work")
    await asyncio.sleep(1)
    print("worked")
    return 5


async def awaits(name, task):
    print("%s: %d" % (name, await task))


def call(name):
    print("callback %s" % name)


async def main():
    task = asyncio.create_task(work())
    a = asyncio.create_task(awaits("a", task))
    b = asyncio.create_task(awaits("b", task))
    task.add_done_callback(lambda _: call("1"))
    await asyncio.sleep(0.5)
    task.add_done_callback(lambda _: call("2"))
    c = asyncio.create_task(awaits("c", task))
    await asyncio.sleep(0.5)
    print("main: done %d" % task.done())
    task.add_done_callback(lambda _: call("too late, but still"))
    print("added")
    await asyncio.sleep(0)
    await a
    await b
    await c
    print("main: %d" % await task)


asyncio.run(main())
